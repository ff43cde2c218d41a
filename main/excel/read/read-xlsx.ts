import type { WorkbookContext } from './build-sheet.ts';
import type { SharedTexts } from './cell-value.ts';
import type { ReadLimits } from './limits.ts';
import { refusal } from './refusal.ts';
import { findByType, readRelationships, requireTarget } from './relationships.ts';
import type { Relationship } from './relationships.ts';
import { createSharedStringsReader } from './rich-text.ts';
import type { Sheet, Workbook } from './sheet.ts';
import { createStylesReader } from './styles.ts';
import type { CellFormat } from './styles.ts';
import { createTextStore } from './text-store.ts';
import type { TextStore } from './text-store.ts';
import { readWorkbookPart } from './workbook-part.ts';
import type { SheetEntry } from './workbook-part.ts';
import { walkWorksheet } from './walk-worksheet.ts';
import { createWorksheetReader } from './worksheet.ts';
import { walkXml } from './xml.ts';
import { openZip } from './zip.ts';
import type { ZipArchive } from './zip.ts';

/** Is told how many bytes of a part were read; throws to stop the reading. */
export type Watch = { readonly total: (bytes: number) => void; readonly done: (bytes: number) => void };

type Source = { readonly zip: ZipArchive; readonly limits: ReadLimits; readonly watch: Watch };

/** Reads an xlsx or xlsm file held in memory. Parts are found through relationships alone. Throws a RefusalError. */
export async function readXlsx(bytes: Buffer, limits: ReadLimits, watch: Watch): Promise<Workbook> {
  const zip = await openZip(bytes, limits);
  const source = { zip, limits, watch };
  const main = findByType(await readRelationships(zip, ''), 'officeDocument');
  refuseOtherFormats(zip, main);
  const workbook = requireTarget(main, zip, 'officeDocument');
  const { sheets: entries, date1904, definedNames } = await readWorkbookPart(zip, workbook);
  const relationships = await readRelationships(zip, workbook);
  const worksheets = worksheetParts(entries, relationships, zip);

  const sharedPart = findByType(relationships, 'sharedStrings')?.target ?? '';
  const stylesPart = findByType(relationships, 'styles')?.target ?? '';
  const parts = [sharedPart, stylesPart, ...worksheets.map(({ part }) => part)];
  watch.total(parts.reduce((sum, part) => sum + zip.size(part), 0));

  const texts = createTextStore(limits.textBytes);
  const shared = await readSharedTexts(source, sharedPart, texts);
  const formats = await readStyles(source, stylesPart);
  const sheets = await readSheets(source, worksheets, shared, { texts, formats, date1904 });
  return { sheets, date1904, definedNames, textFormat: null };
}

/** Zip files of other kinds, judged by what they hold. */
function refuseOtherFormats(zip: ZipArchive, main: Relationship | undefined): void {
  const target = main?.target.toLowerCase() ?? '';
  const names = zip.names();
  if (names.length === 0) throw refusal('damaged-zip', {});
  if (target.endsWith('.bin')) throw refusal('xlsb', {});
  if (names.some((name) => name.startsWith('word/'))) throw refusal('word', {});
  if (names.some((name) => name.startsWith('ppt/'))) throw refusal('presentation', {});
  if (main !== undefined) return;
  if (zip.has('mimetype') && zip.has('content.xml')) throw refusal('ods', {});
  if (names.some((name) => name.endsWith('.iwa'))) throw refusal('numbers', {});
  if (!zip.has('[Content_Types].xml')) throw refusal('not-a-workbook', {});
}

type WorksheetPart = SheetEntry & { readonly part: string };

/** The worksheets in the workbook's order; sheets of charts, dialogs and old macros hold no cells of a table. */
function worksheetParts(
  entries: readonly SheetEntry[],
  relationships: readonly Relationship[],
  zip: ZipArchive,
): readonly WorksheetPart[] {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const worksheets: WorksheetPart[] = [];
  for (const entry of entries) {
    const relationship = byId.get(entry.relationship);
    if (relationship !== undefined && relationship.type !== 'worksheet') continue;
    worksheets.push({ ...entry, part: requireTarget(relationship, zip, entry.name) });
  }
  if (worksheets.length === 0) throw refusal('no-sheets', {});
  return worksheets;
}

async function readSharedTexts(source: Source, part: string, texts: TextStore): Promise<SharedTexts> {
  const empty = new Set<number>();
  const add = (text: string) => {
    const id = texts.add(text);
    if (text === '') empty.add(id);
  };
  if (part !== '') await walkXml(watchedPart(source, part), part, createSharedStringsReader(add));
  return { count: texts.count(), empty };
}

async function readStyles(source: Source, part: string): Promise<readonly CellFormat[]> {
  // Some exporters write no styles at all, some a relationship to a part that they then leave out.
  if (!source.zip.has(part)) return [];
  const reader = createStylesReader();
  await walkXml(watchedPart(source, part), part, reader.handlers);
  return reader.formats();
}

async function readSheets(
  source: Source,
  worksheets: readonly WorksheetPart[],
  shared: SharedTexts,
  context: WorkbookContext,
): Promise<readonly Sheet[]> {
  const limit = source.limits.cells;
  let cells = 0;
  const countCell = () => {
    cells += 1;
    if (cells > limit) throw refusal('too-many-cells', { limit });
  };
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of worksheets) {
    const mergeLimit = source.limits.merges;
    const reader = createWorksheetReader({ name, hidden, shared, context, mergeLimit, countCell });
    await walkWorksheet(watchedPart(source, part), part, reader.handlers, reader.takeCell);
    sheets.push(reader.sheet());
  }
  return sheets;
}

/** The bytes of a part, each piece told to the watch. */
async function* watchedPart({ zip, watch }: Source, part: string): AsyncGenerator<Buffer> {
  for await (const bytes of zip.read(part)) {
    watch.done(bytes.length);
    yield bytes;
  }
}
