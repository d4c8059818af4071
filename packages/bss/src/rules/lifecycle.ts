import type { Definition, Lifecycle } from '../definitions/definition.ts';
import type { Resource } from '../store/store.ts';
import { isObject, type JsonObject } from '../surface/body.ts';
import { conflict, invalidField } from '../surface/tmf-error.ts';

/** Equal as JSON: the order of attributes says nothing. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => sameJson(item, b[at]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]));
}

const knows = ({ moves }: Lifecycle, state: unknown): state is string =>
  typeof state === 'string' && Object.hasOwn(moves, state);

/** Throws a 400 when a new resource claims a state that none can start in. */
export function refuseStart({ lifecycle }: Definition, body: JsonObject): void {
  if (!lifecycle) return;
  const state = body[lifecycle.attribute];
  const starts = lifecycle.initial ?? Object.keys(lifecycle.moves);
  if (!starts.includes(String(state))) {
    throw invalidField(`"${lifecycle.attribute}" of a new resource must be one of: ${starts.join(', ')}.`);
  }
}

/** True when no move leads out of the state this body is in. */
export function isFinal({ lifecycle }: Definition, body: Resource): boolean {
  if (!lifecycle) return false;
  const state = body[lifecycle.attribute];
  return knows(lifecycle, state) && lifecycle.moves[state]?.length === 0;
}

/** Throws a 409 when a final resource would change, but for what stays open in it (notes, say). */
export function refuseFinal(definition: Definition, before: Resource, after: JsonObject): void {
  if (!isFinal(definition, before)) return;
  const open = definition.lifecycle?.openWhenFinal ?? [];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of names) {
    if (!open.includes(name) && !sameJson(before[name], after[name])) {
      throw conflict(`"${name}" can no longer change: this ${definition.resource} is final.`);
    }
  }
}

/** Throws a 400 for a state nobody knows and a 409 for a move the table does not have. */
export function refuseMove({ lifecycle }: Definition, before: Resource, after: JsonObject): void {
  if (!lifecycle) return;
  const { attribute, moves } = lifecycle;
  const from = before[attribute];
  const to = after[attribute];
  if (from === to) return;
  if (!knows(lifecycle, to)) throw invalidField(`"${attribute}" must be one of: ${Object.keys(moves).join(', ')}.`);
  if (knows(lifecycle, from) && !moves[from]?.includes(to)) {
    throw conflict(`"${attribute}" cannot go from ${from} to ${to}.`);
  }
}
