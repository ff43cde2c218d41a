/** A time, ISO or in milliseconds, by the machine's own clock: `14:05`. */
export function clockTime(at: string | number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}
