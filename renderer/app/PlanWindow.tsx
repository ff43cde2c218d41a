import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { ChecksPanel } from '#renderer/checks/ChecksPanel.tsx';
import { PlanRoom } from '#renderer/grid/PlanRoom.tsx';
import { CellHistoryPanel } from '#renderer/history/CellHistoryPanel.tsx';
import { roomOf } from '#renderer/history/change-place.ts';
import { HistoryRoom } from '#renderer/history/HistoryRoom.tsx';
import { SourcesRoom } from '#renderer/sources/SourcesRoom.tsx';
import type { Room } from '#renderer/store/view-store.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { useOpenPlan, usePlanState, useViewState } from './app-context.ts';
import { Header } from './Header.tsx';
import { RoomsRail } from './RoomsRail.tsx';
import { SidePanel } from './SidePanel.tsx';
import { StatusBar } from './StatusBar.tsx';
import { FormatsContext } from './texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { usePaneKeys } from './use-pane-keys.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import classes from './shell.module.css';

const ROOM_VIEWS = { plan: PlanRoom, sources: SourcesRoom, history: HistoryRoom } as const satisfies Record<
  Room,
  () => React.ReactNode
>;

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
  const Room = ROOM_VIEWS[room];
  return (
    <FormatsContext value={formats}>
      <div className={classes['shell']}>
        <Header />
        <RoomsRail />
        <main className={classes['room']}>
          <Room />
        </main>
        <RightPanel room={room} />
        <StatusBar />
      </div>
    </FormatsContext>
  );
}

/** The checks; while a cell of the room is asked about, its history in their place. */
function RightPanel({ room }: { readonly room: Room }) {
  const { view } = useOpenPlan();
  const isChecksOpen = useViewState((state) => state.isChecksOpen);
  const cell = useViewState((state) => state.cellInHistory);
  if (cell !== null && roomOf(cell.ref) === room) return <CellHistoryPanel cell={cell} />;
  if (!isChecksOpen) return null;
  return (
    <SidePanel
      heading="window.checks"
      close="window.hide-checks"
      onClose={() => view.setState({ isChecksOpen: false })}
    >
      <ChecksPanel />
    </SidePanel>
  );
}
