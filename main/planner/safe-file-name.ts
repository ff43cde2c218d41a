import { plannerMessages } from '#shared/messages/catalogue/planner.ts';

const LONGEST = 80;

/** A title as a file name that every system takes: signs that some refuse become spaces, and it is cut to 80 characters. */
export function safeFileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return [...name].slice(0, LONGEST).join('').trim() || plannerMessages['planner.untitled'];
}
