import type { AmountToken } from './amount-tokens.ts';
import type { CurrencyCode } from './currency.ts';

/** Why a text is no amount. */
export type AmountRefusal =
  | 'unbalanced-bracket'
  | 'two-signs'
  | 'percent'
  | 'footnote-mark'
  | 'range'
  | 'not-a-number'
  | 'ambiguous-grouping'
  | 'wrong-currency'
  | 'out-of-range'
  | 'too-many-decimals';

/**
 * The first reason why these parts do not make one amount, or null when they do. The order matters: the
 * more a text tells about itself the sooner it is asked, so that `1.50%*` is a footnote and
 * `1.00% - 3.00%` a range before either is a percentage.
 */
export function findRefusal(tokens: readonly AmountToken[], currency?: CurrencyCode): AmountRefusal | null {
  const count = (...kinds: readonly AmountToken['kind'][]) =>
    tokens.filter(({ kind }) => kinds.includes(kind)).length;
  if (isRange(tokens)) return 'range';
  if (count('footnote') > 0 && count('number') > 0) return 'footnote-mark';
  if (count('number') !== 1 || isUnitHeading(tokens)) return 'not-a-number';
  if (count('percent') > 0) return 'percent';
  if (count('open') !== count('close')) return 'unbalanced-bracket';
  if (count('other', 'to') > 0 || count('open') > 1 || count('scale') > 1) return 'not-a-number';
  if (count('open', 'minus', 'triangle', 'plus') > 1) return 'two-signs';
  if (!isInOrder(tokens)) return 'not-a-number';
  return hasOneCurrency(tokens, currency) ? null : 'wrong-currency';
}

/** Two figures with a dash or a word such as "to" between them. */
function isRange(tokens: readonly AmountToken[]): boolean {
  const figures = tokens.flatMap(({ kind }, index) => (kind === 'number' ? [index] : []));
  const [first, second] = figures;
  if (first === undefined || second === undefined || figures.length > 2) return false;
  return tokens.slice(first, second).some(({ kind }) => kind === 'minus' || kind === 'to');
}

/** `£000` says that figures are in thousands of pounds; nobody writes an amount of nothing so. */
function isUnitHeading(tokens: readonly AmountToken[]): boolean {
  const hasCurrency = tokens.some(({ kind }) => kind === 'currency');
  return hasCurrency && tokens.some((token) => token.kind === 'number' && /^(?:000)+$/.test(token.text));
}

/**
 * Brackets stand round the figure, a plus or triangle before it (`65+` is an age group), and a scale
 * behind it unless it came with a currency (`T€ 500`).
 */
function isInOrder(tokens: readonly AmountToken[]): boolean {
  const at = (kind: AmountToken['kind']) => tokens.findIndex((token) => token.kind === kind);
  const figure = at('number');
  const isBefore = (kind: AmountToken['kind']) => at(kind) < figure;
  if (at('open') !== -1 && (!isBefore('open') || isBefore('close'))) return false;
  if (!isBefore('plus') || !isBefore('triangle')) return false;
  return at('scale') === -1 || !isBefore('scale') || (at('currency') !== -1 && isBefore('currency'));
}

function hasOneCurrency(tokens: readonly AmountToken[], currency: CurrencyCode | undefined): boolean {
  const marks = tokens.flatMap((token) => (token.kind === 'currency' ? [token.codes] : []));
  if (currency !== undefined) return marks.every((codes) => codes.includes(currency));
  const [first = []] = marks;
  return marks.length === 0 || first.some((code) => marks.every((codes) => codes.includes(code)));
}
