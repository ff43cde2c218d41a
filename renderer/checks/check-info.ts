import { checks } from '#shared/criteria/catalogue/index.ts';
import type { CheckInfo } from '#shared/criteria/check.ts';

const infos: ReadonlyMap<string, CheckInfo> = new Map(checks.map(({ info }) => [info.id, info]));

/** What the catalogue says of a check without a plan. */
export function checkInfo(id: string): CheckInfo | undefined {
  return infos.get(id);
}
