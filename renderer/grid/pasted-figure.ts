/**
 * The one figure of a copied text; null when it holds several cells. Excel and LibreOffice end what they copy with a
 * line end, part cells with tabs and put a cell that holds either in quotes.
 */
export function singleFigure(text: string): string | null {
  const one = text.replace(/\r?\n$/, '');
  if (/[\t\r\n]/.test(one)) return null;
  return /^".*"$/.test(one) ? one.slice(1, -1).replaceAll('""', '"') : one;
}
