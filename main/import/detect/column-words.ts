import { toHalfWidth } from '#shared/money/half-width.ts';

/** What a label column names. */
export type LabelField = 'title' | 'code' | 'programme' | 'kind' | 'source' | 'owner' | 'note';
/** Why a column of figures is no year. */
export type AsideKind = 'total' | 'variance' | 'share' | 'sub-period' | 'other';

const word = (pattern: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, flags);

const CODE = word(
  'codes?|cost cent(?:re|er)s?|accounts?|konto|refs?|reference|no|nr|id|number|kostenstelle|produkt-?nr|n°|numéro|コード|番号|קוד\\s.*',
);
const KIND = word(
  'rev\\s?/\\s?cap|cap\\s?/\\s?rev|r/c|c/r|rdel\\s?/\\s?cdel|capital\\s?/\\s?revenue|revenue\\s?/\\s?capital|kind|section de .*|konsumtiv.*investiv',
);
const OWNER = word('owner|lead|manager|responsible|sponsor|verantwortlich|担当課|担当');
const SOURCE = word(
  'fund(?:ed|ing)\\s?(?:by|source|stream)s?|funder|grant|source of funds|finanzierung|subvention|財源',
);
const PROGRAMME = word(
  'programmes?|programs?|departments?|directorates?|services?|service area|divisions?|portfolios?|themes?|fund|groups?|bereich|amt|produktbereich|dezernat|mission|chapitre|部|課|款|項|施策|分野',
);
const TITLE = word(
  'schemes?|projects?|projets?|interventions?|operations?|items?|lines?|descriptions?|titles?|names?|titel|maßnahmen?|massnahmen?|vorhaben|bezeichnung|opérations?|libellés?|intitulé|事業名|事業|名称|件名',
);
const NOTE = word(
  'notes?|comments?|remarks?|bemerkung(?:en)?|anmerkung(?:en)?|observations?|commentaires?|備考|rag|status|stand',
);

/** Reads a label column's header; null when its words say nothing known. */
export function readLabelField(header: string): LabelField | null {
  const text = plain(header);
  if (text === '') return null;
  if (KIND.test(text)) return 'kind';
  if (SOURCE.test(text)) return 'source';
  if (CODE.test(text) || /_(?:code|id)$/iu.test(text)) return 'code';
  if (OWNER.test(text)) return 'owner';
  if (NOTE.test(text)) return 'note';
  if (TITLE.test(text)) return 'title';
  return PROGRAMME.test(text) ? 'programme' : null;
}

const VARIANCE = word(
  'variances?|var|changes?|increases?|decreases?|differences?|diff|growth|cagr|movements?|over\\s?/?\\s?\\(?under\\)?spend|minus|vs\\.?|versus|veränderung(?:en)?|abweichung(?:en)?|differenz|évolution|variation|écart|average|avg|mean|per\\s(?:head|capita)|je einwohner|pro kopf|durchschnitt|moyenne|cumulative|kumuliert|cumul',
);
const EAST_ASIAN_VARIANCE = /増減|前年度?比|比較|差引|平均|構成比|伸率|伸び率/u;
const SHARE =
  /%|(?<![\p{L}])(?:per\s?cent|percent(?:age)?|shares?|anteil|quote|prozent|pourcentage|ratio)(?![\p{L}])/iu;
const TOTAL =
  /^(?:(?:grand|overall|project|scheme|programme|all years?|\d+[- ]years?)\s+)?totals?(?![\p{L}])|^(?:summe|gesamt\p{L}*|insgesamt|total général|totalt|celkem)(?![\p{L}])|(?<![\p{L}])totals?\s*(?:\([^)]*\))?$|^[総合]?\s?計$|^[合総]計/iu;
const SUB_PERIOD =
  /^\(?\s*(?:h[12]|q[1-4]|s[12]|t[1-4]|[12]\.?\s?(?:half|halbjahr|hj)|[1-4]\.?\s?(?:quarter|quartal)|qtr\s?[1-4]|quarter\s?[1-4]|[1-4](?:er|e|ème)?\s?trimestre|(?:up to|\p{L}{3,9}\.?)\s?(?:-|–|to|bis|à)\s?\p{L}{3,9}\.?(?:\s?\d{2,4})?|上半期|下半期|第[1-4一二三四]四半期)(?![\p{L}\d])/iu;

/** Reads the header of a column of figures for what makes it no year: a sum over years, a change, a share. */
export function readAsideKind(header: string): AsideKind | null {
  const text = plain(header);
  if (SHARE.test(text)) return 'share';
  if (VARIANCE.test(text) || EAST_ASIAN_VARIANCE.test(text)) return 'variance';
  return TOTAL.test(text) ? 'total' : null;
}

const RELATIVE_YEAR =
  /(?<!\p{L})(?:current|past|prior|previous|last|next|this|budget)\s(?:fy|fiscal year|financial year|year)(?!\p{L})|^fy\s?\d$|^(?:year|yr|jahr|année)\s?\d{1,2}$|laufendes jahr|^vorjahr$|année n\b|本年度|前年度/iu;
const UNIT =
  /(?<!\p{L})(?:units?(?: of measure(?:ment)?)?|measured in|einheit|unité|mengeneinheit)(?!\p{L})|^単位$/iu;

/** Whether a header names a year only by its place: `Current FY`, `Year 2`, `fy1`. */
export function isRelativeYear(header: string): boolean {
  return RELATIVE_YEAR.test(plain(header));
}

/** Whether a label column tells in what each row is measured: then the rows cannot be added. */
export function isUnitHeader(header: string): boolean {
  return UNIT.test(plain(header));
}

/** Whether the words below a year name a part of it: `H1 (Apr-Sep)`, `Q3`, `(Jul to Sep)`. */
export function isSubPeriod(words: string): boolean {
  return SUB_PERIOD.test(plain(words));
}

/** Whether the words below a year name its total over parts. */
export function isPeriodTotal(words: string): boolean {
  return TOTAL.test(plain(words));
}

/** A kind of spending in words: `Capital`, `CDEL`, `Investitionen`; null for other words. */
export function readLineKind(text: string): 'capital' | 'revenue' | null {
  const value = plain(text);
  if (/^(?:c|cap|capital|cdel|investiv|investitionen?|investissement|投資的経費|投資的)$/iu.test(value))
    return 'capital';
  if (/^(?:r|rev|revenue|rdel|operating|konsumtiv|fonctionnement|経常的経費|経常的)$/iu.test(value))
    return 'revenue';
  return null;
}

/** White space of every kind as single spaces, full-width signs as plain ones. */
export function plain(text: string): string {
  return toHalfWidth(text).replace(/\s+/g, ' ').trim();
}
