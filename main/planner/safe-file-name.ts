import { plannerMessages } from '#shared/messages/catalogue/planner.ts';

const LONGEST = 80;
/** Names that Windows keeps for itself, whatever stands behind a dot. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A title as a file name that every system takes: signs that some refuse become spaces, and it is cut to 80 characters. */
export function safeFileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const short = [...name]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  if (RESERVED.test(short)) return `_${short}`;
  return short || plannerMessages['planner.untitled'];
}
