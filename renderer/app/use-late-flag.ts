import { useEffect, useState } from 'react';

/** Work shorter than this is not worth a flicker on screen. */
const PATIENCE_MS = 300;

/** Follows a flag that something is under way, but says yes only once it has lasted 300 ms. */
export function useLateFlag(isOn: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setIsLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isOn]);
  return isOn && isLate;
}
