import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterEach, expect, it, vi } from 'vitest';
import { encodeWire } from '#shared/api/wire.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { createSession, type Session } from '#main/planner/session.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, NOW } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const SMALL = 10;
const LARGE = 2000;

afterEach(() => vi.restoreAllMocks());

/** An open plan with an amount in each year of each line, and of each source's share of it. */
function openSession(lines: number): Session {
  const amounts = ['1', '2', '3'];
  const plan = buildPlan({
    years: 3,
    lines: Array.from({ length: lines }, (_, index) => ({ id: `l${index}`, need: amounts })),
    sources: [{ id: 's1' }],
    allocations: Array.from({ length: lines }, (_, index) => ({ line: `l${index}`, source: 's1', amounts })),
  });
  return createSession({
    handle: 'h',
    document: makePlanFile(join(tempFolder(), 'a.perennial'), plan),
    isDraft: () => false,
    tokenFor: () => 'token',
    user: () => 'A. Officer',
    now: () => NOW,
    onStep: () => undefined,
  });
}

const EDITS: readonly Edit[] = [
  {
    kind: 'set-amounts',
    blocks: [{ ref: { of: 'line', measure: 'need', line: 'l7' }, from: '2026', minor: [500n, null] }],
  },
  { kind: 'update-line', id: 'l3', changes: { title: 'Renamed' } },
  { kind: 'update-source', id: 's1', changes: { funder: 'Ministry' } },
];

/** How often the database is asked for anything during some work. */
function countStatements(work: () => void): number {
  const prepared = (['run', 'get', 'all', 'iterate'] as const).map((name) =>
    vi.spyOn(StatementSync.prototype, name),
  );
  const executed = vi.spyOn(DatabaseSync.prototype, 'exec');
  work();
  const count = [...prepared, executed].reduce((sum, { mock }) => sum + mock.calls.length, 0);
  vi.restoreAllMocks();
  return count;
}

/** What some edits, taking the last of them back and doing it again cost in a plan of this size. */
function costOf(lines: number): {
  readonly statements: readonly number[];
  readonly bytes: readonly number[];
} {
  const session = openSession(lines);
  const bytes: number[] = [];
  const answered = (answer: unknown) => bytes.push(encodeWire(answer).length);
  const steps = [
    ...EDITS.map((edit) => () => answered(session.apply(session.state().seq, edit))),
    () => answered(session.undo()),
    () => answered(session.redo()),
  ];
  const statements = steps.map(countStatements);
  session.document().close();
  return { statements, bytes };
}

it('asks the database as often, and answers with as many bytes, whatever the size of the plan', () => {
  const [small, large] = [costOf(SMALL), costOf(LARGE)];
  expect(large).toEqual(small);
  expect(Math.max(...large.statements)).toBeLessThan(40);
  expect(Math.max(...large.bytes)).toBeLessThan(500);
});
