import { Button, Tooltip } from '@mantine/core';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { findRow } from '#shared/plan/table.ts';
import { showHistory, targetOfSourceCell } from './show-history.ts';

type SourceHistoryButtonProps = { readonly source: string | null; readonly column: string };

/** The way from a source into its history: that of the award in focus, else that of the source. */
export function SourceHistoryButton({ source, column }: SourceHistoryButtonProps) {
  const say = useSay();
  const { session, view } = useOpenPlan();
  const show = () => {
    const { sources } = visiblePlan(session.store.getState().replica);
    const row = { source: findRow(sources, source ?? '') ?? null };
    showHistory(view, targetOfSourceCell(row, column, view.getState().sourcesMeasure));
  };
  return (
    <Tooltip label={say('history.of-source-hint')}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={source === null}
        aria-keyshortcuts="Control+Shift+H"
        onClick={show}
      >
        {say('history.of-source-item')}
      </Button>
    </Tooltip>
  );
}
