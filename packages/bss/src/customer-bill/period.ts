import { DAY, dayIn, daysIn, monthName, monthNumber } from '../world/zone.ts';

/** What one bill covers: instants, half-open, both local midnights. */
export interface Period {
  from: number;
  to: number;
  days: number;
}

/** A billing cycle is a month of the operator's zone, counted as in zone.ts. */
export interface Cycle extends Period {
  month: number;
  /** `2026-11` */
  name: string;
  /** When its bill is due, and the next one made. */
  due: number;
  next: number;
}

const DUE_DAY = 15;

const cycles = new Map<number, Cycle>();

/** The cycle of a numbered month. */
export function cycleOf(month: number): Cycle {
  const known = cycles.get(month);
  if (known) return known;
  const cycle = {
    month,
    name: monthName(month),
    from: dayIn(month),
    to: dayIn(month + 1),
    days: daysIn(month),
    due: dayIn(month + 1, DUE_DAY),
    next: dayIn(month + 2),
  };
  cycles.set(month, cycle);
  return cycle;
}

/** The cycle an instant lies in. */
export const cycleAt = (instant: number): Cycle => cycleOf(monthNumber(instant));

/** Reads `2026-11`. */
export function cycleNamed(name: string): Cycle | undefined {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  return year === undefined ? undefined : cycleOf(Number(year) * 12 + Number(month) - 1);
}

/** Whole local days between two local midnights: rounding takes out the hour that a clock change adds or takes. */
export const daysBetween = (from: number, to: number): number => Math.round((to - from) / DAY);
