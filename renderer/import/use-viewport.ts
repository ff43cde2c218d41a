import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';

/** What of a scrolled box is on screen, in pixels. */
export type Viewport = {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
};

/** Follows what of a box is on screen; `measure` reads it at once. */
export function useViewport(box: RefObject<HTMLElement | null>): {
  readonly viewport: Viewport;
  readonly measure: () => void;
} {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, left: 0, width: 0, height: 0 });
  const measure = useMemo(() => () => setViewport((before) => read(box, before)), [box]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    // The observer measures once as it starts.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [box, measure]);
  return { viewport, measure };
}

function read(box: RefObject<HTMLElement | null>, before: Viewport): Viewport {
  const element = box.current;
  if (element === null) return before;
  const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
  return { top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight };
}
