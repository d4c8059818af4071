import type { LocalDate, Money, Period } from '@faceplate/contracts';
import { CurrencyMismatch, fromDecimal, localDate, UnreadableAmount } from '@faceplate/domain';
import { isObject, type TmfBody } from '../upstream/types.ts';

/**
 * Careful hands for TMF bodies. A server may send a number for a string, one object for a list, a list for one
 * object, or nothing: each reader answers `undefined` when a value is of no use, and never throws.
 */

/** A record that lacks what it cannot be shown without. It becomes a counted gap, and its neighbours stay. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  /** Of what is wrong, in TM Forum's words. */
  readonly path: string;
  readonly rule: 'missing' | 'senseless' | 'currency';

  constructor(path: string, rule: Unreadable['rule'] = 'missing') {
    super(`${path} ${rule}`);
    this.path = path;
    this.rule = rule;
  }
}

/** Is it the record's fault? Amounts too large to add, or of two currencies in one sum, are too. */
export const isUnreadable = (error: unknown): error is Error =>
  error instanceof Unreadable || error instanceof UnreadableAmount || error instanceof CurrencyMismatch;

/** @throws Unreadable */
export function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Unreadable(what);
  return value;
}

/** More than any text a person reads here; what is beyond is cut. */
const MOST_TEXT = 20_000;
// oxlint-disable-next-line no-control-regex -- control characters are exactly what must not come through
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** What stands at a path; where a list stands in place of one object, its first entry is taken. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const step of path) {
    const one: unknown = Array.isArray(here) ? here[0] : here;
    here = isObject(one) && Object.hasOwn(one, step) ? one[step] : undefined;
  }
  return here;
}

export function text(value: unknown, ...path: string[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number' && Number.isFinite(found)) return String(found);
  if (typeof found !== 'string') return undefined;
  return found.slice(0, MOST_TEXT).replaceAll(CONTROL, '').trim() || undefined;
}

/** The objects of a list; one object alone is a list of one. */
export function records(value: unknown, ...path: string[]): TmfBody[] {
  const found = at(value, ...path);
  return (Array.isArray(found) ? found : [found]).filter(isObject);
}

export function number(value: unknown, ...path: string[]): number | undefined {
  const found = at(value, ...path);
  const read = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

/** A whole number within reason; what lies outside is of no use, not cut to fit. */
export function whole([least, most]: readonly [number, number], value: unknown, ...path: string[]): number | undefined {
  const found = number(value, ...path);
  const rounded = found === undefined ? undefined : Math.round(found);
  return rounded !== undefined && least <= rounded && rounded <= most ? rounded : undefined;
}

/** How many of a thing; how many months. */
export const QUANTITY = [1, 100_000] as const;
export const MONTHS = [0, 600] as const;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
// Servers leave out seconds or the zone; without a zone TM Forum's examples mean UTC.
const MOMENT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

/** An instant as the contract writes it. A date without a time is the start of that day in UTC. */
export function instant(value: unknown, ...path: string[]): string | undefined {
  const found = text(value, ...path);
  if (found !== undefined && isAsWritten(found)) return found;
  const moment = momentOf(found);
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

/** An instant that stands there just as the contract writes it, as nearly all do: nothing is left to be done. */
function isAsWritten(found: string): boolean {
  if (found.length !== 24 || found[23] !== 'Z') return false;
  const moment = Date.parse(found);
  return moment >= 0 && new Date(moment).toISOString() === found;
}

function momentOf(found: string | undefined): number | undefined {
  if (found === undefined) return undefined;
  const [, date, time, zone = 'Z'] = MOMENT.exec(found) ?? (DATE.test(found) ? ['', found, '00:00'] : []);
  // JavaScript takes the 30th of February for the 2nd of March; a contract takes it for no date.
  const moment = date && isDay(date) ? Date.parse(`${date}T${time}${zone.toUpperCase()}`) : NaN;
  return moment >= 0 && moment < 253_402_300_800_000 ? moment : undefined;
}

function isDay(date: string): boolean {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
}

/** The local day of an instant. A date without a time is that day, wherever. */
export function day(zone: string, value: unknown, ...path: string[]): LocalDate | undefined {
  const found = text(value, ...path);
  const moment = momentOf(found);
  if (moment === undefined || found === undefined) return undefined;
  return DATE.test(found) ? found : localDate(moment, zone);
}

/** The last day before an instant at which something ends: midnight belongs to the day before it. */
export function lastDay(zone: string, value: unknown, ...path: string[]): LocalDate | undefined {
  const found = text(value, ...path);
  const moment = momentOf(found);
  if (moment === undefined || found === undefined) return undefined;
  return DATE.test(found) ? found : localDate(moment - 1, zone);
}

/** A TMF TimePeriod as whole days, when it has both ends and they are in order. */
export function period(zone: string, value: unknown, ...path: string[]): Period | undefined {
  const found = at(value, ...path);
  const from = day(zone, found, 'startDateTime');
  const to = lastDay(zone, found, 'endDateTime');
  return from && to && from <= to ? { from, to } : undefined;
}

/** TMF Money `{unit, value}`; without a unit it is in the operator's own currency. */
export function money(currency: string, value: unknown, ...path: string[]): Money | undefined {
  const found = at(value, ...path);
  const amount = at(found, 'value');
  const unit = text(found, 'unit')?.toUpperCase() ?? currency;
  if ((typeof amount !== 'number' && typeof amount !== 'string') || !/^[A-Z]{3}$/.test(unit)) return undefined;
  try {
    return fromDecimal(amount, unit);
  } catch {
    return undefined;
  }
}

/** What a word stands for in a table of ours. "constructor" is a word like any other, and in no table. */
export const meaningOf = <T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined =>
  word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;

/** A TMF characteristic's value by its name: `productCharacteristic`, `characteristic`. */
export const characteristic = (list: readonly TmfBody[], name: string): string | undefined =>
  text(list.find((one) => text(one, 'name') === name), 'value');
