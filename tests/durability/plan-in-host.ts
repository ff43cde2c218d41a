import { newLine } from '#shared/plan/new-plan.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { HostProcess } from '#tests/fixtures/host-process.ts';
import { cellName, type Deed } from './ledger.ts';

export const FIRST_YEAR = 2026;
export const YEARS = 8;
const LINES = 12;

/** The ids of the lines of the plan that `makePlanFile` makes. */
export const lineIds: readonly string[] = Array.from({ length: LINES }, (_, index) => `l${index}`);

/** Makes a plan with blank lines and saves it under a name in the host's folder; it stays open under the answered handle. */
export async function makePlanFile({ get }: HostProcess, name: string): Promise<string> {
  const { handle } = await get('plan/create', {
    title: 'Kept',
    currency: 'GBP',
    locale: 'en-GB',
    startMonth: 4,
    firstYear: String(FIRST_YEAR),
    years: YEARS,
  });
  const { plan } = await get('plan/get-snapshot', { plan: handle });
  const rows = lineIds.map((id, at) => ({
    at,
    row: newLine(plan.axis, { id, title: `Line ${id}`, kind: 'capital' }),
  }));
  await get('plan/apply-edit', { plan: handle, base: 0, edit: { kind: 'add-lines', rows } });
  const target = await get('file/choose-target', { kind: 'plan', name, replace: false });
  if (target === null) throw new Error('No file to save to');
  return (await get('plan/save-as', { plan: handle, file: target.file })).handle;
}

/** Opens the only plan of the host's folder to be edited, whatever the last process left behind. */
export async function openPlanFile({ get }: HostProcess): Promise<string> {
  const { files } = await get('file/list-plans', {});
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(`${files.length} plans in the folder`);
  const opening = await get('plan/open', { file: file.file, mode: 'write' });
  if (opening.kind !== 'opened') throw new Error(`Not opened: ${JSON.stringify(opening)}`);
  if (opening.opened.readOnly !== null) throw new Error(JSON.stringify(opening.opened.readOnly));
  return opening.opened.handle;
}

/** The edit that does what a deed fills. */
export function toEdit({ line, from, amounts }: Extract<Deed, { kind: 'fill' }>): Edit {
  const ref = { of: 'line', measure: 'need', line } as const;
  return { kind: 'set-amounts', blocks: [{ ref, from: String(from), minor: amounts }] };
}

/** Every amount of a plan's lines, as the account names them. */
export function cellsOf(plan: Plan): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const { id, need } of plan.lines.rows) {
    for (const [index, amount] of need.minor.entries())
      if (amount !== null) cells.set(cellName(id, FIRST_YEAR + index), amount.toString());
  }
  return cells;
}
