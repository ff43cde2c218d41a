import { Menu } from '@mantine/core';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import type { GridRow } from '#renderer/grid/grid-row.ts';
import { EVERY_CHANGE } from '#renderer/store/view-store.ts';
import classes from './history.module.css';
import { type HistoryTarget, showHistory, targetOfGridCell } from './show-history.ts';

type LineHistoryItemsProps = {
  readonly focused: GridRow | null;
  readonly column: string | null;
  readonly line: string;
  /** Called with what is to be done once the menu is gone: it gives the focus back to its button before. */
  readonly onChoose: (act: () => void) => void;
};

/** The ways from a line of the grid into the history: to the amount in focus, and to the line. */
export function LineHistoryItems({ focused, column, line, onChoose }: LineHistoryItemsProps) {
  const say = useSay();
  const { view } = useOpenPlan();
  const ofCell = focused === null || column === null ? null : targetOfGridCell(focused, column);
  const isCell = ofCell?.kind === 'cell';
  const show = (target: HistoryTarget) => onChoose(() => showHistory(view, target));
  return (
    <>
      <Menu.Item
        disabled={!isCell}
        rightSection={<span className={classes['keys']}>{say('history.cell-keys')}</span>}
        aria-keyshortcuts="Control+Shift+H"
        onClick={() => isCell && show(ofCell)}
      >
        {say('history.cell-item')}
      </Menu.Item>
      <Menu.Item onClick={() => show({ kind: 'rows', shown: { ...EVERY_CHANGE, line } })}>
        {say('history.of-line-item')}
      </Menu.Item>
    </>
  );
}
