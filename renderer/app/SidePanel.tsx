import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOpenPlan } from './app-context.ts';
import { CloseIcon } from './icons.tsx';
import classes from './shell.module.css';
import { useSay } from './texts.ts';

/** The panel beside the room; it takes its own width and never lies over the grid. */
export function SidePanel({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const { view } = useOpenPlan();
  return (
    <aside className={classes['panel']} aria-labelledby="checks-heading">
      <div className={classes['panelHead']}>
        <h2 id="checks-heading" className="pn-heading">
          {say('window.checks')}
        </h2>
        <ActionIcon
          aria-label={say('window.hide-checks')}
          onClick={() => view.setState({ isChecksOpen: false })}
        >
          <CloseIcon />
        </ActionIcon>
      </div>
      <div className={classes['panelBody']}>{children}</div>
    </aside>
  );
}
