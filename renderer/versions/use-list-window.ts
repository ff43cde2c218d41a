import { type RefObject, useEffect, useState } from 'react';
import type { ListWindow } from './rows-in-view.ts';

type Element = RefObject<HTMLElement | null>;

/** Heights of a row with all its cells side by side, and of one that stacks its names where there is no room for that. */
const ROW_HEIGHT = 28;
const STACKED_HEIGHT = 46;
/** A list narrower than this stacks. */
const STACKS_BELOW = 780;

export type ScrolledList = ListWindow & { readonly isStacked: boolean };

/** Follows what of a list is on screen. The list stands somewhere within the box that scrolls it. */
export function useListWindow(box: Element, list: Element): ScrolledList {
  const [place, setPlace] = useState({ top: 0, height: 0, width: STACKS_BELOW });
  // Not a layout effect: the box belongs to a parent, whose reference is set after those of its children.
  useEffect(() => {
    const [scrolled, held] = [box.current, list.current];
    if (scrolled === null || held === null) return undefined;
    const measure = () =>
      setPlace({
        top: scrolled.scrollTop - held.offsetTop,
        height: scrolled.clientHeight,
        width: scrolled.clientWidth,
      });
    // What stands above the list moves it when it grows; the observer measures once as it starts.
    const observer = new ResizeObserver(measure);
    for (const element of [scrolled, ...scrolled.children]) observer.observe(element);
    scrolled.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      scrolled.removeEventListener('scroll', measure);
    };
  }, [box, list]);
  const isStacked = place.width < STACKS_BELOW;
  return { ...place, isStacked, rowHeight: isStacked ? STACKED_HEIGHT : ROW_HEIGHT };
}
