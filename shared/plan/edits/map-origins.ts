import type { Edit } from '../edit.ts';
import type { Series } from '../series.ts';

/** The edit with every origin that it brings replaced; values without an origin stay without. */
export function mapOrigins(edit: Edit, map: (origin: number) => number): Edit {
  const series = (given: Series): Series => ({ ...given, origin: given.origin.map(map) });
  switch (edit.kind) {
    case 'set-amounts':
      return {
        ...edit,
        blocks: edit.blocks.map((block) =>
          block.origin ? { ...block, origin: block.origin.map(map) } : block,
        ),
      };
    case 'add-lines':
      return {
        ...edit,
        rows: edit.rows.map(({ at, row }) => ({
          at,
          row: {
            ...row,
            need: series(row.need),
            actual: series(row.actual),
            risk: series(row.risk),
            bias: series(row.bias),
          },
        })),
      };
    case 'add-sources':
      return {
        ...edit,
        rows: edit.rows.map(({ at, row }) => ({
          at,
          row: { ...row, award: series(row.award), drawn: series(row.drawn) },
        })),
      };
    case 'add-allocations':
      return {
        ...edit,
        rows: edit.rows.map(({ at, row }) => ({ at, row: { ...row, amounts: series(row.amounts) } })),
      };
    case 'batch':
    case 'import':
      return { ...edit, edits: edit.edits.map((inner) => mapOrigins(inner, map)) };
    case 'set-certainty':
    case 'update-line':
    case 'remove-lines':
    case 'update-source':
    case 'remove-sources':
    case 'remove-allocations':
    case 'set-years':
    case 'set-plan':
    case 'comment':
    case 'accept':
    case 'sign':
      return edit;
  }
}
