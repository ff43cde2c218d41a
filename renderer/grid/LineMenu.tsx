import { Button, Menu } from '@mantine/core';
import { useRef } from 'react';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { ChevronIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import { LineHistoryItems } from '#renderer/history/LineHistoryItems.tsx';
import { visiblePlan } from '#renderer/store/replica.ts';
import { periodOfColumn } from './column-names.ts';
import type { GridRow } from './grid-row.ts';
import type { LineTarget } from './LineDialog.tsx';
import { removeAllocation, removeLine } from './line-edits.ts';
import { neighbourRow } from './neighbour-row.ts';

type LineMenuProps = {
  readonly rows: readonly GridRow[];
  readonly focused: GridRow | null;
  /** The column in focus. */
  readonly column: string | null;
  /** The line in focus, or that of the source in focus. */
  readonly line: string | null;
  readonly onLine: (target: LineTarget) => void;
};

/** What can be done to the line in focus, or to the source under it; in a plan that is only read, where its history is. */
export function LineMenu(props: LineMenuProps) {
  const { line } = props;
  const say = useSay();
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  const after = useRef<(() => void) | null>(null);
  const onChoose = (act: () => void) => (after.current = act);
  // The menu gives the focus back to its button before a row or a panel can have it.
  const actAfter = () => {
    after.current?.();
    after.current = null;
  };
  return (
    <Menu position="bottom-end" width={250} onExitTransitionEnd={actAfter}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          disabled={line === null}
          rightSection={<ChevronIcon size={12} />}
        >
          {say('window.line-menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!isReadOnly && <LineEditItems {...props} onChoose={onChoose} />}
        {line !== null && <LineHistoryItems {...props} line={line} onChoose={onChoose} />}
      </Menu.Dropdown>
    </Menu>
  );
}

type LineEditItemsProps = LineMenuProps & { readonly onChoose: (act: () => void) => void };

function LineEditItems({ rows, focused, column, line, onLine, onChoose }: LineEditItemsProps) {
  const say = useSay();
  const { session, view } = useOpenPlan();
  const remove = () => {
    const plan = visiblePlan(session.store.getState().replica);
    const next = focused === null ? null : neighbourRow(rows, focused);
    if (next !== null) {
      const sought = { ...next, period: periodOfColumn(column ?? '') };
      onChoose(() => view.setState({ sought }));
    }
    if (focused?.kind === 'line') session.edit(removeLine(plan, focused.line, say));
    if (focused?.kind === 'allocation') {
      const { allocation: id, line: from, source } = focused;
      session.edit(removeAllocation(plan, { id, line: from, source }));
    }
  };
  return (
    <>
      <Menu.Item onClick={() => line !== null && onLine({ kind: 'existing', line })}>
        {say('window.line-details-item')}
      </Menu.Item>
      <Menu.Item onClick={remove}>
        {say(focused?.kind === 'allocation' ? 'window.remove-source-item' : 'window.remove-line-item')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
