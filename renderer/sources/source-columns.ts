import type {
  CellClassParams,
  ColDef,
  EditableCallbackParams,
  ICellEditorParams,
  SuppressKeyboardEventParams,
  ValueFormatterParams,
} from 'ag-grid-community';
import type { Say } from '#renderer/app/texts.ts';
import { type CellFormat, cellText, editText, readTyped } from '#renderer/grid/amount-texts.ts';
import { columnOfPeriod, markKey } from '#renderer/grid/column-names.ts';
import gridClasses from '#renderer/grid/grid.module.css';
import { isPastPeriod } from '#renderer/grid/past-period.ts';
import type { SourcesMeasure } from '#renderer/store/view-store.ts';
import { CHECK_STATES, type CheckState } from '#shared/criteria/result.ts';
import type { Formats } from '#shared/messages/formats.ts';
import type { Minor } from '#shared/money/amount.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { CERTAINTIES, type Certainty, FUNDER_TYPES, type FunderType } from '#shared/plan/source.ts';
import type { SourceRow } from './source-rows.ts';
import classes from './sources.module.css';
import { windowText } from './window-text.ts';

/** What the cells read, as it is now: the grid is given one object for good. */
export type SourceContext = { readonly now: () => SourceView };

type SourceView = {
  readonly format: CellFormat;
  readonly isReadOnly: boolean;
  /** The cells that the chosen check points at. */
  readonly marks: ReadonlyMap<string, CheckState>;
};

type Col = ColDef<SourceRow>;

export const NAME_COLUMN = 'name';
export const FUNDER_COLUMN = 'funder';
export const TYPE_COLUMN = 'type';
export const WINDOW_COLUMN = 'window';
export const FIGURE_COLUMNS = ['total', 'allocated', 'left'] as const;

type ColumnParts = {
  readonly plan: Plan;
  readonly say: Say;
  readonly formats: Formats;
  readonly measure: SourcesMeasure;
  readonly onCertainty: CertaintyKeys;
};

type CertaintyKeys = (params: SuppressKeyboardEventParams<SourceRow>, period: PeriodKey) => boolean;

/** The columns of the sources: who gives, until when, how much or how certain by year, and what is left. */
export function buildSourceColumns(parts: ColumnParts): Col[] {
  const { plan, say } = parts;
  return [
    {
      ...textColumn(say('window.source-column-name')),
      colId: NAME_COLUMN,
      initialPinned: 'left',
      lockPinned: true,
      initialWidth: 210,
      valueGetter: ({ data }) => data?.name ?? '',
      cellClassRules: markRules(NAME_COLUMN),
      tooltip: ({ data }) => data?.name ?? '',
    },
    {
      ...textColumn(say('window.source-column-funder')),
      colId: FUNDER_COLUMN,
      initialWidth: 130,
      valueGetter: ({ data }) => data?.source?.funder ?? '',
    },
    typeColumn(say),
    {
      ...textColumn(say('window.source-column-window')),
      colId: WINDOW_COLUMN,
      initialWidth: 120,
      editable: false,
      valueGetter: ({ data }) => windowOf(data, say),
      tooltip: ({ data }) => windowOf(data, say),
    },
    ...plan.axis.periods.map((period, index) => periodColumn(parts, period, index)),
    ...FIGURE_COLUMNS.map((figure) => figureColumn(figure, say)),
  ];
}

function windowOf(row: SourceRow | undefined, say: Say): string {
  const source = row?.source ?? null;
  return source === null ? '' : say(windowText(source.window));
}

function textColumn(headerName: string): Col {
  return {
    headerName,
    headerClass: gridClasses['textHeader'] ?? '',
    minWidth: 80,
    valueParser: ({ newValue }) => newValue,
    editable: isOpen,
  };
}

function typeColumn(say: Say): Col {
  const label = (type: FunderType | '' | null | undefined) =>
    type === '' || type === null || type === undefined
      ? say('window.not-known')
      : say(`window.funder-${type}`);
  return {
    ...textColumn(say('window.source-column-type')),
    colId: TYPE_COLUMN,
    initialWidth: 116,
    valueGetter: ({ data }) => data?.source?.funderType ?? '',
    valueFormatter: ({ value, data }: ValueFormatterParams<SourceRow, FunderType | ''>) =>
      data?.source === null ? '' : label(value),
    cellClassRules: {
      [classes['unknown'] ?? '']: ({ data }) => data?.source?.funderType === null,
    },
    cellEditor: 'agSelectCellEditor',
    cellEditorParams: { values: ['', ...FUNDER_TYPES], formatValue: label },
  };
}

