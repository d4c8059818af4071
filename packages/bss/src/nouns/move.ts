import type { Act, Noun } from './noun.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { patched } from '../rules/change.ts';
import { created } from '../rules/create.ts';
import { save } from '../store/save.ts';
import type { Resource, Stored } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { lensOf } from '../surface/lens.ts';
import { notFound } from '../surface/tmf-error.ts';

/** Stores a change that the rules allow, with all that its noun makes of it. */
export async function keep(act: Act, resource: string, noun: Noun | undefined, before: Resource, after: Resource): Promise<Stored> {
  const kept = await noun?.changing?.(act, before, after);
  return save(act.tx, resource, kept ?? after, act.now);
}

async function standing({ tx }: Act, resource: string, id: string): Promise<Stored> {
  const found = await tx.get(resource, id);
  if (!found) throw notFound();
  return found;
}

/** Stores a new resource with all that follows from it. A noun knows a repeat when it sees one: what stands is the answer then. */
export async function place(act: Act, resource: string, noun: Noun | undefined, body: Resource): Promise<Stored> {
  const complete = (await noun?.creating?.(act, body)) ?? body;
  if (complete.id !== body.id) return standing(act, resource, complete.id);
  const saved = await save(act.tx, resource, complete, act.now);
  if (!noun?.created) return saved;
  await noun.created(act, saved.body);
  return standing(act, resource, saved.body.id);
}

/** A change that the back office makes: under the rules of a caller's PATCH, and with the same consequences. */
export async function move(act: Act, noun: Noun, before: Resource, patch: Record<string, unknown>): Promise<Resource> {
  const after = patched(definitionOf(noun.resource), before, patch, act.now);
  return after === before ? before : (await keep(act, noun.resource, noun, before, after)).body;
}

/** A new resource that the back office makes: under the rules of a caller's POST, and with the same consequences. */
export async function make(act: Act, noun: Noun, said: JsonObject): Promise<Resource> {
  const definition = definitionOf(noun.resource);
  const [view] = definition.views;
  return (await place(act, noun.resource, noun, created(lensOf(definition, view), said, act.now))).body;
}
