import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAM_NAMES = ['soffice', 'libreoffice', 'soffice.exe'];
const USUAL_PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:/Program Files/LibreOffice/program/soffice.exe',
];

/** LibreOffice's program: the one named by PERENNIAL_LIBREOFFICE, else the one on the path or in its usual place. */
export function findLibreOffice(): string | undefined {
  const named = process.env['PERENNIAL_LIBREOFFICE'];
  if (named !== undefined) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => PROGRAM_NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES].find((path) => existsSync(path));
}
