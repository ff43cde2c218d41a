import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { followCell, targetOfGridCell } from '#renderer/history/show-history.ts';
import { useSpreadsheetPicker } from '#renderer/import/use-spreadsheet-picker.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { GridRows } from './build-rows.ts';
import { describeFocus } from './describe-focus.ts';
import type { GridRow } from './grid-row.ts';
import classes from './grid.module.css';
import { LineDialog, type LineTarget } from './LineDialog.tsx';
import { PlanGrid } from './PlanGrid.tsx';
import { PlanToolbar } from './PlanToolbar.tsx';
import type { ShownVersion } from './shown-version.ts';
import { useGridRows } from './use-grid-rows.ts';
import { useShownVersions } from './use-shown-versions.ts';

/** A cell in focus: its row and column by their ids, since rows are made anew with each change. */
type Focus = { readonly row: string; readonly column: string };

/** The plan by line and year, with the tools for its lines. */
export function PlanRoom() {
  const versions = useShownVersions();
  const rows = useGridRows(versions);
  const isEmpty = usePlanState(({ replica }) => visiblePlan(replica).lines.rows.length === 0);
  const [focus, setFocus] = useState<Focus | null>(null);
  const [target, setTarget] = useState<LineTarget | null>(null);
  const focused = useMemo(() => (focus === null ? null : findGridRow(rows, focus.row)), [rows, focus]);
  useFocusText(focused, focus?.column ?? null, versions);
  const { view } = useOpenPlan();
  const onFocus = useCallback(
    (row: GridRow | null, column: string) => {
      setFocus(row === null ? null : { row: row.id, column });
      if (row !== null) followCell(view, targetOfGridCell(row, column));
    },
    [view],
  );
  return (
    <section className={classes['room']}>
      <PlanToolbar
        rows={rows.rows}
        focused={focused}
        column={focus?.column ?? null}
        onLine={setTarget}
        versions={versions}
      />
      {isEmpty ? (
        <EmptyPlan onAdd={() => setTarget({ kind: 'new', behind: null, programme: '' })} />
      ) : (
        <PlanGrid rows={rows} versions={versions} onFocus={onFocus} />
      )}
      <LineDialog target={target} onClose={() => setTarget(null)} />
    </section>
  );
}

function findGridRow({ rows, total }: GridRows, id: string): GridRow | null {
  return id === total.id ? total : (rows.find((row) => row.id === id) ?? null);
}

/** Has the status bar say the figure in focus in full, as it is now. */
function useFocusText(row: GridRow | null, column: string | null, versions: readonly ShownVersion[]): void {
  const say = useSay();
  const formats = useFormats();
  const { session, view } = useOpenPlan();
  useEffect(() => {
    const plan = visiblePlan(session.store.getState().replica);
    const message =
      row === null || column === null ? null : describeFocus(plan, { row, column, versions, formats, say });
    view.setState({ focusText: message === null ? null : say(message) });
  }, [row, column, versions, formats, say, session, view]);
}

function EmptyPlan({ onAdd }: { readonly onAdd: () => void }) {
  const say = useSay();
  const pick = useSpreadsheetPicker();
  return (
    <div className={classes['empty']}>
      <h2 className="pn-large">{say('window.empty-plan-title')}</h2>
      <p>{say('window.empty-plan-text')}</p>
      <div className={classes['actions']}>
        <Button onClick={onAdd}>{say('window.add-line')}</Button>
        <Button variant="default" onClick={pick}>
          {say('window.import-spreadsheet')}
        </Button>
      </div>
    </div>
  );
}
