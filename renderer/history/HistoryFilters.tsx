import { Button, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useOpenPlan, useViewState } from '#renderer/app/app-context.ts';
import { CloseIcon } from '#renderer/app/icons.tsx';
import gridClasses from '#renderer/grid/grid.module.css';
import { EVERY_CHANGE, type ShownChanges } from '#renderer/store/view-store.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import type { ChangeReader } from './change-reader.ts';
import classes from './history.module.css';
import { type FilterChoice, lineChoices, personChoices, sourceChoices } from './filter-choices.ts';

/** More rows than these would take long to draw; typing a part of the name finds the others. */
const MOST_SHOWN = 100;

type HistoryFiltersProps = { readonly reader: ChangeReader; readonly people: readonly string[] };

/** Which changes are shown: those of a line, of a source, of a person. */
export function HistoryFilters({ reader, people }: HistoryFiltersProps) {
  const { say } = reader;
  const { view } = useOpenPlan();
  const shown = useViewState((state) => state.shownChanges);
  const { lines, sources } = useRowChoices(reader, shown);
  const choices = { line: lines, source: sources, who: personChoices(people, shown.who) };
  const isFiltered = FILTERS.some((by) => shown[by] !== null);
  return (
    <div className={gridClasses['toolbar']} role="toolbar" aria-label={say('history.filters')}>
      {FILTERS.map((by) => (
        <Filter
          key={by}
          {...WORDS[by]}
          choices={choices[by]}
          value={shown[by]}
          onChange={(value) => view.setState({ shownChanges: { ...shown, [by]: value } })}
          say={say}
        />
      ))}
      {isFiltered && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<CloseIcon size={12} />}
          onClick={() => view.setState({ shownChanges: EVERY_CHANGE })}
        >
          {say('history.clear-filters')}
        </Button>
      )}
    </div>
  );
}

const FILTERS = ['line', 'source', 'who'] as const satisfies readonly (keyof ShownChanges)[];
const WORDS = {
  line: { label: 'history.filter-line', every: 'history.every-line' },
  source: { label: 'history.filter-source', every: 'history.every-source' },
  who: { label: 'history.filter-person', every: 'history.every-person' },
} as const;

/** The choices are made anew only when a name may be another: figures change none. */
function useRowChoices({ plan, gone, say }: ChangeReader, shown: ShownChanges) {
  const lines = useMemo(
    () => lineChoices({ plan, gone, say }, shown.line),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [plan.lines, gone, say, shown.line],
  );
  const sources = useMemo(
    () => sourceChoices({ plan, gone, say }, shown.source),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [plan.sources, gone, say, shown.source],
  );
  return { lines, sources };
}

type FilterProps = Pick<ChangeReader, 'say'> & {
  readonly label: PlainMessageId;
  /** What is shown where nothing is chosen. */
  readonly every: PlainMessageId;
  readonly choices: readonly FilterChoice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

function Filter({ label, every, choices, value, onChange, say }: FilterProps) {
  return (
    <Select
      size="xs"
      className={classes['filter'] ?? ''}
      searchable
      allowDeselect
      clearable={value !== null}
      clearButtonProps={{ 'aria-label': say(every) }}
      limit={MOST_SHOWN}
      aria-label={say(label)}
      placeholder={say(every)}
      nothingFoundMessage={say('history.nothing-found')}
      data={choices}
      value={value}
      onChange={onChange}
    />
  );
}
