import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startHostProcess, type HostProcess } from '#tests/fixtures/host-process.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';
import { type Deed, emptyLedger, type Ledger, record, writeCells } from './ledger.ts';
import { cellsOf, FIRST_YEAR, lineIds, makePlanFile, openPlanFile, toEdit, YEARS } from './plan-in-host.ts';
import { makeRandom } from './random.ts';

const CYCLES = 50;
/** A process that was just started is killed after at most this long; many edits fit in. */
const LONGEST_LIFE_MS = 120;

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

/** Edits without a pause until the process is gone. */
async function editUntilKilled(
  host: HostProcess,
  { plan, standing, random }: { readonly plan: string; readonly standing: Standing; readonly random: Random },
): Promise<Account> {
  let kept = standing;
  for (;;) {
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

async function liveThroughKills(seed: number): Promise<number> {
  const home = tempFolder();
  const place = { home, folder: join(home, 'plans') };
  mkdirSync(place.folder);
  const random = makeRandom(seed);
  let host = await startHostProcess(place);
  let plan = await makePlanFile(host, 'Kept');
  let standing: Standing = { seq: 1, ledger: emptyLedger };
  let acknowledged = 0;
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const editing = editUntilKilled(host, { plan, standing, random });
    await new Promise((resolve) => setTimeout(resolve, random(LONGEST_LIFE_MS)));
    await host.kill();
    const { kept, perhaps } = await editing;
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
  // Four plans at a time, 50 kills each: 200 lives of the real process.
  it.concurrent.for([1, 2, 3, 4])(
    'holds every edit that was acknowledged, and no torn one: %i',
    { timeout: 240_000 },
    async (seed) => {
      expect(await liveThroughKills(seed)).toBeGreaterThan(CYCLES);
    },
  );
});
