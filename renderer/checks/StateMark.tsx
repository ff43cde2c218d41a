import { AttentionIcon, FailIcon, NotApplicableIcon, PassIcon, UnknownIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import type { CheckState } from '#shared/criteria/result.ts';
import classes from './checks.module.css';

const ICONS = {
  pass: PassIcon,
  attention: AttentionIcon,
  fail: FailIcon,
  'cannot-be-judged': UnknownIcon,
  'not-applicable': NotApplicableIcon,
} as const satisfies Record<CheckState, unknown>;

/** A state by its shape and its word; the colour only repeats them. */
export function StateMark({ state }: { readonly state: CheckState }) {
  const say = useSay();
  const Icon = ICONS[state];
  return (
    <span className={classes['state']} data-state={state}>
      <Icon size={14} /> {say(`state.${state}`)}
    </span>
  );
}
