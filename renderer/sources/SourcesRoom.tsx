import { Button, SegmentedControl } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApp, useOpenPlan, usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { PlusIcon } from '#renderer/app/icons.tsx';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { unitLabel } from '#renderer/app/units.ts';
import gridClasses from '#renderer/grid/grid.module.css';
import { makeRowMemory } from '#renderer/grid/row-memory.ts';
import { followCell, targetOfSourceCell } from '#renderer/history/show-history.ts';
import { SourceHistoryButton } from '#renderer/history/SourceHistoryButton.tsx';
import { visiblePlan } from '#renderer/store/replica.ts';
import { SOURCES_MEASURES } from '#renderer/store/view-store.ts';
import { findRow } from '#shared/plan/table.ts';
import { AddSourceDialog } from './AddSourceDialog.tsx';
import { describeSourceFocus } from './describe-source-focus.ts';
import { removeSource } from './source-edits.ts';
import { buildSourceRows, type SourceRows } from './source-rows.ts';
import { SourceGrid } from './SourceGrid.tsx';
import classes from './sources.module.css';
import { TermsPanel } from './TermsPanel.tsx';

type Focus = { readonly source: string | null; readonly column: string };

/** The plan's funding sources: awards and certainty by year, what is allocated and left, and their terms. */
export function SourcesRoom() {
  const { session, view } = useOpenPlan();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const rows = useSourceRows();
  const [focus, setFocus] = useState<Focus | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const [terms, setTerms] = useState<string | null>(null);
  const focused = rows.rows.find(({ id }) => id === focus?.source)?.source ?? null;
  const shown = terms === null ? undefined : findRow(plan.sources, terms);
  useFocusText(rows, focus);
  const onFocus = useCallback(
    (source: string | null, column: string) => {
      setFocus({ source, column });
      const row = findRow(visiblePlan(session.store.getState().replica).sources, source ?? '') ?? null;
      followCell(view, targetOfSourceCell({ source: row }, column, view.getState().sourcesMeasure));
      // The terms on screen follow the source in focus.
      setTerms((open) => (open === null || source === null ? open : source));
    },
    [session, view],
  );
  return (
    <section className={classes['room']}>
      <div className={classes['main']}>
        <SourcesToolbar
          source={focused?.id ?? shown?.id ?? null}
          column={focus?.column ?? ''}
          onAdd={() => setIsAdding(true)}
          onTerms={setTerms}
        />
        {rows.rows.length === 0 ? (
          <EmptySources onAdd={() => setIsAdding(true)} />
        ) : (
          <SourceGrid rows={rows} onFocus={onFocus} onTerms={setTerms} />
        )}
      </div>
      {shown !== undefined && <TermsPanel source={shown} onClose={() => setTerms(null)} />}
      <AddSourceDialog isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </section>
  );
}

function useSourceRows(): SourceRows {
  const say = useSay();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const [memory] = useState(makeRowMemory);
  const total = say('window.sources-total');
  return useMemo(() => buildSourceRows(plan, memory, total), [plan, memory, total]);
}

/** Has the status bar say the figure in focus in full. */
function useFocusText({ rows, total }: SourceRows, focus: Focus | null): void {
  const say = useSay();
  const formats = useFormats();
  const { session, view } = useOpenPlan();
  const measure = useViewState((state) => state.sourcesMeasure);
  const row = focus === null ? null : ([...rows, total].find(({ id }) => id === focus.source) ?? null);
  const column = focus?.column ?? '';
  useEffect(() => {
    const plan = visiblePlan(session.store.getState().replica);
    const message = row === null ? null : describeSourceFocus(plan, { row, column, measure, formats, say });
    view.setState({ focusText: message === null ? null : say(message) });
    return () => view.setState({ focusText: null });
  }, [row, column, measure, formats, say, session, view]);
}

type ToolbarProps = {
  /** The source in focus. */
  readonly source: string | null;
  /** The column in focus. */
  readonly column: string;
  readonly onAdd: () => void;
  readonly onTerms: (source: string) => void;
};

function SourcesToolbar({ source, column, onAdd, onTerms }: ToolbarProps) {
  const say = useSay();
  const { notices } = useApp();
  const { session } = useOpenPlan();
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  const remove = (id: string) => {
    const plan = visiblePlan(session.store.getState().replica);
    const given = plan.allocations.bySource.get(id) ?? [];
    const lines = new Set(given.map((each) => findRow(plan.allocations, each)?.line)).size;
    const name = findRow(plan.sources, id)?.name ?? '';
    session.edit(removeSource(plan, id));
    notices.tell('info', { id: 'window.source-removed', values: { name, lines } });
  };
  return (
    <div className={gridClasses['toolbar']}>
      <MeasureSwitch />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<PlusIcon />}
        disabled={isReadOnly}
        onClick={onAdd}
      >
        {say('window.add-source-item')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={source === null}
        onClick={() => source !== null && onTerms(source)}
      >
        {say('window.terms-item')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={isReadOnly || source === null}
        onClick={() => source !== null && remove(source)}
      >
        {say('window.remove-source-item')}
      </Button>
      <SourceHistoryButton source={source} column={column} />
      <span className={gridClasses['spacer']} />
      <UnitsNote />
    </div>
  );
}

function MeasureSwitch() {
  const say = useSay();
  const { view } = useOpenPlan();
  const measure = useViewState((state) => state.sourcesMeasure);
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('window.sources-measure')}
      value={measure}
      onChange={(value) =>
        view.setState({ sourcesMeasure: SOURCES_MEASURES.find((each) => each === value) ?? 'award' })
      }
      data={SOURCES_MEASURES.map((value) => ({ value, label: say(`window.sources-measure-${value}`) }))}
    />
  );
}

function UnitsNote() {
  const say = useSay();
  const { locale } = useFormats();
  const currency = usePlanState(({ replica }) => visiblePlan(replica).currency);
  const scale = useViewState((view) => view.scale);
  const measure = useViewState((view) => view.sourcesMeasure);
  const unit = unitLabel(currency, scale, locale, say);
  return (
    <span className={classes['note']}>
      {measure === 'award'
        ? say({ id: 'window.figures-in', values: { unit } })
        : say('window.sources-certainty-note')}
    </span>
  );
}

function EmptySources({ onAdd }: { readonly onAdd: () => void }) {
  const say = useSay();
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  return (
    <div className={gridClasses['empty']}>
      <h2 className="pn-large">{say('window.sources-empty-title')}</h2>
      <p>{say('window.sources-empty-text')}</p>
      <Button onClick={onAdd} disabled={isReadOnly}>
        {say('window.add-source-item')}
      </Button>
    </div>
  );
}
