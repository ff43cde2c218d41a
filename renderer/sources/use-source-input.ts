import type { CellEditRequestEvent, SuppressKeyboardEventParams } from 'ag-grid-community';
import { useMemo } from 'react';
import { useApp, useOpenPlan } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { fullText, readTyped } from '#renderer/grid/amount-texts.ts';
import { periodOfColumn } from '#renderer/grid/column-names.ts';
import { singleFigure } from '#renderer/grid/pasted-figure.ts';
import type { ClipboardPorts } from '#renderer/grid/use-clipboard.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { FIGURE_COLUMNS, FUNDER_COLUMN, NAME_COLUMN } from './source-columns.ts';
import { editOfSourceInput } from './source-input.ts';
import type { SourceRow } from './source-rows.ts';

type SourceInputs = ClipboardPorts<SourceRow> & {
  readonly onRequest: (event: CellEditRequestEvent<SourceRow>) => void;
  /** Why a text cannot be taken as a figure; null when it can. */
  readonly explain: (text: string) => string | null;
  /** Takes the keys 0 to 4 and Delete on a cell of certainty; answers whether the grid must leave the key alone. */
  readonly onCertainty: (params: SuppressKeyboardEventParams<SourceRow>, period: PeriodKey) => boolean;
};

const CLEARING_KEYS: ReadonlySet<string> = new Set(['Delete', 'Backspace']);

/** The one gate for everything that a person puts into a cell of the sources. */
export function useSourceInput(): SourceInputs {
  const say = useSay();
  const { notices } = useApp();
  const { session, view } = useOpenPlan();
  return useMemo(() => {
    const planNow = () => visiblePlan(session.store.getState().replica);
    const isReadOnly = () => session.store.getState().opened.readOnly !== null;
    const take = (row: SourceRow, column: string, text: string | null) => {
      const { sourcesMeasure: measure } = view.getState();
      const asked = editOfSourceInput(planNow(), { row, column, text, measure });
      if (asked !== null) session.edit(asked);
    };
    return {
      onRequest: ({ data, column, newValue }) =>
        take(data, column.getColId(), typeof newValue === 'string' ? newValue : null),
      explain: (text) => {
        const typed = readTyped(text, planNow());
        return typed.ok ? null : say(typed.refusal);
      },
      onCertainty: ({ event, editing, node: { data: row }, column }) => {
        if (row === undefined || editing || event.type !== 'keydown') return false;
        const { key, ctrlKey, altKey, metaKey } = event;
        const isCleared = CLEARING_KEYS.has(key);
        if (ctrlKey || altKey || metaKey || (!isCleared && !/^[0-4]$/.test(key))) return false;
        event.preventDefault();
        if (!isReadOnly()) take(row, column.getColId(), isCleared ? null : key);
        return true;
      },
      copyText: ({ row, column }) => copyText(row, column, planNow()),
      paste: ({ row, column }, text) => {
        const figure = singleFigure(text);
        if (figure === null) return notices.tell('error', { id: 'window.paste-one-figure' });
        if (isReadOnly()) return;
        const isAward = periodOfColumn(column) !== null && view.getState().sourcesMeasure === 'award';
        const typed = isAward ? readTyped(figure, planNow()) : null;
        if (typed?.ok === false) return notices.tell('error', typed.refusal);
        take(row, column, figure);
      },
    };
  }, [notices, say, session, view]);
}

function copyText(row: SourceRow, column: string, plan: Plan): string {
  const period = periodOfColumn(column);
  if (period !== null) return fullText(row.award[plan.axis.periods.indexOf(period)] ?? null, plan);
  const figure = FIGURE_COLUMNS.find((each) => each === column);
  if (figure !== undefined) return fullText(row[figure], plan);
  if (column === NAME_COLUMN) return row.name;
  return column === FUNDER_COLUMN ? (row.source?.funder ?? '') : '';
}
