import { ActionIcon } from '@mantine/core';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { CloseIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import type { Source, SourceDetails } from '#shared/plan/source.ts';
import { FunderTerms } from './FunderTerms.tsx';
import { changeTerms } from './source-edits.ts';
import classes from './sources.module.css';
import { ChangeTerms } from './ChangeTerms.tsx';
import { TimeTerms } from './TimeTerms.tsx';
import { UseTerms } from './UseTerms.tsx';

type TermsPanelProps = { readonly source: Source; readonly onClose: () => void };

/** All that is known of a source beside its amounts. Each change is one edit; what is not known says so. */
export function TermsPanel({ source, onClose }: TermsPanelProps) {
  const say = useSay();
  const { session } = useOpenPlan();
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useFocusWhileOpen(title);
  const change = (changes: Partial<SourceDetails>) => {
    const plan = visiblePlan(session.store.getState().replica);
    session.edit(changeTerms(plan, source.id, changes));
  };
  const terms = { source, isReadOnly, change };
  return (
    // Escape closes the panel from any of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={classes['terms']}
      aria-labelledby={heading}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className={classes['termsHead']}>
        <h2 id={heading} ref={title} tabIndex={-1} className="pn-heading">
          {say({ id: 'window.terms-of', values: { name: source.name } })}
        </h2>
        <ActionIcon aria-label={say('window.hide-terms')} onClick={onClose}>
          <CloseIcon />
        </ActionIcon>
      </div>
      <div className={classes['termsBody']} key={source.id}>
        <Part heading="window.terms-funder">
          <FunderTerms {...terms} />
        </Part>
        <Part heading="window.terms-time">
          <TimeTerms {...terms} />
        </Part>
        <Part heading="window.terms-use">
          <UseTerms {...terms} />
        </Part>
        <Part heading="window.terms-change">
          <ChangeTerms {...terms} />
        </Part>
      </div>
    </aside>
  );
}

/** Gives the focus to an element as it appears, and back to where it was when it goes. */
function useFocusWhileOpen(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    target.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [target]);
}

type PartProps = { readonly heading: PlainMessageId; readonly children: React.ReactNode };

function Part({ heading, children }: PartProps) {
  const say = useSay();
  return (
    <fieldset className={classes['part']}>
      <legend>{say(heading)}</legend>
      {children}
    </fieldset>
  );
}
