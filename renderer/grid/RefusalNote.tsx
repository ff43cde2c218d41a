import { AttentionIcon } from '#renderer/app/icons.tsx';
import classes from './grid.module.css';
import type { Refusal } from './use-refusal.ts';

/** How wide the note is, and how far it stays from the frame's right edge. */
const WIDTH_PX = 320;

/** The sentence under a cell whose text cannot be taken. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | null }) {
  return (
    <div role="alert">
      {refusal !== null && (
        <div
          className={classes['refusal']}
          style={{
            top: refusal.top + 2,
            left: `min(${refusal.left}px, 100% - ${WIDTH_PX + 8}px)`,
            width: WIDTH_PX,
          }}
        >
          <AttentionIcon size={14} />
          <span>{refusal.text}</span>
        </div>
      )}
    </div>
  );
}
