import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { ChecksPanel } from '#renderer/checks/ChecksPanel.tsx';
import { PlanRoom } from '#renderer/grid/PlanRoom.tsx';
import { SourcesRoom } from '#renderer/sources/SourcesRoom.tsx';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { usePlanState, useViewState } from './app-context.ts';
import { Header } from './Header.tsx';
import { RoomsRail } from './RoomsRail.tsx';
import { SidePanel } from './SidePanel.tsx';
import { StatusBar } from './StatusBar.tsx';
import { FormatsContext } from './texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { usePaneKeys } from './use-pane-keys.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import classes from './shell.module.css';

/** An open plan: its rooms on the left, the room in the middle, the checks on the right, the state of saving below. */
export function PlanWindow() {
  const reader = usePlanState(
    useShallow(({ replica }) => {
      const { currency, locale, calendar } = visiblePlan(replica);
      return { currency, locale, calendar };
    }),
  );
  const formats = useMemo(() => makeFormats(reader), [reader]);
  useUndoKeys();
  usePaneKeys();
  const room = useViewState((view) => view.room);
  const isChecksOpen = useViewState((view) => view.isChecksOpen);
  return (
    <FormatsContext value={formats}>
      <div className={classes['shell']}>
        <Header />
        <RoomsRail />
        <main className={classes['room']}>{room === 'plan' ? <PlanRoom /> : <SourcesRoom />}</main>
        {isChecksOpen && (
          <SidePanel>
            <ChecksPanel />
          </SidePanel>
        )}
        <StatusBar />
      </div>
    </FormatsContext>
  );
}
