import { usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import classes from './sources.module.css';

/** The plan's funding sources. */
export function SourcesRoom() {
  const say = useSay();
  const sources = usePlanState(({ replica }) => visiblePlan(replica).sources.rows);
  return (
    <section className={classes['room']} aria-labelledby="sources-heading">
      <h2 id="sources-heading" className="pn-heading">
        {say('window.room-sources')}
      </h2>
      {sources.length === 0 && <p className="pn-muted">{say('window.no-sources')}</p>}
      <ul>
        {sources.map((source) => (
          <li key={source.id}>{source.name}</li>
        ))}
      </ul>
    </section>
  );
}
