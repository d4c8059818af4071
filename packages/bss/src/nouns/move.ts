import type { Act, Noun } from './noun.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { patched } from '../rules/change.ts';
import { created } from '../rules/create.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { lensOf } from '../surface/lens.ts';

/** A change that the back office makes: under the rules of a caller's PATCH, and with the same consequences. */
export async function move({ tx, now }: Act, noun: Noun, before: Resource, patch: Record<string, unknown>): Promise<Resource> {
  const after = patched(definitionOf(noun.resource), before, patch, now);
  if (after === before) return before;
  const kept = (await noun.changing?.({ tx, now }, before, after)) ?? after;
  return (await save(tx, noun.resource, kept, now)).body;
}

/** A new resource that the back office makes: under the rules of a caller's POST, and with the same consequences. */
export async function make(act: Act, noun: Noun, said: JsonObject): Promise<Resource> {
  const definition = definitionOf(noun.resource);
  const [view] = definition.views;
  if (!view) throw new Error(`${noun.resource} is served in no version`);
  const body = created(lensOf(definition, view), said, act.now);
  const complete = (await noun.creating?.(act, body)) ?? body;
  const { body: stored } = await save(act.tx, noun.resource, complete, act.now);
  return (await noun.created?.(act, stored)) ?? stored;
}
