import { UnstyledButton } from '@mantine/core';
import { ROOMS, type Room } from '#renderer/store/view-store.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { useOpenPlan, useViewState } from './app-context.ts';
import { HistoryIcon, PlanIcon, SourcesIcon } from './icons.tsx';
import classes from './shell.module.css';
import { useSay } from './texts.ts';

const ROOM_LABELS = {
  plan: 'window.room-plan',
  sources: 'window.room-sources',
  history: 'window.room-history',
} as const satisfies Record<Room, PlainMessageId>;
const ROOM_ICONS = { plan: PlanIcon, sources: SourcesIcon, history: HistoryIcon } as const;

/** The way between the rooms of a plan. */
export function RoomsRail() {
  const say = useSay();
  const { view } = useOpenPlan();
  const room = useViewState((state) => state.room);
  return (
    <nav className={classes['rail']} aria-label={say('window.rooms')}>
      {ROOMS.map((name) => {
        const Icon = ROOM_ICONS[name];
        return (
          <UnstyledButton
            key={name}
            className={classes['railItem'] ?? ''}
            aria-current={name === room ? 'page' : undefined}
            onClick={() => view.setState({ room: name })}
          >
            <Icon size={18} />
            {say(ROOM_LABELS[name])}
          </UnstyledButton>
        );
      })}
    </nav>
  );
}
