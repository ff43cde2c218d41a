import { Button, SegmentedControl, Select } from '@mantine/core';
import { useOpenPlan, usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { PlusIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { GRID_MEASURES, GROUPINGS } from '#renderer/store/view-store.ts';
import { AddSourceMenu } from './AddSourceMenu.tsx';
import { targetOfRow } from './focused-line.ts';
import type { GridRow } from './grid-row.ts';
import classes from './grid.module.css';
import type { LineTarget } from './LineDialog.tsx';
import { removeAllocation, removeLine } from './line-edits.ts';

type PlanToolbarProps = {
  readonly focused: GridRow | null;
  readonly onLine: (target: LineTarget) => void;
};

/** What the grid shows, and what can be done to its lines. */
export function PlanToolbar({ focused, onLine }: PlanToolbarProps) {
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  return (
    <div className={classes['toolbar']}>
      <MeasureSwitch />
      <GroupingSelect />
      <span className={classes['spacer']} />
      {!isReadOnly && <LineTools focused={focused} onLine={onLine} />}
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

function GroupingSelect() {
  const say = useSay();
  const { view } = useOpenPlan();
  const grouping = useViewState((state) => state.grouping);
  return (
    <Select
      size="xs"
      w={180}
      aria-label={say('window.grouping')}
      data={GROUPINGS.map((value) => ({ value, label: say(`window.grouping-${value}`) }))}
      value={grouping}
      onChange={(value) => value !== null && view.setState({ grouping: value })}
    />
  );
}

function LineTools({ focused, onLine }: PlanToolbarProps) {
  const say = useSay();
  const { session } = useOpenPlan();
  const measure = useViewState((state) => state.measure);
  const plan = () => visiblePlan(session.store.getState().replica);
  const remove = () => {
    if (focused?.kind === 'line') session.edit(removeLine(plan(), focused.line, say));
    if (focused?.kind === 'allocation') {
      const { allocation: id, line, source } = focused;
      session.edit(removeAllocation(plan(), { id, line, source }));
    }
  };
  const isRemovable = focused?.kind === 'line' || (focused?.kind === 'allocation' && measure === 'funding');
  const line = focused?.kind === 'line' || focused?.kind === 'allocation' ? focused.line : null;
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<PlusIcon size={13} />}
        onClick={() => onLine(targetOfRow(plan(), focused))}
      >
        {say('window.add-line')}
      </Button>
      {measure === 'funding' && <AddSourceMenu line={line} />}
      <Button
        variant="default"
        size="compact-sm"
        disabled={line === null}
        onClick={() => line !== null && onLine({ kind: 'existing', line })}
      >
        {say('window.line-details')}
      </Button>
      <Button variant="default" size="compact-sm" disabled={!isRemovable} onClick={remove}>
        {say('window.remove')}
      </Button>
    </>
  );
}
