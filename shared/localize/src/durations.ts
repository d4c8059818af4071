import { usableLocale } from './locale.ts';
import { formatNumber } from './numbers.ts';

type Unit = 'day' | 'hour' | 'minute' | 'second';

const UNITS: readonly (readonly [Unit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** Largest unit that fits, and how many seconds it has. */
function unitOf(seconds: number): readonly [Unit, number] {
  return UNITS.find(([, size]) => seconds >= size) ?? ['second', 1];
}

/** A length of time in its two largest units, rounded to the smaller: `4350` → `1 hr 13 min`. */
export function formatDuration(seconds: number, locale: string): string {
  const [, size] = unitOf(seconds);
  const finest = UNITS[UNITS.findIndex(([, other]) => other === size) + 1]?.[1] ?? 1;
  let rest = Math.round(seconds / finest) * finest;

  const words: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0 || (length === 1 && words.length === 0)) words.push(counted(count, unit, locale));
  }
  return new Intl.ListFormat(usableLocale(locale), { type: 'unit', style: 'narrow' }).format(words);
}

/** `yesterday`, `in 3 days`: only beside an exact date. `now` is for clocks other than the device's. */
export function formatRelative(instant: string, locale: string, now: Date = new Date()): string {
  const seconds = (Date.parse(instant) - now.getTime()) / 1000;
  const [unit, size] = unitOf(Math.abs(seconds));
  const format = new Intl.RelativeTimeFormat(usableLocale(locale), { numeric: 'auto' });
  return format.format(Math.round(seconds / size), unit);
}

function counted(count: number, unit: Unit, locale: string): string {
  return formatNumber(count, locale, { style: 'unit', unit, unitDisplay: 'short' });
}
