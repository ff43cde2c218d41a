import { type ChangeReader, nameOfLine, nameOfSource } from '#renderer/history/change-reader.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';

type Names = Pick<ChangeReader, 'plan' | 'gone'>;

/** The changes of the lines and sources whose names hold the text, in capitals or not; all of them for no text. */
export function filterChanges(
  changes: readonly PlanChange[],
  text: string,
  names: Names,
): readonly PlanChange[] {
  const sought = text.trim().toLocaleLowerCase();
  if (sought === '') return changes;
  const holds = (name: string) => name.toLocaleLowerCase().includes(sought);
  return changes.filter((change) => namesIn(change, names).some(holds));
}

function namesIn(change: PlanChange, names: Names): readonly string[] {
  switch (change.kind) {
    case 'amount':
      if (change.ref.of === 'line') return [nameOfLine(names, change.ref.line)];
      if (change.ref.of === 'source') return [nameOfSource(names, change.ref.source)];
      return [nameOfLine(names, change.ref.line), nameOfSource(names, change.ref.source)];
    case 'allocation':
      return [nameOfLine(names, change.line), nameOfSource(names, change.source)];
    case 'row':
      return [change.name];
    case 'line-field':
      return [nameOfLine(names, change.line)];
    case 'certainty':
    case 'source-field':
      return [nameOfSource(names, change.source)];
    case 'plan-field':
    case 'years':
    case 'record':
      return [];
  }
}
