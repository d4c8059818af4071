import type { JsonObject } from '../surface/body.ts';
import { objects, text } from '../simulator/course.ts';
import { ZONE } from '../world/zone.ts';

/** A finite number, also where it was sent as text; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A whole number of 0 or more. */
export function wholeOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** Whole cents of a TMF Money. */
export function centsOf(value: unknown): number | undefined {
  const amount = numberOf(objects(value)[0]?.['value']);
  return amount === undefined ? undefined : Math.sign(amount) * Math.round(Math.abs(amount) * 100) + 0;
}

/** A TMF Money of whole cents. */
export const moneyOf = (cents: number, unit = 'EUR') => ({ unit, value: cents / 100 });

/** How an amount is said to a person: `€12.50`. */
export const euros = (cents: number): string => `€${(cents / 100).toFixed(2)}`;

const DAYS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE });

/** `21 November 2026`, in the operator's zone. */
export const dayInWords = (instant: number): string => DAYS.format(instant);

/** A reference to another resource: its id, and its name where told. */
export interface Ref {
  id: string;
  name: string;
}

export function refOf(value: unknown): Ref | undefined {
  const [one] = objects(value);
  const id = text(one?.['id']);
  return id === undefined || id === '' ? undefined : { id, name: text(one?.['name']) ?? id };
}

export const refsOf = (value: unknown): Ref[] => objects(value).flatMap((one) => refOf(one) ?? []);

/** A TimePeriod in milliseconds; an end that is missing is open. */
export interface Period {
  from: number;
  until: number;
}

export function periodOf(value: unknown): Period {
  const [one] = objects(value);
  const at = (name: string, fallback: number) => {
    const parsed = Date.parse(text(one?.[name]) ?? '');
    return Number.isNaN(parsed) ? fallback : parsed;
  };
  return { from: at('startDateTime', -Infinity), until: at('endDateTime', Infinity) };
}

/** The start belongs to the period, the end does not. */
export const isWithin = ({ from, until }: Period, moment: number): boolean => from <= moment && moment < until;

/** The value of a TMF Characteristic of this name, ignoring case. */
export function characteristic(list: unknown, name: string): unknown {
  const wanted = name.toLowerCase();
  return objects(list).find((one: JsonObject) => text(one['name'])?.toLowerCase() === wanted)?.['value'];
}

/** A value that a person can read, as text: numbers and flags too; undefined for anything deeper. */
export function sayable(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
