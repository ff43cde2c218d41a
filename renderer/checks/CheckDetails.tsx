import { UnstyledButton } from '@mantine/core';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { spokenText } from '#renderer/grid/amount-texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { CheckResult, Evidence, Missing } from '#shared/criteria/result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { lineName, sourceName } from '#shared/plan/row-names.ts';
import { checkInfo } from './check-info.ts';
import classes from './checks.module.css';
import { viewOfPlace } from './show-place.ts';

type DetailsProps = { readonly id: string; readonly result: CheckResult };

/** What is behind a result: the question, the cells that drive it, and what is missing; each leads to its cell. */
export function CheckDetails({ id, result }: DetailsProps) {
  const say = useSay();
  const question = checkInfo(result.id)?.question;
  const { evidence, missing } = result;
  const isBare = evidence.length === 0 && missing.length === 0;
  return (
    <div id={id} className={classes['details']}>
      {question !== undefined && <p className={classes['question']}>{say(question)}</p>}
      {isBare && <p className={classes['basis']}>{say('window.check-no-evidence')}</p>}
      {missing.length > 0 && <MissingList result={result} />}
      {evidence.length > 0 && <EvidenceList result={result} />}
    </div>
  );
}

function EvidenceList({ result: { id, evidence, evidenceCount } }: { readonly result: CheckResult }) {
  const say = useSay();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const shown = evidence.length;
  return (
    <>
      <h4>
        {evidenceCount > shown
          ? say({ id: 'window.check-evidence-first', values: { shown, count: evidenceCount } })
          : say('window.check-evidence')}
      </h4>
      <ol>
        {evidence.map((piece, index) => (
          <li key={index}>
            <PlaceButton check={id} place={piece}>
              <span>{say({ id: 'window.check-place', values: named(plan, piece) })}</span>
              <span className={classes['amount']}>{spokenText(piece.minor, plan)}</span>
            </PlaceButton>
          </li>
        ))}
      </ol>
    </>
  );
}

function MissingList({ result: { id, missing, missingCount } }: { readonly result: CheckResult }) {
  const say = useSay();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const shown = missing.length;
  return (
    <>
      <h4>
        {missingCount > shown
          ? say({ id: 'window.check-missing-first', values: { shown, count: missingCount } })
          : say('window.check-missing')}
      </h4>
      <ol>
        {missing.map((entry, index) => (
          <li key={index}>
            <PlaceButton check={id} place={entry}>
              <span>
                {say({ id: 'missing.entry', values: { ...named(plan, entry), field: entry.field } })}
              </span>
            </PlaceButton>
          </li>
        ))}
      </ol>
    </>
  );
}

type PlaceButtonProps = {
  readonly check: string;
  readonly place: Evidence | Missing;
  readonly children: React.ReactNode;
};

/** Leads to a place; one that stands nowhere is only named. */
function PlaceButton({ check, place, children }: PlaceButtonProps) {
  const { view } = useOpenPlan();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const change = viewOfPlace(plan, check, place);
  if (change === null) return <p className={classes['place']}>{children}</p>;
  return (
    <UnstyledButton className={classes['place'] ?? ''} onClick={() => view.setState(change)}>
      {children}
    </UnstyledButton>
  );
}

function named(plan: Plan, { line, source, period }: Evidence | Missing) {
  return {
    line: line === null ? null : lineName(plan, line),
    source: source === null ? null : sourceName(plan, source),
    period,
  };
}
