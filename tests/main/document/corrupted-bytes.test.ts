import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Plan } from '#shared/plan/plan.ts';
import { planDigest } from '#shared/review/digest.ts';
import { documentMessages } from '#shared/messages/catalogue/document.ts';
import { DocumentError } from '#main/document/document-error.ts';
import type { PlanDocument } from '#main/document/document.ts';
import { peekDocument } from '#main/document/peek-document.ts';
import { findRecovery } from '#main/document/recovery.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { setNeed } from '#tests/fixtures/hostile-file.ts';
import { makePlanFile, NOW, openPlanFile, readPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const CASES = 150;
const PAGE = 4096;

/** A generator of numbers that are the same each time: mulberry32 by Tommy Ettinger. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A plan file of a few hundred kilobytes with steps, an import and versions. */
function makeFile(path: string): { readonly bytes: Buffer; readonly plan: Plan } {
  const years = Array.from({ length: 12 }, (_, index) => `${index * 1000 + 17}.25`);
  const lines = Array.from({ length: 120 }, (_, index) => ({
    id: `l${index}`,
    title: `Line ${index} ß 計画`,
    need: years,
  }));
  const sources = Array.from({ length: 20 }, (_, index) => ({ id: `s${index}`, award: years }));
  const allocations = lines.map(({ id }, index) => ({ line: id, source: `s${index % 20}`, amounts: years }));
  const document = makePlanFile(path, buildPlan({ years: 12, lines, sources, allocations }));
  let state = document.opened;
  for (let step = 0; step < 60; step += 1)
    state = writeEdit(document, state, setNeed(`l${step}`, 2026 + (step % 12), BigInt(step)));
  for (const name of ['One', 'Two']) {
    const made = { name, kind: 'named', note: '', by: 'A. Officer', at: NOW.toISOString() } as const;
    document.versions.create({ ...made, seq: state.seq, plan: state.plan });
  }
  document.close();
  return { bytes: readFileSync(path), plan: state.plan };
}

/** Spoils a copy of the bytes in one of the ways in which disks, networks and people do. */
function spoil(good: Buffer, next: (below: number) => number): Buffer {
  const bytes = Buffer.from(good);
  const pages = bytes.length / PAGE;
  const at = next(bytes.length);
  switch (next(8)) {
    case 0:
      bytes[at] = next(256);
      return bytes;
    case 1:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
      return bytes;
    case 2:
      bytes[next(100)] = next(256);
      return bytes;
    case 3:
      return bytes.fill(next(2) * 255, at, Math.min(bytes.length, at + next(PAGE)));
    case 4:
      for (let index = at; index < Math.min(bytes.length, at + 512); index += 1) bytes[index] = next(256);
      return bytes;
    case 5:
      good.copy(bytes, next(pages) * PAGE, next(pages) * PAGE, next(pages) * PAGE);
      good.copy(bytes, next(pages) * PAGE, at - (at % PAGE), at - (at % PAGE) + PAGE);
      return bytes;
    case 6:
      return bytes.subarray(0, at);
    default:
      // The head of a page: how its cells are counted and where they lie.
      bytes[next(pages) * PAGE + next(16)] = next(256);
      return bytes;
  }
}

/** Uses everything that an open plan offers; what it cannot read it says in a sentence. */
function useAll(document: PlanDocument): void {
  const filter = { line: null, source: null, who: null, cell: null };
  const uses: (() => unknown)[] = [
    () => document.history.page({ filter, before: null, limit: 100 }),
    () => document.history.page({ filter: { ...filter, line: 'l7' }, before: null, limit: 100 }),
    () => document.history.changesOf(7),
    () => document.openSteps(),
    () => document.inverseOf(60),
    () => document.findProvenance(9),
    () => document.versions.list(),
    () => document.versions.planOf(1),
    () => document.info(),
  ];
  for (const use of uses) said(use);
  if (document.readOnly === null) said(() => writeEdit(document, document.opened, setNeed('l1', 2027, 1n)));
  if (document.backups !== null) said(() => document.backups?.writeNow());
}

/** What a failure is told by; null when there is none. Anything but a sentence fails the test. */
function said(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    expect(Object.keys(documentMessages)).toContain(error.sentence.id);
    return error.sentence.id;
  }
}

it('a file with bytes that were spoilt is refused with a sentence, or opens as a plan that holds together', () => {
  const root = tempFolder();
  const good = makeFile(join(root, 'good.perennial'));
  expect(good.bytes.length).toBeGreaterThan(200_000);
  const digest = planDigest(good.plan);
  const told = new Set<string>();
  for (let seed = 1; seed <= CASES; seed += 1) {
    const folder = join(root, `${seed}`);
    mkdirSync(folder);
    const path = join(folder, 'plan.perennial');
    const bytes = spoil(good.bytes, numbersFrom(seed));
    writeFileSync(path, bytes);
    peekDocument(path);
    const what =
      said(() => {
        const document = readPlanFile(path);
        // Every field that a plan has was read and checked, or this would throw.
        planDigest(document.opened.plan);
        useAll(document);
        document.close();
      }) ?? 'opened';
    expect(readFileSync(path).equals(bytes), `seed ${seed} is only read`).toBe(true);
    const written = said(() => {
      const document = openPlanFile(path);
      try {
        useAll(document);
      } finally {
        document.close();
      }
    });
    if (written !== null) expect(readFileSync(path).equals(bytes), `seed ${seed} is refused`).toBe(true);
    findRecovery(path);
    expect(readdirSync(folder).filter((name) => !/^plan\.perennial(\.backup-1)?$/.test(name))).toEqual([]);
    told.add(what);
  }
  expect(readFileSync(join(root, 'good.perennial')).equals(good.bytes)).toBe(true);
  expect(planDigest(good.plan)).toBe(digest);
  // Most of what is spoilt is noticed; what is not lies in texts and figures, which no page says are wrong.
  expect([...told]).toEqual(expect.arrayContaining(['opened', 'document.damaged', 'document.not-valid']));
  expect([...told]).not.toContain('document.failed');
});
