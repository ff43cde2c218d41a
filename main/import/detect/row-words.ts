import { toHalfWidth } from '#shared/money/half-width.ts';

/** What the words of a row's label say about it; `none` says nothing. */
export type RowWord = 'total' | 'subtotal' | 'memo' | 'balance' | 'note' | 'none';

/** Words of sums in the languages that the importer knows, as whole words. */
const SUBTOTAL =
  /^(sub-?\s?totals?|zwischensummen?|teilsummen?|sous-?\s?tota(?:l|ux)|subtotal(?:es)?|delsum|mezisoučet)(?![\p{L}])|(?<![\p{L}])(sub-?\s?total|zwischensumme|sous-?\s?total)$|^小\s?計|小\s?計$/iu;
const GESAMT =
  'gesamt(?:summe|betrag|kosten|ausgaben|einnahmen|auszahlungen|einzahlungen|ergebnis|haushalt|finanzierung|volumen)?';
/** Sums that start a label (`Total housing`) or end it (`Housing total`); a total in the middle is a name. */
const TOTAL_AT_EDGE = new RegExp(
  `^(?:(?:grand|overall|net|gross)\\s+)?(?:totals?|sum(?:me)?|${GESAMT}|insgesamt|ensemble|totalt|celkem)(?![\\p{L}])` +
    `|(?<![\\p{L}-])(?:totals?|summe|${GESAMT}|insgesamt|totalt|celkem)\\s*(?:\\([^)]*\\))?$`,
  'iu',
);
/** The same in scripts that write no spaces or end on it. */
const TOTAL_ELSEWHERE = /^[総合累]?\s?計$|^[合総]\s?計|[合総]計$|(?<![\p{L}])סה["״]?כ(?![\p{L}])/u;
const MEMO =
  /^[-–•(]*\s*(of which|thereof|including:|incl\.|davon|darunter|dont|de los cuales|herav|z toho|memo|memorandum|うち|内)(?![a-z])/iu;
const BALANCE =
  /^(?:opening|closing)\s(?:balances?|reserves?)(?!\p{L})|^(?:balances?|reserves?)\s(?:(?:at\s)?(?:start|end|brought|carried)|[bc]\/?f)|^(?:anfangs|end)bestand|^solde\s(?:initial|final)|^net(?:to)?\s(?:spend(?:ing)?|expenditure|costs?|budget|position|requirement|ausgaben|kosten)$|^(?:net\s+)?(?:surplus|shortfall|deficit|variance|difference|check|saldo|überschuss|fehlbetrag|differenz|excédent|déficit|écart|差引|収支)(?![a-z])/iu;
const NOTE = /^(?:\*|†|‡|note[s:]?(?![a-z])|source[s:]|quelle|hinweis|anmerkung|remarque|※|注)/iu;

/** Reads the words of a label; a subtotal's words win over a total's. */
export function readRowWord(label: string): RowWord {
  const text = toHalfWidth(label).replace(/\s+/g, ' ').trim();
  if (text === '') return 'none';
  if (MEMO.test(text)) return 'memo';
  if (SUBTOTAL.test(text)) return 'subtotal';
  if (TOTAL_AT_EDGE.test(text) || TOTAL_ELSEWHERE.test(text)) return 'total';
  if (BALANCE.test(text)) return 'balance';
  if (NOTE.test(text)) return 'note';
  return 'none';
}

/** Whether the words claim the total of everything: a bare `Total`, `Grand total`, 合計. */
export function claimsEverything(label: string): boolean {
  const text = toHalfWidth(label).replace(/\s+/g, ' ').trim();
  return /^(?:grand|overall)\s+total|^total général|^(?:totals?|sum(?:me)?|gesamt(?:summe)?|insgesamt|ensemble|totalt|celkem)\W*$|^[合総]\s?計/iu.test(
    text,
  );
}

/** The name of the group that a sum's label names: `Total housing` and `Housing subtotal` are `housing`, `Total` is empty. */
export function groupNameOf(label: string): string {
  return toHalfWidth(label)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:sub-?\s?totals?|grand totals?|totals?|zwischensumme|summe|gesamt|sous-?\s?total|total général)(?![\p{L}])[\s:\-–]*/iu,
      '',
    )
    .replace(/[\s:\-–]*(?<![\p{L}])(?:sub-?\s?total|total|zwischensumme|summe|gesamt|小計|合計|計)$/iu, '')
    .replace(/^(?:for|of|für|de|des)\s+/iu, '')
    .trim();
}
