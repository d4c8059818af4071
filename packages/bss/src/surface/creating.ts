import { etagOf, json } from './answer.ts';
import { readObject } from './body.ts';
import { type Call, originOf, present, seen, within } from './call.ts';
import { once } from '../idempotency/idempotency.ts';
import { place } from '../nouns/move.ts';
import { refuseForeign } from './scope.ts';
import type { Act } from '../nouns/noun.ts';
import { nounOf } from '../nouns/nouns.ts';
import { created } from '../rules/create.ts';
import type { Resource } from '../store/store.ts';

const CREATE_TYPES = ['application/json'];

/** There is nothing new inside what does not exist. */
async function inPlace(call: Call, { tx }: Act, body: Resource): Promise<Resource> {
  const { under } = call.lens.definition;
  if (under && call.outer !== undefined) present(await tx.get(under.resource, call.outer));
  return within(call, body);
}

export async function create(call: Call): Promise<Response> {
  const { surface, lens, request } = call;
  const said = await readObject(request, CREATE_TYPES);
  const now = surface.clock();
  return once({ store: surface.store, request, said, now }, async (tx) => {
    const { resource } = lens.definition;
    const act = { tx, now };
    const body = await inPlace(call, act, created(lens, said, now));
    refuseForeign(call, body);
    const one = await place(act, resource, nounOf(resource), body);
    const shown = await seen(call, originOf(call), tx, one);
    return json(shown, 201, { location: shown.href ?? '', etag: etagOf(one) });
  });
}
