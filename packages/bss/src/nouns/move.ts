import type { Act, Noun } from './noun.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { patched } from '../rules/change.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';

/** A change that the back office makes: under the rules of a caller's PATCH, and with the same consequences. */
export async function move({ tx, now }: Act, noun: Noun, before: Resource, patch: Record<string, unknown>): Promise<Resource> {
  const after = patched(definitionOf(noun.resource), before, patch, now);
  if (after === before) return before;
  const kept = (await noun.changing?.({ tx, now }, before, after)) ?? after;
  return (await save(tx, noun.resource, kept, now)).body;
}
