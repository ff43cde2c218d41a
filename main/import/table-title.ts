import { parseScaleWords } from '#shared/money/scale-words.ts';
import type { ImportTable } from './detect/import-table.ts';
import type { ImportState } from './import-state.ts';

const AROUND = '\\s\\-–—,:;|/';
const BEFORE =
  '(?:(?:all|figures|amounts|values|are|expressed|stated|shown|alle|angaben|beträge|werte|montants|chiffres|exprimés|単位|in|en|à)[\\s:]*)*';

/** The title above the table that is more than a unit, else the file's name without its ending. */
export function titleOf({ file }: Pick<ImportState, 'file'>, { texts }: Pick<ImportTable, 'texts'>): string {
  // The last of them is the sheet's name.
  const titles = texts.titles.slice(0, -1).map(withoutScale);
  return titles.find((title) => title !== '') ?? file.name.replace(/\.[^.]+$/, '');
}

/** A title without the words of its scale: amounts of a plan are in whole units. Empty for a title that says only that. */
export function withoutScale(title: string): string {
  const words = parseScaleWords(title);
  if (words === null) return title;
  if (words.phrase.length === title.length) return '';
  if (words.scale === 1n) return title;
  const phrase = words.phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`[${AROUND}]*[([]?\\s*(?<!\\p{L})${BEFORE}${phrase}\\s*[)\\]]?`, 'iu');
  const rest = title.replace(pattern, ' ').replace(/\(\s*\)|\[\s*\]/g, ' ');
  return rest.replace(/\s+/g, ' ').replace(new RegExp(`^[${AROUND}]+|[${AROUND}]+$`, 'gu'), '');
}
