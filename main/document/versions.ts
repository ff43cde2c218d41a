import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import type { VersionInfo } from '#shared/api/history-api.ts';
import { versionInfo } from '#shared/api/schema/history-schema.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { checkNewest } from './check-newest.ts';
import { MOST_VALUE_BYTES } from './database.ts';
import { DocumentError } from './document-error.ts';
import { packSnapshot, unpackSnapshot } from './snapshot.ts';
import type { TakeTurn } from './turns.ts';

type VersionText = Pick<VersionInfo, 'name' | 'kind' | 'note'>;

/** A version to be kept: the plan as it stands at `seq`, the newest step. */
type NewVersion = Omit<VersionInfo, 'number'> & { readonly plan: Plan };

/** The versions of a plan: the whole plan at a moment, each as one snapshot. */
export type DocumentVersions = {
  /** All of them, oldest first. @throws DocumentError for one that no program of ours has written. */
  readonly list: () => readonly VersionInfo[];
  /** Keeps a version in one durable transaction. @throws DocumentError when its name is taken or empty, or nothing may be written. */
  readonly create: (version: NewVersion) => VersionInfo;
  /** Changes what is said of a version; the plan that it keeps never changes. @throws DocumentError as `create` does. */
  readonly update: (number: number, text: VersionText) => VersionInfo;
  /** The plan that a version keeps, without comments, acceptances and sign-offs. @throws DocumentError */
  readonly planOf: (number: number) => Plan;
};

const FIELDS = 'number, name, kind, note, made_by, made_at, seq';

/** One that is too large to be read is none. */
const SNAPSHOT = `SELECT iif(octet_length(snapshot) > ${MOST_VALUE_BYTES}, NULL, snapshot) AS snapshot FROM versions WHERE number = ?`;

/** The versions in an open plan file; they are written in turn with its steps. */
export function createVersions(db: DatabaseSync, path: string, take: TakeTurn): DocumentVersions {
  const list = () =>
    db
      .prepare(`SELECT ${FIELDS} FROM versions ORDER BY number`)
      .all()
      .map((row) => readVersion(row, path));
  const get = (number: number) => list().find((version) => version.number === number) ?? unknownVersion(path);
  return {
    list,
    create: ({ plan, ...version }) => {
      const name = checkName(version.name, list());
      const snapshot = packSnapshot(plan);
      return take(() => {
        const { kind, note, by, at, seq } = version;
        checkNewest(db, path, seq);
        const put = `INSERT INTO versions (${FIELDS}, snapshot) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)`;
        const { lastInsertRowid } = db.prepare(put).run(name, kind, note, by, at, seq, snapshot);
        return { ...version, name, number: Number(lastInsertRowid) };
      });
    },
    update: (number, text) => {
      const version = get(number);
      const others = list().filter((other) => other.number !== number);
      const changed = { name: checkName(text.name, others), kind: text.kind, note: text.note };
      return take(() => {
        const put = 'UPDATE versions SET name = ?, kind = ?, note = ? WHERE number = ?';
        db.prepare(put).run(changed.name, changed.kind, changed.note, number);
        return { ...version, ...changed };
      });
    },
    planOf: (number) => {
      const { name } = get(number);
      const blob = db.prepare(SNAPSHOT).get(number)?.['snapshot'];
      const plan = blob instanceof Uint8Array ? unpackSnapshot(blob) : undefined;
      if (plan !== undefined) return plan;
      const values = { file: basename(path), name };
      throw new DocumentError('damaged', { id: 'document.version-damaged', values });
    },
  };
}

/** What the file holds comes from outside. */
function readVersion(row: Readonly<Record<string, unknown>>, path: string): VersionInfo {
  const read = versionInfo.safeParse({
    number: Number(row['number']),
    name: row['name'],
    kind: row['kind'],
    note: row['note'],
    by: row['made_by'],
    at: row['made_at'],
    seq: Number(row['seq']),
  });
  if (read.success) return read.data;
  const values = { file: basename(path), where: `versions.${String(row['number'])}` };
  throw new DocumentError('damaged', { id: 'document.not-valid', values });
}

/** A name as it is kept. People tell versions apart by name, and by more than capitals or the form of a letter. */
function checkName(given: string, others: readonly VersionInfo[]): string {
  const name = given.trim();
  if (name === '') throw new DocumentError('bad-name', { id: 'document.version-without-name' });
  const taken = others.find((other) => comparedName(other.name) === comparedName(name));
  if (taken === undefined) return name;
  throw new DocumentError('name-taken', { id: 'document.version-name-taken', values: { name: taken.name } });
}

function comparedName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function unknownVersion(path: string): never {
  throw new DocumentError('no-such-version', {
    id: 'document.no-such-version',
    values: { file: basename(path) },
  });
}
