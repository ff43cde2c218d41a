import { useState } from 'react';
import type { Taper } from '#shared/plan/source.ts';
import { shareOfPercent } from './share-percent.ts';
import { TermChoice, TermDate, TermText, TermYesNo } from './TermFields.tsx';
import { CARRY_CHOICES, refuseCount, refuseMovableShare, shareText } from './terms.ts';
import type { TermsProps } from './terms-props.ts';
import classes from './sources.module.css';

/** What happens to the money when things change: what carries over, what may be moved, whether it comes again. */
export function ChangeTerms({ source, isReadOnly, change }: TermsProps) {
  return (
    <>
      <CarryTerm source={source} isReadOnly={isReadOnly} change={change} />
      <TermText
        label="window.term-movable"
        value={shareText(source.movableShare)}
        isReadOnly={isReadOnly}
        placeholder="window.not-known"
        refuse={refuseMovableShare}
        onChange={(text) => change({ movableShare: shareOfPercent(text) })}
      />
      <TermYesNo
        label="window.term-one-off"
        value={source.oneOff}
        isReadOnly={isReadOnly}
        onChange={(oneOff) => change({ oneOff })}
      />
      <TermYesNo
        label="window.term-conditions"
        value={source.conditionsRecorded}
        isReadOnly={isReadOnly}
        onChange={(conditionsRecorded) => change({ conditionsRecorded })}
      />
      <TaperTerm source={source} isReadOnly={isReadOnly} change={change} />
    </>
  );
}

function CarryTerm({ source: { carry }, isReadOnly, change }: TermsProps) {
  const years = carry?.rule === 'years' ? carry.years : null;
  return (
    <>
      <TermChoice
        label="window.term-carry"
        value={carry?.rule ?? null}
        choices={CARRY_CHOICES}
        isReadOnly={isReadOnly}
        onChange={(rule) => {
          if (rule === 'years') change({ carry: { rule, years: years ?? 1 } });
          else change({ carry: rule === null ? null : { rule } });
        }}
      />
      {years !== null && (
        <TermText
          label="window.term-carry-years"
          value={String(years)}
          isReadOnly={isReadOnly}
          refuse={refuseCount}
          onChange={(text) => change({ carry: { rule: 'years', years: Number(text) } })}
        />
      )}
    </>
  );
}

const TAPER_CHOICES = [{ value: 'recorded', label: 'window.taper-on-record' }] as const;

/** An announced taper needs the document and its date; it is taken once both are there. */
function TaperTerm({ source: { taper }, isReadOnly, change }: TermsProps) {
  const [asked, setAsked] = useState<Taper | null>(null);
  const shown = asked ?? taper;
  const set = (next: Taper) => {
    if (next.document === '' || next.date === '') return setAsked(next);
    setAsked(null);
    change({ taper: next });
  };
  return (
    <>
      <TermChoice
        label="window.term-taper"
        unknown="window.taper-none"
        value={shown === null ? null : 'recorded'}
        choices={TAPER_CHOICES}
        isReadOnly={isReadOnly}
        onChange={(kind) => {
          if (kind !== null) return setAsked({ document: '', date: '', page: '' });
          setAsked(null);
          if (taper !== null) change({ taper: null });
        }}
      />
      {shown !== null && (
        <>
          <TermText
            label="window.taper-document"
            value={shown.document}
            isReadOnly={isReadOnly}
            onChange={(document) => set({ ...shown, document })}
          />
          <div className={classes['pair']}>
            <TermDate
              label="window.taper-date"
              value={shown.date}
              isReadOnly={isReadOnly}
              onChange={(date) => set({ ...shown, date: date ?? '' })}
            />
            <TermText
              label="window.taper-page"
              value={shown.page}
              isReadOnly={isReadOnly}
              onChange={(page) => set({ ...shown, page })}
            />
          </div>
        </>
      )}
    </>
  );
}
