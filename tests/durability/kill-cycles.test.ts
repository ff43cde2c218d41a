import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startHostProcess, type HostProcess } from '#tests/fixtures/host-process.ts';
import { type Deed, emptyLedger, type Ledger, record, writeCells } from './ledger.ts';
import { cellsOf, FIRST_YEAR, lineIds, makePlanFile, openPlanFile, toEdit, YEARS } from './plan-in-host.ts';
import { makeRandom } from './random.ts';

const CYCLES = 100;
/** A process is killed after fewer than so many edits that it said yes to, at a random moment of the next ones. */
const MOST_EDITS = 8;
const LONGEST_WAIT_MS = 25;

type Random = (limit: number) => number;

/** Where a plan stands: its sequence number and what it holds. */
type Standing = { readonly seq: number; readonly ledger: Ledger };

type Account = {
  /** What the process said yes to. */
  readonly kept: Standing;
  /** As `kept`, and the deed that was on its way when the process died. */
  readonly perhaps: Standing;
};

/** Not what would take back the lines themselves: the account knows only their amounts. */
function randomDeed(random: Random, { past, future }: Ledger): Deed {
  const dice = random(10);
  if (dice < 2 && past.length > 0) return { kind: 'undo' };
  if (dice === 2 && future.length > 0) return { kind: 'redo' };
  const offset = random(YEARS);
  const amounts = Array.from({ length: 1 + random(YEARS - offset) }, () =>
    random(8) === 0 ? null : BigInt(random(1_000_000_000)) * 1000n - 7n,
  );
  return { kind: 'fill', line: lineIds[random(lineIds.length)] ?? '', from: FIRST_YEAR + offset, amounts };
}

/** Does one deed; answers the sequence number that the process acknowledged. */
async function act({ get }: HostProcess, plan: string, base: number, deed: Deed): Promise<number> {
  if (deed.kind !== 'fill') return (await get(`plan/${deed.kind}`, { plan })).seq;
  return (await get('plan/apply-edit', { plan, base, edit: toEdit(deed) })).seq;
}

type Editing = {
  readonly plan: string;
  readonly standing: Standing;
  readonly random: Random;
  /** Told of each edit that the process said yes to. */
  readonly onKept: (standing: Standing) => void;
};

/** Edits without a pause until the process is gone. */
async function editUntilKilled(host: HostProcess, editing: Editing): Promise<Account> {
  const { plan, standing, random, onKept } = editing;
  let kept = standing;
  for (;;) {
    onKept(kept);
    const deed = randomDeed(random, kept.ledger);
    const perhaps = { seq: kept.seq + 1, ledger: record(kept.ledger, deed) };
    let seq: number;
    try {
      seq = await act(host, plan, kept.seq, deed);
    } catch {
      // The connection broke: nobody knows whether the last deed was written.
      return { kept, perhaps };
    }
    expect(seq).toBe(perhaps.seq);
    kept = perhaps;
  }
}

/** Edits the plan, and kills the process at a moment that has nothing to do with what it is doing then. */
async function editAndKill(
  host: HostProcess,
  { plan, standing, random }: Omit<Editing, 'onKept'>,
): Promise<Account> {
  const last = standing.seq + random(MOST_EDITS);
  let onLast: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (onLast = resolve));
  const onKept = ({ seq }: Standing) => seq === last && onLast();
  const editing = editUntilKilled(host, { plan, standing, random, onKept });
  await reached;
  await new Promise((resolve) => setTimeout(resolve, random(LONGEST_WAIT_MS)));
  await host.kill();
  return editing;
}

async function liveThroughKills(seed: number, home: string): Promise<number> {
  const place = { home, folder: join(home, 'plans') };
  mkdirSync(place.folder);
  const random = makeRandom(seed);
  let host = await startHostProcess(place);
  let plan = await makePlanFile(host, 'Kept');
  let standing: Standing = { seq: 1, ledger: emptyLedger };
  let acknowledged = 0;
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const { kept, perhaps } = await editAndKill(host, { plan, standing, random });
    acknowledged += kept.seq - standing.seq;
    host = await startHostProcess(place);
    plan = await openPlanFile(host);
    const { seq, plan: found } = await host.get('plan/get-snapshot', { plan });
    expect([kept.seq, perhaps.seq], `seed ${seed}, cycle ${cycle}`).toContain(seq);
    standing = seq === kept.seq ? kept : perhaps;
    expect(writeCells(cellsOf(found)), `seed ${seed}, cycle ${cycle}`).toBe(
      writeCells(standing.ledger.cells),
    );
  }
  await host.kill();
  return acknowledged;
}

describe('a plan whose process is killed while it is edited', () => {
  // Two plans at a time, 100 kills each: 200 lives of the real process.
  it.concurrent.for([1, 2])(
    'holds every edit that was acknowledged, and no torn one: %i',
    { timeout: 480_000 },
    async (seed) => {
      // Not the folder that goes after each test: the other test is not done then.
      const home = mkdtempSync(join(tmpdir(), 'Plän 計画 '));
      try {
        expect(await liveThroughKills(seed, home)).toBeGreaterThan(2 * CYCLES);
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    },
  );
});
