import { useEffect } from 'react';

/** The parts of the window between which F6 moves, in reading order; within the grid it is the grid's own way in that takes the focus. */
const PANES = [
  'header',
  'nav',
  'main [role="toolbar"]',
  'main .ag-root-wrapper, main [data-pane]',
  'aside',
] as const;
const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), [tabindex="0"], .ag-tab-guard-top';

/** F6 and Shift+F6 go from one part of the window to the next, as in office programs: Tab alone walks through every cell. */
export function usePaneKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      focusNextPane(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function focusNextPane(step: 1 | -1): void {
  const panes = PANES.flatMap((selector) => document.querySelector(selector) ?? []);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = current < 0 && step < 0 ? 0 : current;
  const next = panes[(start + step + panes.length) % panes.length];
  const target = next?.querySelector('.ag-tab-guard-top') ?? next?.querySelector(FOCUSABLE);
  if (target instanceof HTMLElement) target.focus();
}
