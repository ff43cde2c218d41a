import { type RefObject, useLayoutEffect, useState } from 'react';
import { type RowSpan, rowsInView } from './rows-in-view.ts';

type Element = RefObject<HTMLElement | null>;

/** Follows which rows of a list are on screen. The list stands somewhere within the box that scrolls it. */
export function useRowsInView(box: Element, list: Element, rows: number): RowSpan {
  const [{ top, height }, setPlace] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const [scrolled, held] = [box.current, list.current];
    if (scrolled === null || held === null) return undefined;
    const measure = () =>
      setPlace({ top: scrolled.scrollTop - held.offsetTop, height: scrolled.clientHeight });
    // What stands above the list moves it when it grows; the observer measures once as it starts.
    const observer = new ResizeObserver(measure);
    for (const element of [scrolled, ...scrolled.children]) observer.observe(element);
    scrolled.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      scrolled.removeEventListener('scroll', measure);
    };
  }, [box, list]);
  return rowsInView(top, height, rows);
}
