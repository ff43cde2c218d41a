import { SCHEMA_1 } from './schema/version-1.ts';
import { SCHEMA_2 } from './schema/version-2.ts';

/** "PrnL" in the file's header: says that a SQLite file is a plan. */
export const APPLICATION_ID = 0x50726e4c;
/** The version of the tables of a new file; a file with a higher one was made by a newer program. */
export const SCHEMA_VERSION = 2;
export const PLAN_EXTENSION = '.perennial';

/** The tables of a new plan file. */
export const SCHEMA = SCHEMA_2;

/** The tables of every version that a file may have, by that version. */
export const SCHEMAS: Readonly<Record<number, string>> = { 1: SCHEMA_1, 2: SCHEMA };
