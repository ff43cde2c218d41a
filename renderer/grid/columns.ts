import type {
  CellClassParams,
  ColDef,
  ColGroupDef,
  EditableCallbackParams,
  ICellEditorParams,
  ValueFormatterParams,
} from 'ag-grid-community';
import type { Say } from '#renderer/app/texts.ts';
import type { ShownVersionKind } from '#renderer/store/view-store.ts';
import type { Formats } from '#shared/messages/formats.ts';
import type { Minor } from '#shared/money/amount.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import { LINE_KINDS, type LineKind } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { amountColumn } from './amount-column.ts';
import { editText, readTyped } from './amount-texts.ts';
import type { GridWidths } from './amount-width.ts';
import { isPastPeriod } from './past-period.ts';
import {
  CODE_COLUMN,
  columnOfPeriod,
  KIND_COLUMN,
  markKey,
  TITLE_COLUMN,
  TOTAL_COLUMN,
} from './column-names.ts';
import type { GridContext } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import { besideVersions } from './version-columns.ts';
import classes from './grid.module.css';

type Col = ColDef<GridRow>;

/** What of a plan decides its columns. */
export type ColumnFrame = Pick<Plan, 'axis' | 'asOf' | 'calendar'>;

/** How columns are headed and how wide amounts are. */
type ColumnParts = {
  readonly say: Say;
  readonly formats: Formats;
  readonly widths: GridWidths;
  /** The versions that have a column beside each column of figures. */
  readonly versions: readonly ShownVersionKind[];
};

/** The columns for a plan: the line, its code and kind, its periods, its total. */
export function buildColumns(
  plan: ColumnFrame,
  { say, formats, widths, versions }: ColumnParts,
): (Col | ColGroupDef<GridRow>)[] {
  return [
    titleColumn(say),
    codeColumn(say),
    kindColumn(say),
    ...plan.axis.periods.map((period, index) =>
      besideVersions(periodColumn({ plan, say, formats, period, index, minWidth: widths.period }), {
        kinds: versions,
        say,
        minWidth: widths.period,
      }),
    ),
    besideVersions(totalColumn(say, widths.total), { kinds: versions, say, minWidth: widths.total }),
  ];
}

function titleColumn(say: Say): Col {
  return {
    colId: TITLE_COLUMN,
    headerName: say('window.column-title'),
    headerClass: classes['textHeader'] ?? '',
    pinned: 'left',
    lockPinned: true,
    // A width that a person or a narrow window gave it stays when columns of versions come and go.
    initialWidth: 280,
    minWidth: 160,
    valueGetter: ({ data }) => data?.title ?? '',
    valueParser: ({ newValue }) => newValue,
    editable: openTo(['line', 'group']),
    cellClass: ({ data }) => [classes['title'] ?? '', classes[`level${data?.level ?? 0}`] ?? ''],
    cellClassRules: {
      [classes['open'] ?? '']: ({ data }) => data?.isOpen === true,
      [classes['folded'] ?? '']: ({ data }) => data?.isOpen === false,
      ...markRules(TITLE_COLUMN),
    },
    tooltip: ({ data }) => data?.title ?? '',
  };
}

function codeColumn(say: Say): Col {
  return {
    colId: CODE_COLUMN,
    headerName: say('window.column-code'),
    headerClass: classes['textHeader'] ?? '',
    initialWidth: 84,
    minWidth: 56,
    valueGetter: ({ data }) => (data?.kind === 'line' ? data.code : ''),
    valueParser: ({ newValue }) => newValue,
    editable: openTo(['line']),
  };
}

function kindColumn(say: Say): Col {
  return {
    colId: KIND_COLUMN,
    headerName: say('window.column-kind'),
    headerClass: classes['textHeader'] ?? '',
    initialWidth: 108,
    minWidth: 64,
    valueGetter: ({ data }) => (data?.kind === 'line' ? data.lineKind : null),
    // By the value alone: the editor asks for the text of each kind without a row.
    valueFormatter: ({ value }: ValueFormatterParams<GridRow, LineKind | null>) =>
      value == null ? '' : say(`window.kind-${value}`),
    editable: openTo(['line']),
    cellEditor: 'agSelectCellEditor',
    cellEditorParams: { values: LINE_KINDS },
  };
}

type PeriodParts = {
  readonly plan: ColumnFrame;
  readonly say: Say;
  readonly formats: Formats;
  readonly period: PeriodKey;
  readonly index: number;
  readonly minWidth: number;
};

function periodColumn({ plan, say, formats, period, index, minWidth }: PeriodParts): Col {
  const colId = columnOfPeriod(period);
  return {
    ...amountColumn,
    colId,
    headerName: formats.year(period),
    minWidth,
    flex: 1,
    maxWidth: Math.max(200, minWidth),
    valueGetter: ({ data }) => data?.figures.minor[index] ?? null,
    editable: takesFigures,
    valueParser: ({ newValue }) => newValue,
    cellEditorParams: (params: ICellEditorParams<GridRow, Minor, GridContext>) => ({
      useFormatter: true,
      formatValue: (value: unknown) =>
        typeof value === 'bigint' ? editText(value, params.context.look().format) : '',
      getValidationErrors: ({ value }: { readonly value: unknown }) => {
        const typed = typeof value === 'string' ? readTyped(value, params.context.look().format) : null;
        return typed === null || typed.ok ? null : [say(typed.refusal)];
      },
    }),
    cellClassRules: {
      [classes['past'] ?? '']: () => isPastPeriod(plan, period),
      [classes['computed'] ?? '']: ({ data }) => data?.kind === 'line' && data.series === null,
      ...markRules(colId),
    },
  };
}

function totalColumn(say: Say, width: number): Col {
  return {
    ...amountColumn,
    colId: TOTAL_COLUMN,
    headerName: say('window.column-total'),
    initialPinned: 'right',
    lockPinned: true,
    width: Math.max(116, width),
    minWidth: 92,
    cellClass: [classes['amount'] ?? '', classes['total'] ?? ''],
    valueGetter: ({ data }) => data?.figures.total ?? null,
    cellClassRules: markRules(TOTAL_COLUMN),
  };
}

const MARK_STATES = ['pass', 'attention', 'fail', 'cannot-be-judged', 'not-applicable'] as const;

/** The shape in a cell's corner that says in which state the check is that points at it. */
function markRules(column: string): Record<string, (params: CellClassParams<GridRow>) => boolean> {
  const rules = MARK_STATES.map((state): [string, (params: CellClassParams<GridRow>) => boolean] => [
    classes[`mark-${state}`] ?? state,
    ({ data, context }: CellClassParams<GridRow, unknown, GridContext>) =>
      data !== undefined && context.look().marks.get(markKey(data.id, column)) === state,
  ]);
  return Object.fromEntries(rules);
}

type Editable = (params: EditableCallbackParams<GridRow, unknown, GridContext>) => boolean;

function openTo(kinds: readonly GridRow['kind'][]): Editable {
  return ({ data, context }) => data !== undefined && kinds.includes(data.kind) && !context.look().isReadOnly;
}

const takesFigures: Editable = ({ data, context }) => data?.series != null && !context.look().isReadOnly;
