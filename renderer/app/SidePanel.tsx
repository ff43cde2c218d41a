import { ActionIcon } from '@mantine/core';
import { type ReactNode, type Ref, useId } from 'react';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { CloseIcon } from './icons.tsx';
import classes from './shell.module.css';
import { useSay } from './texts.ts';

type SidePanelProps = {
  readonly heading: PlainMessageId;
  /** What the button that closes the panel is called. */
  readonly close: PlainMessageId;
  readonly onClose: () => void;
  /** The heading's element, for a panel that takes the focus. */
  readonly title?: Ref<HTMLHeadingElement>;
  /** Escape closes the panel from anywhere in it. */
  readonly closesOnEscape?: boolean;
  readonly children: ReactNode;
};

/** A panel beside the room; it takes its own width and never lies over the grid. */
export function SidePanel({ heading, close, onClose, title, closesOnEscape, children }: SidePanelProps) {
  const say = useSay();
  const id = useId();
  return (
    // Escape is a way out beside the button, which everybody has.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={classes['panel']}
      aria-labelledby={id}
      onKeyDown={({ key }) => closesOnEscape === true && key === 'Escape' && onClose()}
    >
      <div className={classes['panelHead']}>
        <h2 id={id} ref={title} tabIndex={-1} className="pn-heading">
          {say(heading)}
        </h2>
        <ActionIcon aria-label={say(close)} onClick={onClose}>
          <CloseIcon />
        </ActionIcon>
      </div>
      <div className={classes['panelBody']}>{children}</div>
    </aside>
  );
}
