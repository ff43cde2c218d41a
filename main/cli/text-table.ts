export type Align = 'left' | 'right';

/** Lays out rows in columns with two spaces between them; the first row is the heading, underlined. */
export function textTable(rows: readonly (readonly string[])[], aligns: readonly Align[]): string {
  const [heading = '', ...lines] = alignRows(rows, aligns);
  const rule = columnWidths(rows, aligns).map((width) => '-'.repeat(width));
  return [heading, rule.join('  '), ...lines].join('\n');
}

/** Rows with their cells in line, two spaces between the columns. */
export function alignRows(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = columnWidths(rows, aligns);
  return rows.map((row) => layOut(row, widths, aligns));
}

function columnWidths(rows: readonly (readonly string[])[], aligns: readonly Align[]): number[] {
  return aligns.map((_, column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
}

/** Breaks a sentence into lines that fit, each indented. */
export function wrapText(text: string, indent: number, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => ' '.repeat(indent) + part).join('\n');
}

function layOut(row: readonly string[], widths: readonly number[], aligns: readonly Align[]): string {
  const cells = widths.map((width, column) => {
    const cell = row[column] ?? '';
    const gap = ' '.repeat(Math.max(0, width - widthOf(cell)));
    return aligns[column] === 'right' ? gap + cell : cell + gap;
  });
  return cells.join('  ').trimEnd();
}

/** Places on a terminal: East Asian wide characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (WIDE.test(sign) ? 2 : 1), 0);
}

const WIDE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
