import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import { flushSync } from 'react-dom';
import { ROW_HEIGHT, scrollToShow } from './sheet-layout.ts';
import type { SheetBlocks } from './sheet-blocks.ts';

const PAGE = 20;
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -PAGE, PageDown: PAGE };
/** Beyond so many rows without a role there is nothing near to move to. */
const FARTHEST = 400;

/** The nearest row from `row` on that has a role a person can change, going one way; null when there is none near. */
export function nextRowWithRole(blocks: Pick<SheetBlocks, 'row'>, row: number, step: number): number | null {
  const direction = Math.sign(step);
  const last = row + step + direction * FARTHEST;
  for (let at = row + step; at >= 0 && at !== last; at += direction) {
    const found = blocks.row(at);
    if (found?.roles.some(({ role }) => role !== 'header') === true) return at;
  }
  return null;
}

export function roleId(row: number): string {
  return `row-role-${row}`;
}

type RoleKeys = {
  readonly blocks: SheetBlocks;
  readonly box: RefObject<HTMLElement | null>;
  readonly bodyHeight: number;
  readonly setActive: (row: number) => void;
  readonly measure: () => void;
};

/** Keys on the choice of what a row is: up and down move between rows instead of changing it, Enter opens it. */
export function useRoleKeys({ blocks, box, bodyHeight, setActive, measure }: RoleKeys) {
  return useCallback(
    (event: KeyboardEvent<HTMLSelectElement>, row: number) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        event.currentTarget.showPicker();
      }
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const next = nextRowWithRole(blocks, row, step);
      const element = box.current;
      if (next === null || element === null) return;
      const place = { start: next * ROW_HEIGHT, size: ROW_HEIGHT };
      element.scrollTo({ top: scrollToShow(place, { scroll: element.scrollTop, size: bodyHeight }) });
      // The row must stand in the page before it can take the focus.
      flushSync(() => {
        setActive(next);
        measure();
      });
      document.getElementById(roleId(next))?.focus({ preventScroll: true });
    },
    [blocks, box, bodyHeight, setActive, measure],
  );
}
