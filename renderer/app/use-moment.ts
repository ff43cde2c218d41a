import { useMemo } from 'react';
import { useFormats } from './texts.ts';

/** Writes a moment, ISO, as a day and a time of this computer's own clock. */
export function useMoment(): (iso: string) => string {
  const { locale } = useFormats();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    return (iso) => format.format(new Date(iso));
  }, [locale]);
}
