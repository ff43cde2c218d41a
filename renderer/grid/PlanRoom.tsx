import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { useSpreadsheetPicker } from '#renderer/import/use-spreadsheet-picker.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { describeFocus } from './describe-focus.ts';
import type { GridRow } from './grid-row.ts';
import classes from './grid.module.css';
import { LineDialog, type LineTarget } from './LineDialog.tsx';
import { PlanGrid } from './PlanGrid.tsx';
import { PlanToolbar } from './PlanToolbar.tsx';
import { useGridRows } from './use-grid-rows.ts';

/** The plan by line and year, with the tools for its lines. */
export function PlanRoom() {
  const rows = useGridRows();
  const isEmpty = usePlanState(({ replica }) => visiblePlan(replica).lines.rows.length === 0);
  const [focused, setFocused] = useState<GridRow | null>(null);
  const [target, setTarget] = useState<LineTarget | null>(null);
  const describe = useDescribe();
  const onFocus = useCallback(
    (row: GridRow | null, column: string) => {
      setFocused(row);
      describe(row, column);
    },
    [describe],
  );
  return (
    <section className={classes['room']}>
      <PlanToolbar focused={focused} onLine={setTarget} />
      {isEmpty ? (
        <EmptyPlan onAdd={() => setTarget({ kind: 'new', behind: null, programme: '' })} />
      ) : (
        <PlanGrid rows={rows} onFocus={onFocus} />
      )}
      <LineDialog target={target} onClose={() => setTarget(null)} />
    </section>
  );
}

/** Writes what the status bar says of the cell in focus. */
function useDescribe(): (row: GridRow | null, column: string) => void {
  const say = useSay();
  const formats = useFormats();
  const { session, view } = useOpenPlan();
  return useCallback(
    (row, column) => {
      const plan = visiblePlan(session.store.getState().replica);
      const message = row === null ? null : describeFocus(plan, { row, column, formats, say });
      view.setState({ focusText: message === null ? null : say(message) });
    },
    [formats, say, session, view],
  );
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
