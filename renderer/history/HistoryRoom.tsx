import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOpenPlan, useViewState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { HISTORY_TABS, type HistoryTab } from '#renderer/store/view-store.ts';
import { VersionsTab } from '#renderer/versions/VersionsTab.tsx';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { ChangesTab } from './ChangesTab.tsx';
import classes from './history.module.css';

const TABS: Readonly<Record<HistoryTab, { readonly label: PlainMessageId; readonly body: ReactNode }>> = {
  changes: { label: 'history.tab-changes', body: <ChangesTab /> },
  versions: { label: 'window.versions', body: <VersionsTab /> },
};

/** What the plan was before: its changes one by one, and the versions of it that were kept. */
export function HistoryRoom() {
  const say = useSay();
  const { view } = useOpenPlan();
  const tab = useViewState((state) => state.historyTab);
  const show = (value: string | null) =>
    view.setState({ historyTab: HISTORY_TABS.find((each) => each === value) ?? tab });
  return (
    <Tabs value={tab} onChange={show} keepMounted={false} className={classes['room'] ?? ''}>
      <Tabs.List aria-label={say('history.views')} className={classes['tabs'] ?? ''}>
        {HISTORY_TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {say(TABS[name].label)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {HISTORY_TABS.map((name) => (
        <Tabs.Panel key={name} value={name} className={classes['tabPanel'] ?? ''}>
          {TABS[name].body}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
