import type { CellEditRequestEvent } from 'ag-grid-community';
import { useMemo } from 'react';
import { useApp, useOpenPlan } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { fullText, readTyped } from './amount-texts.ts';
import { type CellInput, editOfInput } from './cell-edits.ts';
import { KIND_COLUMN, periodOfColumn, TITLE_COLUMN, TOTAL_COLUMN } from './column-names.ts';
import type { GridRow } from './grid-row.ts';
import { singleFigure } from './pasted-figure.ts';
import { type ShownVersion, versionFigure, versionOfColumn } from './shown-version.ts';
import type { ClipboardPorts } from './use-clipboard.ts';

type CellInputs = ClipboardPorts<GridRow> & {
  readonly onRequest: (event: CellEditRequestEvent<GridRow>) => void;
  /** Why a text cannot be taken as a figure; null when it can. */
  readonly explain: (text: string) => string | null;
};

/** The one gate through which everything passes that a person puts into a cell: typed, deleted or pasted. */
export function useCellInput(versions: readonly ShownVersion[]): CellInputs {
  const say = useSay();
  const { notices } = useApp();
  const { session } = useOpenPlan();
  return useMemo(() => {
    const planNow = () => visiblePlan(session.store.getState().replica);
    const take = (input: CellInput) => {
      const asked = editOfInput(planNow(), input, say);
      if (asked !== null) session.edit(asked);
    };
    return {
      onRequest: ({ data, column, newValue }) =>
        take({ row: data, column: column.getColId(), text: typeof newValue === 'string' ? newValue : null }),
      explain: (text) => {
        const typed = readTyped(text, planNow());
        return typed.ok ? null : say(typed.refusal);
      },
      copyText: ({ row, column }) => copyText(row, column, { plan: planNow(), versions }),
      paste: ({ row, column }, text) => {
        const figure = singleFigure(text);
        if (figure === null) return notices.tell('error', { id: 'window.paste-one-figure' });
        if (versionOfColumn(column) !== null) return notices.tell('error', { id: 'window.paste-version' });
        if (periodOfColumn(column) === null) return take({ row, column, text: figure });
        if (row.series === null || session.store.getState().opened.readOnly !== null)
          return notices.tell('error', { id: 'window.paste-computed' });
        const typed = readTyped(figure, planNow());
        if (typed.ok) take({ row, column, text: figure });
        else notices.tell('error', typed.refusal);
      },
    };
  }, [notices, say, session, versions]);
}

type Shown = { readonly plan: Plan; readonly versions: readonly ShownVersion[] };

function copyText(row: GridRow, column: string, { plan, versions }: Shown): string {
  const beside = versionOfColumn(column);
  if (beside !== null) {
    const version = versions.find(({ kind }) => kind === beside.kind);
    return fullText((version && versionFigure(version, row, beside.column)) ?? null, plan);
  }
  const period = periodOfColumn(column);
  if (period !== null) return fullText(row.figures.minor[plan.axis.periods.indexOf(period)] ?? null, plan);
  if (column === TOTAL_COLUMN) return fullText(row.figures.total, plan);
  if (column === TITLE_COLUMN) return row.title;
  if (row.kind !== 'line') return '';
  return column === KIND_COLUMN ? row.lineKind : row.code;
}
