import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { lineName } from '#shared/plan/row-names.ts';
import type { RingFence } from '#shared/plan/source.ts';
import { shareOfPercent } from './share-percent.ts';
import { TermChoice, TermText } from './TermFields.tsx';
import { FENCE_CHOICES, KIND_CHOICES, refuseMatchShare, shareText } from './terms.ts';
import type { TermsProps } from './terms-props.ts';

/** A list longer than this is searched, not read. */
const MOST_OFFERED = 60;

/** What the money may pay for. */
export function UseTerms({ source, isReadOnly, change }: TermsProps) {
  return (
    <>
      <RingFenceTerm source={source} isReadOnly={isReadOnly} change={change} />
      <TermChoice
        label="window.term-kind-limit"
        value={source.kindLimit}
        choices={KIND_CHOICES}
        isReadOnly={isReadOnly}
        onChange={(kindLimit) => change({ kindLimit })}
      />
      <TermText
        label="window.term-match-share"
        value={shareText(source.matchShare)}
        isReadOnly={isReadOnly}
        placeholder="window.not-known"
        refuse={refuseMatchShare}
        onChange={(text) => change({ matchShare: shareOfPercent(text) })}
      />
    </>
  );
}

/** A ring-fence to themes or lines is taken with its first one: until then it says nothing. */
function RingFenceTerm({ source: { ringFence }, isReadOnly, change }: TermsProps) {
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const [asked, setAsked] = useState<RingFence['kind'] | null>(null);
  const kind = asked ?? ringFence?.kind ?? null;
  const choose = (next: RingFence['kind'] | null) => {
    if (next === 'theme' || next === 'line') return setAsked(next);
    setAsked(null);
    change({ ringFence: next === null ? null : { kind: next } });
  };
  const set = (next: RingFence) => {
    setAsked(null);
    change({ ringFence: next });
  };
  return (
    <>
      <TermChoice
        label="window.term-ring-fence"
        value={kind}
        choices={FENCE_CHOICES}
        isReadOnly={isReadOnly}
        onChange={choose}
      />
      {kind === 'theme' && (
        <ScopeChoice
          label="window.term-themes"
          value={ringFence?.kind === 'theme' ? ringFence.themes : []}
          options={plan.themes.map(({ id, title }) => ({ value: id, label: title }))}
          isReadOnly={isReadOnly}
          onChange={(themes) => set({ kind: 'theme', themes })}
        />
      )}
      {kind === 'line' && (
        <ScopeChoice
          label="window.term-lines"
          value={ringFence?.kind === 'line' ? ringFence.lines : []}
          options={plan.lines.rows.map(({ id }) => ({ value: id, label: lineName(plan, id) }))}
          isReadOnly={isReadOnly}
          onChange={(lines) => set({ kind: 'line', lines })}
        />
      )}
    </>
  );
}

type ScopeProps = {
  readonly label: PlainMessageId;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isReadOnly: boolean;
  readonly onChange: (ids: readonly string[]) => void;
};

function ScopeChoice({ label, value, options, isReadOnly, onChange }: ScopeProps) {
  const say = useSay();
  return (
    <MultiSelect
      size="sm"
      searchable
      label={say(label)}
      value={[...value]}
      data={[...options]}
      limit={MOST_OFFERED}
      disabled={isReadOnly}
      onChange={onChange}
    />
  );
}
