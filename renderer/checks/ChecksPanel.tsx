import { usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { useLateFlag } from '#renderer/app/use-late-flag.ts';
import { CheckCard } from './CheckCard.tsx';
import classes from './checks.module.css';
import { type Family, toFamilies } from './families.ts';
import { StateAnnouncer } from './StateAnnouncer.tsx';

/** The results of the checks, by family. */
export function ChecksPanel() {
  const say = useSay();
  const checks = usePlanState((state) => state.checks);
  const isLate = useLateFlag(checks === null);
  return (
    <>
      <StateAnnouncer />
      {isLate && <p className={classes['note']}>{say('window.checks-waiting')}</p>}
      {checks !== null &&
        toFamilies(checks.results).map((family) => <FamilyPart key={family.criterion} family={family} />)}
    </>
  );
}

function FamilyPart({ family: { criterion, results } }: { readonly family: Family }) {
  const say = useSay();
  const heading = `checks-${criterion}`;
  return (
    <section className={classes['family']} aria-labelledby={heading}>
      <h3 id={heading}>{say(`criterion.${criterion}`)}</h3>
      <ul>
        {results.map((result) => (
          <li key={result.id}>
            <CheckCard result={result} />
          </li>
        ))}
      </ul>
    </section>
  );
}
