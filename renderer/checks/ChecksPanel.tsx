import { usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { CRITERIA } from '#shared/criteria/result.ts';
import classes from './checks.module.css';
import { StateMark } from './StateMark.tsx';

/** The results of the checks, by family. */
export function ChecksPanel() {
  const say = useSay();
  const checks = usePlanState((state) => state.checks);
  if (checks === null) return <p className={classes['note']}>{say('window.checks-waiting')}</p>;
  return CRITERIA.map((criterion) => {
    const results = checks.results.filter((result) => result.criterion === criterion);
    if (results.length === 0) return null;
    return (
      <section
        key={criterion}
        className={classes['family']}
        aria-label={say(`window.criterion-${criterion}`)}
      >
        <h3>{say(`window.criterion-${criterion}`)}</h3>
        <ul>
          {results.map((result) => (
            <li key={result.id}>
              <StateMark state={result.state} />
              <span>{result.id}</span>
              <p>{say(result.message)}</p>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
