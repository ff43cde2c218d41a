import type {
  CellClassParams,
  ColDef,
  ColGroupDef,
  ITooltipParams,
  ValueGetterParams,
} from 'ag-grid-community';
import type { Say } from '#renderer/app/texts.ts';
import type { ShownVersionKind } from '#renderer/store/view-store.ts';
import { amountColumn } from './amount-column.ts';
import type { GridContext } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import { columnOfVersion, figureInColumn, type ShownVersion, versionFigure } from './shown-version.ts';
import classes from './grid.module.css';

type VersionColumnParts = {
  readonly kinds: readonly ShownVersionKind[];
  readonly say: Say;
  readonly minWidth: number;
};

/** A column of the plan under a heading of its own, with the same figures of the versions before it. */
export function besideVersions(
  column: ColDef<GridRow>,
  { kinds, say, minWidth }: VersionColumnParts,
): ColGroupDef<GridRow> | ColDef<GridRow> {
  const [first] = kinds;
  if (first === undefined) return column;
  const name = column.colId ?? '';
  return {
    groupId: `group ${name}`,
    headerName: column.headerName ?? '',
    headerClass: classes['groupHeader'] ?? '',
    marryChildren: true,
    children: [
      ...kinds.map((kind) => versionColumn(kind, name, { say, minWidth })),
      { ...column, headerName: say('window.version-current') },
    ],
  };
}

function versionColumn(
  kind: ShownVersionKind,
  column: string,
  { say, minWidth }: Pick<VersionColumnParts, 'say' | 'minWidth'>,
): ColDef<GridRow> {
  return {
    ...amountColumn,
    colId: columnOfVersion(kind, column),
    headerName: say(`window.version-kind-${kind}`),
    headerTooltip: say(`window.version-kind-${kind}`),
    cellClass: [classes['amount'] ?? '', classes['ofVersion'] ?? ''],
    minWidth,
    flex: 1,
    maxWidth: Math.max(200, minWidth),
    valueGetter: ({ data, context }: ValueGetterParams<GridRow, unknown, GridContext>) =>
      figureOf(kind, column, data, context) ?? null,
    cellClassRules: {
      [classes['differs'] ?? '']: ({ data, context }: CellClassParams<GridRow, unknown, GridContext>) =>
        differs(kind, column, data, context),
    },
    tooltip: ({ context }: ITooltipParams<GridRow, unknown, GridContext>) => {
      const name = shownVersion(kind, context)?.info.name;
      return name === undefined ? '' : say({ id: 'window.version-column-of', values: { name } });
    },
  };
}

function shownVersion(kind: ShownVersionKind, context: GridContext): ShownVersion | undefined {
  return context.look().versions.find((version) => version.kind === kind);
}

function figureOf(kind: ShownVersionKind, column: string, row: GridRow | undefined, context: GridContext) {
  const version = shownVersion(kind, context);
  return row === undefined || version === undefined ? undefined : versionFigure(version, row, column);
}

/** Whether the plan has another figure now; blank and 0 are not the same. */
function differs(
  kind: ShownVersionKind,
  column: string,
  row: GridRow | undefined,
  context: GridContext,
): boolean {
  if (row === undefined) return false;
  return (
    (figureOf(kind, column, row, context) ?? null) !== figureInColumn(row, column, context.look().periods)
  );
}
