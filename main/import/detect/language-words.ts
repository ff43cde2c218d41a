/** The languages whose words tell where a file was made. */
export type FileLanguage = 'german' | 'french' | 'japanese';
/** Different words of one language in a file, as they are written there. */
export type LanguageWords = { readonly language: FileLanguage; readonly words: readonly string[] };

const whole = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'giu');

/** Words of budgets that mean nothing in the other languages, and units as they are written in one of them. */
const WORDS: Readonly<Record<FileLanguage, readonly RegExp[]>> = {
  german: [
    whole(
      'ma(?:ß|ss)nahmen?|vorhaben|ansatz|ansätze|planung|finanzplan\\p{L}*|haushalts?\\p{L}*|(?:zwischen|teil)?summen?|gesamt\\p{L}*|insgesamt|' +
        'bezeichnung|auszahlung\\p{L}*|einzahlung\\p{L}*|aufwendungen|erträge|ausgaben|einnahmen|ergebnis|investition(?:en|s\\p{L}+)|' +
        'verpflichtungserm\\p{L}+|zuweisung\\p{L}*|zuwendung\\p{L}*|eigenanteil|jahr(?:e|es)?|kredite|tabelle(?=\\d)|tsd|mio|mrd|TEUR',
    ),
    /(?<![\p{L}])T€/gu,
  ],
  french: [
    whole(
      'libellés?|libelle|intitulés?|opérations?|dépenses?|recettes?|total général|sous-?\\s?tota(?:l|ux)|crédits|cp(?= ?(?:19|20)\\d\\d)|n° ?a[pe]|au[- ]del[àa]|antérieurs?|milliers|' +
        'budget primitif|reste à charge|autofinancement|emprunts?|fctva|fonctionnement|investissements?|exercices?|chapitres?|feuil(?=\\d)|année(?:s)?',
    ),
    /(?<![\p{L}])[kKM] ?€/gu,
  ],
  japanese: [
    /[\p{sc=Hiragana}\p{sc=Katakana}]{2,}/gu,
    /年度|[千億]円|百万円|令和|平成|事業[名費]|予算額|総?合計|小計|単位/gu,
  ],
};
/** Chinese writes the same signs and has its own money. */
const CHINESE = /[千万亿億]元|人民币|预算|总计|项目/u;

/** Finds words of languages in the texts of a file, the language with the most different words first. */
export function findLanguageWords(texts: readonly string[]): LanguageWords[] {
  const isChinese = texts.some((text) => CHINESE.test(text));
  const languages: readonly FileLanguage[] = ['german', 'french', 'japanese'];
  return languages
    .map((language) => ({ language, words: isChinese ? [] : wordsOf(texts, WORDS[language]) }))
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length);
}

function wordsOf(texts: readonly string[], patterns: readonly RegExp[]): string[] {
  const words = new Map<string, string>();
  for (const text of texts) {
    for (const pattern of patterns) {
      for (const [word] of text.matchAll(pattern)) {
        const key = word.toLowerCase();
        if (!words.has(key)) words.set(key, word);
      }
    }
  }
  return [...words.values()];
}
