import { Button, SegmentedControl, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useOpenPlan, usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { unitLabel } from '#renderer/app/units.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { GRID_MEASURES, GROUPINGS } from '#renderer/store/view-store.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Series } from '#shared/plan/series.ts';
import { AddSourceMenu } from './AddSourceMenu.tsx';
import { targetOfRow } from './focused-line.ts';
import type { GridRow } from './grid-row.ts';
import classes from './grid.module.css';
import type { LineTarget } from './LineDialog.tsx';
import { LineMenu } from './LineMenu.tsx';
import { outsideNote, type ShownVersion } from './shown-version.ts';
import { VersionColumnsMenu } from './VersionColumnsMenu.tsx';

type PlanToolbarProps = {
  readonly rows: readonly GridRow[];
  readonly focused: GridRow | null;
  /** The column in focus. */
  readonly column: string | null;
  readonly onLine: (target: LineTarget) => void;
  readonly versions: readonly ShownVersion[];
};

/** What the grid shows, and what can be done to its lines. */
export function PlanToolbar(props: PlanToolbarProps) {
  const say = useSay();
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label={say('window.plan-tools')}>
      <MeasureSwitch />
      <GroupingSelect />
      <VersionColumnsMenu />
      <FiguresNote versions={props.versions} />
      <LineTools {...props} />
    </div>
  );
}

function MeasureSwitch() {
  const say = useSay();
  const { view } = useOpenPlan();
  const measure = useViewState((state) => state.measure);
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('window.measure')}
      data={GRID_MEASURES.map((value) => ({ value, label: say(`window.measure-${value}`) }))}
      value={measure}
      onChange={(value) => view.setState({ measure: value })}
    />
  );
}

/** The unit of the figures, and what a gap is made of where it is more than need less funding. */
function FiguresNote({ versions }: Pick<PlanToolbarProps, 'versions'>) {
  const say = useSay();
  const { locale, year } = useFormats();
  const axis = usePlanState(({ replica }) => visiblePlan(replica).axis);
  const outside = outsideNote(versions, axis, { say, year });
  const currency = usePlanState(({ replica }) => visiblePlan(replica).currency);
  const scale = useViewState((state) => state.scale);
  const isGap = useViewState((state) => state.measure === 'gap');
  const lines = usePlanState(({ replica }) => visiblePlan(replica).lines);
  // Every amount of a large plan is looked at: only where it is shown, and not again while the lines are the same.
  const hasContingency = useMemo(() => isGap && hasAnyContingency(lines), [isGap, lines]);
  const values = { unit: unitLabel(currency, scale, locale, say) };
  // A gap takes no figures, and whole units are typed as they are shown.
  const id = scale === 1 || isGap ? 'window.figures-in' : 'window.figures-typed-in-full';
  return (
    <span className={classes['toolbarNote']}>
      {outside === null && (hasContingency ? say('window.gap-note') : say({ id, values }))}
      {outside !== null && say(outside)}
    </span>
  );
}

function hasAnyContingency({ rows }: Plan['lines']): boolean {
  const blank = ({ minor }: Series) => minor.every((value) => value === null);
  return rows.some(({ risk, bias }) => !blank(risk) || !blank(bias));
}

function GroupingSelect() {
  const say = useSay();
  const { view } = useOpenPlan();
  const grouping = useViewState((state) => state.grouping);
  return (
    <Select
      size="xs"
      w={196}
      aria-label={say('window.grouping')}
      data={GROUPINGS.map((value) => ({ value, label: say(`window.grouping-${value}`) }))}
      value={grouping}
      onChange={(value) => value !== null && view.setState({ grouping: value })}
    />
  );
}

function LineTools(props: PlanToolbarProps) {
  const { focused, onLine } = props;
  const say = useSay();
  const { session } = useOpenPlan();
  const measure = useViewState((state) => state.measure);
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  const line = focused?.kind === 'line' || focused?.kind === 'allocation' ? focused.line : null;
  const add = () => onLine(targetOfRow(visiblePlan(session.store.getState().replica), focused));
  return (
    <>
      {!isReadOnly && (
        <Button variant="default" size="compact-sm" onClick={add}>
          {say('window.add-line')}
        </Button>
      )}
      {!isReadOnly && measure === 'funding' && <AddSourceMenu line={line} />}
      <LineMenu {...props} line={line} />
    </>
  );
}
