import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Notice } from '#renderer/store/notices.ts';
import { useApp } from './app-context.ts';
import { AttentionIcon, PassIcon } from './icons.tsx';
import classes from './notices.module.css';
import { useSay } from './texts.ts';

/** How long a notice that asks nothing of the person stays at least, and for each letter of it: a slow reader's pace. */
const INFO_STAYS_MS = 6000;
const INFO_LETTER_MS = 90;

/** What the window has to tell beside the work, at its foot. Screen readers hear it at once. */
export function NoticeList() {
  const say = useSay();
  const { notices } = useApp();
  const list = useStore(notices.store);
  return (
    <section className={classes['list']} aria-label={say('window.notices')} aria-live="polite">
      {list.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const say = useSay();
  const { putAway } = useApp().notices;
  const { id, tone, message, details } = notice;
  const text = say(message);
  const stays = Math.max(INFO_STAYS_MS, text.length * INFO_LETTER_MS);
  useEffect(() => {
    if (tone === 'error') return undefined;
    const timer = setTimeout(() => putAway(id), stays);
    return () => clearTimeout(timer);
  }, [id, tone, stays, putAway]);
  return (
    <div className={classes['card']} data-tone={tone} role={tone === 'error' ? 'alert' : undefined}>
      <span className={classes['icon']}>{tone === 'error' ? <AttentionIcon /> : <PassIcon />}</span>
      <div>
        <p>{text}</p>
        {details.length > 0 && (
          <ul>
            {details.map((detail, index) => (
              <li key={index}>{say(detail)}</li>
            ))}
          </ul>
        )}
      </div>
      <CloseButton size="sm" aria-label={say('window.put-away')} onClick={() => putAway(id)} />
    </div>
  );
}
