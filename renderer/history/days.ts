/** The entries of one day of the reader's clock, in the order in which they came. */
export type DayOf<Entry> = { readonly key: string; readonly at: Date; readonly entries: readonly Entry[] };

/** Puts entries that stand in the order of time under their days. A day is that of the machine's own clock. */
export function groupByDay<Entry extends { readonly at: string }>(
  entries: readonly Entry[],
): readonly DayOf<Entry>[] {
  const days: { key: string; at: Date; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const at = new Date(entry.at);
    const key = dayKey(at);
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, at, entries: [entry] });
  }
  return days;
}

/** How a day is headed: today and yesterday are named as such. */
export type DayName = 'today' | 'yesterday' | 'other';

/** How a day is named, as the clock says `now`; a day begins at midnight of the machine’s own clock. */
export function nameOfDay(day: Date, now: Date): DayName {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayKey(day) === dayKey(now)) return 'today';
  return dayKey(day) === dayKey(yesterday) ? 'yesterday' : 'other';
}

function dayKey(at: Date): string {
  return `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;
}
