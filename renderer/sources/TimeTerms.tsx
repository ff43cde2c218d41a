import { useState } from 'react';
import { useSay } from '#renderer/app/texts.ts';
import { TermChoice, TermDate, TermText } from './TermFields.tsx';
import { PAYMENT_CHOICES, refuseCount } from './terms.ts';
import type { TermsProps } from './terms-props.ts';
import classes from './sources.module.css';

/** When the money is there: between which dates, since when, and how it is paid. */
export function TimeTerms({ source, isReadOnly, change }: TermsProps) {
  return (
    <>
      <WindowTerm source={source} isReadOnly={isReadOnly} change={change} />
      <TermDate
        label="window.term-award-date"
        value={source.awardDate}
        isReadOnly={isReadOnly}
        onChange={(awardDate) => change({ awardDate })}
      />
      <TermDate
        label="window.term-gateway"
        value={source.nextGateway}
        isReadOnly={isReadOnly}
        onChange={(nextGateway) => change({ nextGateway })}
      />
      <PaymentTerm source={source} isReadOnly={isReadOnly} change={change} />
    </>
  );
}

const WINDOW_CHOICES = [
  { value: 'open', label: 'window.window-open' },
  { value: 'dates', label: 'window.window-dates' },
] as const;
type WindowKind = (typeof WINDOW_CHOICES)[number]['value'];

function kindOfWindow({ window }: TermsProps['source']): WindowKind | null {
  if (window === 'unknown') return null;
  return window === null ? 'open' : 'dates';
}

/** A window between dates is taken once both are there; until then the plan keeps what it has. */
function WindowTerm({ source, isReadOnly, change }: TermsProps) {
  const known = kindOfWindow(source);
  const [asked, setAsked] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const dates = asked ?? (source.window !== null && source.window !== 'unknown' ? source.window : null);
  const choose = (kind: WindowKind | null) => {
    if (kind === 'dates') return setAsked({ from: '', to: '' });
    setAsked(null);
    change({ window: kind === null ? 'unknown' : null });
  };
  const setDates = (next: { readonly from: string; readonly to: string }) => {
    if (next.from === '' || next.to === '' || next.from > next.to) return setAsked(next);
    setAsked(null);
    change({ window: next });
  };
  return (
    <>
      <TermChoice
        label="window.term-window"
        value={asked === null ? known : 'dates'}
        choices={WINDOW_CHOICES}
        isReadOnly={isReadOnly}
        onChange={choose}
      />
      {dates !== null && <WindowDates dates={dates} isReadOnly={isReadOnly} onChange={setDates} />}
    </>
  );
}

type WindowDatesProps = {
  readonly dates: { readonly from: string; readonly to: string };
  readonly isReadOnly: boolean;
  readonly onChange: (dates: { readonly from: string; readonly to: string }) => void;
};

function WindowDates({ dates, isReadOnly, onChange }: WindowDatesProps) {
  const say = useSay();
  const { from, to } = dates;
  return (
    <>
      <div className={classes['pair']}>
        <TermDate
          label="window.term-from"
          value={from}
          isReadOnly={isReadOnly}
          onChange={(date) => onChange({ from: date ?? '', to })}
        />
        <TermDate
          label="window.term-to"
          value={to}
          isReadOnly={isReadOnly}
          onChange={(date) => onChange({ from, to: date ?? '' })}
        />
      </div>
      {from !== '' && to !== '' && from > to && (
        <p className={classes['wrong']} role="alert">
          {say('window.window-reversed')}
        </p>
      )}
    </>
  );
}

/** Arrears are told with how many months after spending the money comes. */
function PaymentTerm({ source: { payment }, isReadOnly, change }: TermsProps) {
  const lag = payment?.mode === 'arrears' ? payment.lagMonths : null;
  return (
    <div className={classes['pair']}>
      <TermChoice
        label="window.term-payment"
        value={payment?.mode ?? null}
        choices={PAYMENT_CHOICES}
        isReadOnly={isReadOnly}
        onChange={(mode) => {
          if (mode === 'arrears') change({ payment: { mode, lagMonths: lag ?? 0 } });
          else change({ payment: mode === null ? null : { mode } });
        }}
      />
      {lag !== null && (
        <TermText
          label="window.term-lag"
          value={String(lag)}
          isReadOnly={isReadOnly}
          refuse={refuseCount}
          onChange={(months) => change({ payment: { mode: 'arrears', lagMonths: Number(months) } })}
        />
      )}
    </div>
  );
}
