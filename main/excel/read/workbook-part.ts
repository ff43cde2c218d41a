import type { DefinedName } from './sheet.ts';
import { isOn } from './styles.ts';
import { walkXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** A sheet as the workbook part lists it. */
export type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly relationship: string };

/** What the workbook part says. */
export type WorkbookPart = {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly definedNames: readonly DefinedName[];
};

type NameElement = { readonly name: string; readonly sheet: number | null; refersTo: string };

/** Reads the workbook part: its sheets in their order, its date system, its names. */
export async function readWorkbookPart(zip: ZipArchive, part: string): Promise<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  const names: NameElement[] = [];
  let date1904 = false;
  let isInName = false;
  await walkXml(zip.read(part), part, {
    open: (element, attributes, parent) => {
      if (element === 'workbookPr') date1904 = isOn(attributes['date1904']);
      if (element === 'sheet' && parent === 'sheets') sheets.push(sheetOf(attributes));
      isInName = element === 'definedName' && parent === 'definedNames';
      if (isInName) names.push(nameOf(attributes));
    },
    close: () => {
      isInName = false;
    },
    text: (piece) => {
      const last = names.at(-1);
      if (isInName && last !== undefined) last.refersTo += piece;
    },
  });
  const definedNames = names.map(({ name, sheet, refersTo }) => ({
    name,
    sheet: sheet === null ? null : (sheets[sheet]?.name ?? null),
    refersTo,
  }));
  return { sheets, date1904, definedNames };
}

type Attributes = Readonly<Record<string, string | undefined>>;

function sheetOf(attributes: Attributes): SheetEntry {
  return {
    name: attributes['name'] ?? '',
    hidden: (attributes['state'] ?? 'visible') !== 'visible',
    relationship: relationshipId(attributes),
  };
}

/** The only attribute named `id` in a namespace; which prefix it has is up to the file. */
function relationshipId(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function nameOf(attributes: Attributes): NameElement {
  const index = attributes['localSheetId'];
  const sheet = index !== undefined && /^\d{1,6}$/.test(index) ? Number(index) : null;
  return { name: attributes['name'] ?? '', sheet, refersTo: '' };
}
