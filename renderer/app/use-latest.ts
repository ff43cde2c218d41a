import { type RefObject, useEffect, useRef } from 'react';

/** A reference to the newest value, for callbacks that are handed over once and called much later. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value);
  useEffect(() => {
    ref.current = value;
  });
  return ref;
}
