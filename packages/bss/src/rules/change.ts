import { refuseIncomplete } from './create.ts';
import type { Definition } from '../definitions/definition.ts';
import { refuseFinal, refuseMove, sameJson } from './lifecycle.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { mergePatch } from '../surface/merge-patch.ts';
import { invalidField, missingField } from '../surface/tmf-error.ts';

const IDENTITY = ['id', 'href', '@type', '@baseType'];

/** Sending back what was read is no change; anything else on a fixed attribute is refused. */
function refuseFixed(definition: Definition, before: Resource, after: JsonObject): void {
  for (const name of [...IDENTITY, ...(definition.fixed ?? [])]) {
    if (!sameJson(before[name], after[name])) throw invalidField(`"${name}" cannot be patched.`);
  }
}

/** What the server itself writes when a resource reaches another state. */
function stamped({ lifecycle, history }: Definition, before: Resource, after: Resource, now: string): Resource {
  if (!lifecycle || before[lifecycle.attribute] === after[lifecycle.attribute]) return after;
  const state = String(after[lifecycle.attribute]);
  const reason = after['statusChangeReason'];
  const stamp = lifecycle.stamps?.[state];
  const entry = { changeDate: now, status: state, ...(typeof reason === 'string' && { changeReason: reason }) };
  return {
    ...after,
    ...('statusChangeDate' in before && { statusChangeDate: now }),
    ...(stamp !== undefined && { [stamp]: now }),
    ...(history !== undefined && { [history]: [...((before[history] as unknown[] | undefined) ?? []), entry] }),
  };
}

/**
 * A resource after a change, with what the server itself writes, or the one
 * before when nothing changed. Throws 400 for what may not be patched and 409
 * for what its state forbids.
 */
export function changed(definition: Definition, before: Resource, after: Resource, now: Date): Resource {
  if (sameJson(before, after)) return before;
  refuseFixed(definition, before, after);
  const removed = definition.mandatory?.find((name) => before[name] !== undefined && after[name] === undefined);
  if (removed !== undefined) throw missingField(removed);
  refuseIncomplete(definition, after);
  refuseFinal(definition, before, after);
  refuseMove(definition, before, after);
  const instant = now.toISOString();
  const touched = Object.fromEntries((definition.touched ?? []).map((name) => [name, instant]));
  return stamped(definition, before, { ...after, ...touched }, instant);
}

/** The same for a merge patch. */
export function patched(definition: Definition, before: Resource, patch: JsonObject, now: Date): Resource {
  return changed(definition, before, mergePatch(before, patch) as Resource, now);
}
