import { addDays } from '@faceplate/domain/calendar';

const pad = (value: number) => String(value).padStart(2, '0');

/** Easter Sunday of a Gregorian year (Gauss's rule as Meeus and Butcher write it), as a local date. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leaps = century - Math.floor(century / 4);
  const epact = (leaps - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - leaps) % 7;
  const days = moon - weekday;
  const month = 3 + Math.floor((days + 40) / 44);
  return `${year}-${pad(month)}-${pad(days + 28 - 31 * Math.floor(month / 4))}`;
}

/** New Year, Labour Day, Unity Day, Christmas and Boxing Day. */
const FIXED = ['01-01', '05-01', '10-03', '12-25', '12-26'];
/** Good Friday, Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const MOVING = [-2, 1, 39, 50];

const known = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  const found = known.get(year);
  if (found) return found;
  const easter = easterSunday(year);
  const days = new Set([...FIXED.map((day) => `${year}-${day}`), ...MOVING.map((after) => addDays(easter, after))]);
  known.set(year, days);
  return days;
}

/** Is nobody at work on this local date anywhere in Germany? What single states celebrate does not count. */
export function isHoliday(date: string): boolean {
  return holidaysOf(Number(date.slice(0, 4))).has(date);
}