function periodColumn(parts: ColumnParts, period: PeriodKey, index: number): Col {
  const { plan, formats, measure } = parts;
  const colId = columnOfPeriod(period);
  const frame: Col = {
    colId,
    headerName: formats.year(period),
    headerClass: gridClasses['yearHeader'] ?? '',
    cellClass: gridClasses['amount'] ?? '',
    initialWidth: 100,
    minWidth: 88,
    editable: isOpen,
    valueParser: ({ newValue }) => newValue,
    cellClassRules: {
      [gridClasses['past'] ?? '']: () => isPastPeriod(plan, period),
      ...markRules(colId),
    },
  };
  return measure === 'award'
    ? { ...frame, ...awardColumn(parts.say, index) }
    : { ...frame, ...certaintyColumn(parts, period, index) };
}

function awardColumn(say: Say, index: number): Col {
  return {
    valueGetter: ({ data }) => data?.award[index] ?? null,
    valueFormatter: amountText,
    cellEditor: 'agTextCellEditor',
    cellEditorParams: (params: ICellEditorParams<SourceRow, Minor, SourceContext>) => ({
      useFormatter: true,
      formatValue: (value: unknown) =>
        typeof value === 'bigint' ? editText(value, params.context.now().format) : '',
      getValidationErrors: ({ value }: { readonly value: unknown }) => {
        const typed = typeof value === 'string' ? readTyped(value, params.context.now().format) : null;
        return typed === null || typed.ok ? null : [say(typed.refusal)];
      },
    }),
  };
}

function certaintyColumn({ say, onCertainty }: ColumnParts, period: PeriodKey, index: number): Col {
  const label = (certainty: unknown) => {
    const known = CERTAINTIES.find((each) => String(each) === String(certainty));
    return known === undefined ? '' : certaintyText(known, say);
  };
  const values = ['', ...CERTAINTIES.toReversed().map(String)];
  return {
    cellClass: classes['certainty'] ?? '',
    valueGetter: ({ data }) => String(data?.certainty[index] ?? ''),
    valueFormatter: ({ value }) => label(value),
    cellEditor: 'agSelectCellEditor',
    cellEditorParams: {
      values,
      formatValue: (value: unknown) => label(value) || say('window.not-known'),
    },
    suppressKeyboardEvent: (params) => onCertainty(params, period),
  };
}

function certaintyText(certainty: Certainty, say: Say): string {
  return say({
    id: 'window.certainty-cell',
    values: { certainty, word: say(`window.certainty-${certainty}`) },
  });
}

function figureColumn(figure: (typeof FIGURE_COLUMNS)[number], say: Say): Col {
  const name = figure === 'total' ? 'award' : figure;
  return {
    colId: figure,
    headerName: say(`window.source-column-${name}`),
    headerClass: gridClasses['yearHeader'] ?? '',
    cellClass: [gridClasses['amount'] ?? '', gridClasses['total'] ?? ''],
    initialPinned: 'right',
    lockPinned: true,
    initialWidth: 106,
    minWidth: 92,
    valueGetter: ({ data }) => data?.[figure] ?? null,
    valueFormatter: amountText,
    cellClassRules: {
      [classes['over'] ?? '']: ({ data }) => figure === 'left' && (data?.left ?? 0n) < 0n,
    },
  };
}

function markRules(column: string): Record<string, (params: CellClassParams<SourceRow>) => boolean> {
  const rules: Record<string, (params: CellClassParams<SourceRow>) => boolean> = {};
  for (const state of CHECK_STATES) {
    rules[gridClasses[`mark-${state}`] ?? state] = ({
      data,
      context,
    }: CellClassParams<SourceRow, unknown, SourceContext>) =>
      data !== undefined && context.now().marks.get(markKey(data.id, column)) === state;
  }
  return rules;
}

/** While an edit is on its way the grid asks for the typed text itself to be shown. */
function amountText({ value, context }: ValueFormatterParams<SourceRow, unknown, SourceContext>): string {
  return typeof value === 'string'
    ? value
    : cellText(typeof value === 'bigint' ? value : null, context.now().format);
}

function isOpen({ data, context }: EditableCallbackParams<SourceRow, unknown, SourceContext>): boolean {
  return !context.now().isReadOnly && (data?.source ?? null) !== null;
}
