import { etagOf, json } from './answer.ts';
import { readObject } from './body.ts';
import { type Call, originOf, present, seen, within } from './call.ts';
import { once } from '../idempotency/idempotency.ts';
import type { Act } from '../nouns/noun.ts';
import { nounOf } from '../nouns/nouns.ts';
import { created } from '../rules/create.ts';
import { save } from '../store/save.ts';
import type { Resource, Stored } from '../store/store.ts';

const CREATE_TYPES = ['application/json'];

/** There is nothing new inside what does not exist. */
async function placed(call: Call, { tx }: Act, body: Resource): Promise<Resource> {
  const { under } = call.lens.definition;
  if (under && call.outer !== undefined) present(await tx.get(under.resource, call.outer));
  return within(call, body);
}

/** Stores a new resource with all that follows from it. */
async function place(call: Call, act: Act, said: Resource): Promise<Stored> {
  const { definition } = call.lens;
  const noun = nounOf(definition.resource);
  const body = await placed(call, act, said);
  const complete = (await noun?.creating?.(act, body)) ?? body;
  // A noun knows a repeat when it sees one: what stands is the answer.
  if (complete.id !== body.id) return present(await act.tx.get(definition.resource, complete.id));
  const saved = await save(act.tx, definition.resource, complete, act.now);
  if (!noun?.created) return saved;
  await noun.created(act, saved.body);
  return present(await act.tx.get(definition.resource, saved.body.id));
}

export async function create(call: Call): Promise<Response> {
  const { surface, lens, request } = call;
  const said = await readObject(request, CREATE_TYPES);
  const now = surface.clock();
  return once({ store: surface.store, request, said, now }, async (tx) => {
    const one = await place(call, { tx, now }, created(lens, said, now));
    const shown = await seen(call, originOf(call), tx, one);
    return json(shown, 201, { location: shown.href ?? '', etag: etagOf(one) });
  });
}
