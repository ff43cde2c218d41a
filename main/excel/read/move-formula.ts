import { MAX_COLUMNS, MAX_ROWS, columnName, parseColumnName } from './a1.ts';

const BEFORE = String.raw`(?<![\w.\\?$])`;
const AFTER = String.raw`(?![\w.\\?(!$])`;
/** Texts, quoted sheet names and bracketed table columns stay as they are; then columns, rows and cells. */
const TOKENS = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`'(?:[^']|'')*'`,
    String.raw`\[[^\]]*\]`,
    String.raw`${BEFORE}(?<fromColumn>\$?[A-Za-z]{1,3}):(?<toColumn>\$?[A-Za-z]{1,3})${AFTER}`,
    String.raw`${BEFORE}(?<fromRow>\$?[0-9]{1,7}):(?<toRow>\$?[0-9]{1,7})${AFTER}`,
    String.raw`${BEFORE}(?<column>\$?[A-Za-z]{1,3})(?<row>\$?[1-9][0-9]{0,6})${AFTER}`,
  ].join('|'),
  'g',
);

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * A formula as it reads some rows down and columns right of where it was written, as a shared formula or a fill does:
 * relative references move, `$` ones stay. A reference that leaves the sheet becomes `#REF!`.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKENS, (token: string, ...rest: readonly unknown[]) => {
    // The last argument of a replacer is the object of named groups when the expression has some.
    const groups = rest.at(-1) as Groups;
    return movedReference(groups, rows, columns) ?? token;
  });
}

function movedReference(groups: Groups, rows: number, columns: number): string | null {
  const { fromColumn, toColumn, fromRow, toRow, column, row } = groups;
  if (fromColumn !== undefined && toColumn !== undefined) {
    return joined(moveColumn(fromColumn, columns), ':', moveColumn(toColumn, columns));
  }
  if (fromRow !== undefined && toRow !== undefined) {
    return joined(moveRow(fromRow, rows), ':', moveRow(toRow, rows));
  }
  if (column === undefined || row === undefined) return null;
  if (parseColumnName(column.replace('$', '')) === null) return null;
  return joined(moveColumn(column, columns), '', moveRow(row, rows));
}

function joined(from: string | null, mark: string, to: string | null): string {
  return from === null || to === null ? '#REF!' : from + mark + to;
}

function moveColumn(name: string, by: number): string | null {
  if (name.startsWith('$')) return name;
  const column = (parseColumnName(name) ?? -1 - by) + by;
  return column >= 0 && column < MAX_COLUMNS ? columnName(column) : null;
}

function moveRow(name: string, by: number): string | null {
  if (name.startsWith('$')) return name;
  const row = Number(name) + by;
  return row >= 1 && row <= MAX_ROWS ? String(row) : null;
}
