import { Button, TextInput } from '@mantine/core';
import { type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSay } from '#renderer/app/texts.ts';
import { useChangeReader } from '#renderer/history/use-change-reader.ts';
import type { ComparisonPage } from '#shared/api/history-api.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { ChangeTable } from './ChangeTable.tsx';
import type { AmountFormat } from './compared-amounts.ts';
import { filterChanges } from './filter-changes.ts';
import { type Comparison, PAGE } from './use-comparison.ts';
import type { ShowChange } from './use-show-change.ts';
import classes from './versions.module.css';

/** How many changes one answer brings while a text is sought, and after how many the person is asked. */
const SEARCH_PAGE = 2000;
const SEARCH_REACH = 20_000;

type ListProps = {
  readonly result: ComparisonPage;
  readonly comparison: Comparison;
  readonly format: AmountFormat | null;
  /** What scrolls the list. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onShow: ShowChange;
  readonly filter: string;
  readonly onFilter: (text: string) => void;
};

/** The changes cell by cell, filtered by the names of lines and sources, a page at a time. */
export function ChangeList({ result, comparison, format, box, onShow, filter, onFilter }: ListProps) {
  const say = useSay();
  const sought = useDeferredValue(filter);
  const reader = useChangeReader(result.gone);
  const found = useMemo(
    () => filterChanges(result.changes, sought, reader),
    [result.changes, sought, reader],
  );
  const isFiltered = sought.trim() !== '';
  const searchOn = useSearch(isFiltered, result, comparison);
  return (
    <section className={classes['changes']} aria-labelledby="changes-heading">
      <div className={classes['changesHead']}>
        <h2 id="changes-heading" className="pn-heading">
          {say('window.changes')}
        </h2>
        <span className={classes['unit']} role={isFiltered ? 'status' : undefined}>
          <Count result={result} found={isFiltered ? found : null} />
        </span>
        <TextInput
          size="xs"
          className={classes['filter'] ?? ''}
          aria-label={say('window.changes-filter')}
          placeholder={say('window.changes-filter')}
          value={filter}
          onChange={(event) => onFilter(event.currentTarget.value)}
        />
      </div>
      {found.length > 0 && (
        <ChangeTable changes={found} reader={reader} format={format} box={box} onShow={onShow} />
      )}
      {found.length === 0 && (
        <p className={classes['sentence']}>
          {say(result.changes.length < result.count ? 'window.changes-none-yet' : 'window.changes-none')}
        </p>
      )}
      <MoreButton result={result} comparison={comparison} searchOn={isFiltered ? searchOn : null} />
    </section>
  );
}

/** While a text is sought the changes that are not here yet are read by themselves, so far as is quick. */
function useSearch(
  isFiltered: boolean,
  { changes, count }: ComparisonPage,
  comparison: Comparison,
): () => void {
  const [reach, setReach] = useState(SEARCH_REACH);
  const { more, isBusy, problem } = comparison;
  const isShort = isFiltered && !isBusy && problem === null && changes.length < Math.min(count, reach);
  useEffect(() => {
    if (isShort) more(SEARCH_PAGE);
  }, [isShort, more]);
  return () => setReach(changes.length + SEARCH_REACH);
}

type CountProps = { readonly result: ComparisonPage; readonly found: readonly PlanChange[] | null };

function Count({ result: { changes, count }, found }: CountProps) {
  const say = useSay();
  if (found === null) return say({ id: 'window.changes-count', values: { count } });
  const values = { found: found.length, searched: changes.length, count };
  return say({ id: 'window.changes-found', values });
}

type MoreProps = {
  readonly result: ComparisonPage;
  readonly comparison: Comparison;
  readonly searchOn: (() => void) | null;
};

function MoreButton({ result: { changes, count }, comparison, searchOn }: MoreProps) {
  const say = useSay();
  const left = count - changes.length;
  if (left <= 0) return null;
  const next = Math.min(PAGE, left);
  return (
    <div className={classes['more']}>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => (searchOn === null ? comparison.more(next) : searchOn())}
      >
        {searchOn === null
          ? say({ id: 'window.changes-more', values: { next } })
          : say('window.changes-search-on')}
      </Button>
    </div>
  );
}
