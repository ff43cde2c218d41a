import { type ChangeReader, nameOfLine, nameOfSource } from './change-reader.ts';

export type FilterChoice = { readonly value: string; readonly label: string };

type Names = Pick<ChangeReader, 'plan' | 'gone' | 'say'>;

/** The lines whose history can be asked for: those of the plan in its order, then those that were removed. */
export function lineChoices(names: Names, chosen: string | null): readonly FilterChoice[] {
  const { plan, gone } = names;
  const known = plan.lines.rows.map(({ id }) => ({ value: id, label: nameOfLine(names, id) }));
  const removed = goneIds(gone.lines, plan.lines.at, chosen);
  return [...known, ...removed.map((id) => removedChoice(names, id, nameOfLine(names, id)))];
}

/** The sources whose history can be asked for. */
export function sourceChoices(names: Names, chosen: string | null): readonly FilterChoice[] {
  const { plan, gone } = names;
  const known = plan.sources.rows.map(({ id }) => ({ value: id, label: nameOfSource(names, id) }));
  const removed = goneIds(gone.sources, plan.sources.at, chosen);
  return [...known, ...removed.map((id) => removedChoice(names, id, nameOfSource(names, id)))];
}

/** Everybody who took a step. The one who is chosen stays in the list while it is being read. */
export function personChoices(people: readonly string[], chosen: string | null): readonly FilterChoice[] {
  const names = new Set(chosen === null ? people : [...people, chosen]);
  return [...names].map((name) => ({ value: name, label: name }));
}

function goneIds(
  gone: Readonly<Record<string, string>>,
  at: ReadonlyMap<string, number>,
  chosen: string | null,
): readonly string[] {
  const ids = new Set(chosen === null ? Object.keys(gone) : [...Object.keys(gone), chosen]);
  return [...ids].filter((id) => !at.has(id));
}

function removedChoice({ say }: Names, value: string, name: string): FilterChoice {
  return { value, label: say({ id: 'history.gone', values: { name } }) };
}
