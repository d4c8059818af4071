import type { Condition, Resource, StoreTransaction } from '../store/store.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { patched } from '../rules/change.ts';
import { save } from '../store/save.ts';

/** The moment of a tick, and the least time between two changes of one thing. Milliseconds. */
export interface Pace {
  now: number;
  step: number;
}

/** How one kind of thing moves on by itself. */
export interface Course {
  resource: string;
  /** What may move at all, for the store to find. */
  open: readonly Condition[];
  /** Pure: is its next step due? Asked again inside the transaction. */
  isDue(body: Resource, pace: Pace): boolean;
  /** Takes one step. */
  advance(tx: StoreTransaction, body: Resource, pace: Pace): Promise<void>;
}

export function oneOf(path: string, ...values: string[]): Condition {
  return { path: path.split('.'), operator: 'eq', values };
}

/** A change under the surface's own rules: guarded by the lifecycle, stamped, and told to those it concerns. */
export async function change(tx: StoreTransaction, resource: string, before: Resource, patch: Record<string, unknown>, now: number): Promise<Resource> {
  const moment = new Date(now);
  const after = patched(definitionOf(resource), before, patch, moment);
  if (after !== before) await save(tx, resource, after, moment);
  return after;
}

export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list attribute, none when it is something else: what others have posted is not trusted. */
export function objects(value: unknown): Json[] {
  if (isObject(value)) return [value];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** An instant, or 0 where there is none. */
export function instant(value: unknown): number {
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? 0 : parsed;
}

export const iso = (moment: number) => new Date(moment).toISOString();
