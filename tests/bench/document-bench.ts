import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocument } from '#main/document/create-document.ts';
import { openDocument, type PlanDocument } from '#main/document/document.ts';
import { createSession, type Session } from '#main/planner/session.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { comparePlans } from '#shared/review/compare-plans.ts';
import type { BenchRow } from './bench-row.ts';
import { FIRST_YEAR, largePlan } from './large-plan.ts';

const SMALL = 1000;
const LARGE = 10_000;
const EDITS = 1000;
const ROUNDS = 3;
const MILLISECOND = 1_000_000n;

type Measured = {
  readonly open: number;
  readonly firstEdit: number;
  readonly edits: number;
  /** How many bytes the file grew by in all of the edits. */
  readonly growth: number;
  readonly compare: number;
};

/** A plan file with two sources a line over 30 years: opening, edits until they are durable, comparing two versions. */
export function benchDocument(): Promise<readonly BenchRow[]> {
  const [small, large] = [measure(SMALL), measure(LARGE)];
  const growth = large.open / small.open;
  return Promise.resolve([
    ...rowsOf(SMALL, small),
    ...rowsOf(LARGE, large),
    {
      what: `opening a plan file, ${count(LARGE)} lines against ${count(SMALL)}`,
      figure: `${growth.toFixed(1)}x the time`,
      target: { text: 'at most 12x', isMet: growth <= 12 },
    },
    {
      what: `what an edit adds to the file, ${count(LARGE)} lines against ${count(SMALL)}`,
      figure: `${(large.growth / small.growth).toFixed(2)}x the bytes`,
      target: { text: 'at most 1.5x', isMet: large.growth <= 1.5 * small.growth },
    },
  ]);
}

function rowsOf(lines: number, measured: Measured): readonly BenchRow[] {
  const what = `plan file of ${count(lines)} lines x 30 years`;
  const { open, firstEdit, edits, growth, compare } = measured;
  return [
    { what: `${what}, opening`, figure: milliseconds(open), target: null },
    { what: `${what}, first edit durable`, figure: milliseconds(firstEdit), target: null },
    { what: `${what}, ${count(EDITS)} edits durable`, figure: milliseconds(edits), target: null },
    { what: `${what}, growth by an edit`, figure: `${(growth / EDITS).toFixed(0)} bytes`, target: null },
    { what: `${what}, comparing two versions`, figure: milliseconds(compare), target: null },
  ];
}

/** The shortest of a few rounds: whatever else the machine does can only make one longer. */
function measure(lines: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-bench-'));
  const path = join(folder, 'bench.perennial');
  try {
    createDocument(path, largePlan(lines), { now: new Date(), version: 'bench', replace: false });
    const rounds = Array.from({ length: ROUNDS }, () => measureRound(path));
    const shortest = (key: keyof Measured) => Math.min(...rounds.map((round) => round[key]));
    return {
      open: shortest('open'),
      firstEdit: shortest('firstEdit'),
      edits: shortest('edits'),
      growth: shortest('growth'),
      compare: shortest('compare'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureRound(path: string): Measured {
  const [document, open] = timed(() => openDocument(path, { user: 'Bench', now: new Date(), mode: 'write' }));
  try {
    const session = sessionOf(document);
    const { plan } = session.state();
    keep(document, session, 'before');
    const bytes = statSync(path).size;
    const [, firstEdit] = timed(() => apply(session, plan, 0));
    const [, rest] = timed(() => {
      for (let index = 1; index < EDITS; index += 1) apply(session, plan, index);
    });
    const growth = statSync(path).size - bytes;
    keep(document, session, 'after');
    const [before, after] = document.versions.list().slice(-2);
    const [, compare] = timed(() =>
      comparePlans(
        document.versions.planOf(before?.number ?? 0),
        document.versions.planOf(after?.number ?? 0),
      ),
    );
    return { open, firstEdit, edits: firstEdit + rest, growth, compare };
  } finally {
    document.close();
  }
}

function sessionOf(document: PlanDocument): Session {
  return createSession({
    handle: 'bench',
    document,
    isDraft: () => false,
    tokenFor: () => 'token',
    user: () => 'Bench',
    now: () => new Date(),
    onStep: () => undefined,
  });
}

/** Keeps the plan as it stands as a version; a round's versions are told apart by where the plan stands. */
function keep(document: PlanDocument, session: Session, name: string): void {
  const { plan, seq } = session.state();
  const version = { name: `${name} ${seq}`, kind: 'named', note: '', by: 'Bench', at: '2026-11-22' } as const;
  document.versions.create({ ...version, seq, plan });
}

function apply(session: Session, { lines }: Plan, index: number): void {
  const line = lines.rows[(index * 7919) % lines.rows.length]?.id ?? '';
  const ref = { of: 'line', measure: 'need', line } as const;
  const edit: Edit = {
    kind: 'set-amounts',
    blocks: [{ ref, from: FIRST_YEAR, minor: [BigInt(100_000 + index)] }],
  };
  session.apply(session.state().seq, edit);
}

/** What the work answers, and how long it took by the clock: waiting for the disk counts. */
function timed<Result>(work: () => Result): readonly [Result, number] {
  const start = process.hrtime.bigint();
  const result = work();
  return [result, Number((process.hrtime.bigint() - start) / 1000n) / Number(MILLISECOND / 1000n)];
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
