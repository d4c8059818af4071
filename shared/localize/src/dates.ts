import { usableLocale } from './locale.ts';

/** `short` 3 Jun · `medium` 3 Jun 2026 · `long` 3 June 2026 · `weekday` Wed 3 June. */
export type DateStyle = 'short' | 'medium' | 'long' | 'weekday';
/** A date style adds the time of day; `time` is the time alone, `day` the medium date alone. */
export type InstantStyle = DateStyle | 'time' | 'day';
/** `short` Nov · `medium` Nov 2026 · `long` November 2026. */
export type MonthStyle = 'short' | 'medium' | 'long';

const DAY: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'long' },
};
const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const MONTH: Record<MonthStyle, Intl.DateTimeFormatOptions> = {
  short: { month: 'short' },
  medium: { month: 'short', year: 'numeric' },
  long: { month: 'long', year: 'numeric' },
};

const made = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = made.get(key) ?? new Intl.DateTimeFormat(usableLocale(locale), options);
  made.set(key, format);
  return format;
}

/** A day without a time (`2026-11-21`), as its own calendar has it: no zone can move it. */
export function formatDate(localDate: string, locale: string, style: DateStyle = 'medium'): string {
  return dateFormat(locale, { ...DAY[style], timeZone: 'UTC' }).format(new Date(localDate));
}

/** A moment (RFC 3339) as the clocks of `zone` (IANA) show it. */
export function formatInstant(instant: string, locale: string, zone: string, style: InstantStyle = 'medium'): string {
  const day = style === 'time' ? {} : DAY[style === 'day' ? 'medium' : style];
  const time = style === 'day' ? {} : TIME;
  return dateFormat(locale, { ...day, ...time, timeZone: zone }).format(new Date(instant));
}

/** Both days belong to it; what they share is said once: `1 – 30 Nov 2026`. */
export function formatPeriod(period: { readonly from: string; readonly to: string }, locale: string): string {
  const format = dateFormat(locale, { ...DAY.medium, timeZone: 'UTC' });
  return format.formatRange(new Date(period.from), new Date(period.to));
}

/** `2026-11` → `November 2026`. */
export function formatMonth(month: string, locale: string, style: MonthStyle = 'long'): string {
  return dateFormat(locale, { ...MONTH[style], timeZone: 'UTC' }).format(new Date(month));
}
