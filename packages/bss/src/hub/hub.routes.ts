import { Hono } from 'hono';
import { allowedCallback, type CallbackRules } from './callback.ts';
import { eventTypesIn, SUBSCRIPTIONS, type Subscription } from './subscription.ts';
import { definitions } from '../definitions/definitions.ts';
import { newId } from '../rules/id.ts';
import type { Store } from '../store/store.ts';
import { json } from '../surface/answer.ts';
import { type JsonObject, readObject } from '../surface/body.ts';
import { invalidField, missingField, notFound, TmfError } from '../surface/tmf-error.ts';

/** What a client may know of a subscription; how far it has been served is ours. */
const shown = ({ id, callback, query }: Subscription) => ({ id, callback, ...(query !== undefined && { query }) });

async function checked({ callback, query }: JsonObject, rules: CallbackRules) {
  if (typeof callback !== 'string') throw missingField('callback');
  if (query !== undefined && query !== null && typeof query !== 'string') throw invalidField('"query" must be text.');
  if (eventTypesIn(query ?? undefined) === undefined) throw invalidField('"query" may only ask for eventType.');
  if (!(await allowedCallback(callback, rules))) throw invalidField('"callback" is not an address that may be called.');
  return { callback, ...(typeof query === 'string' && { query }) };
}

async function subscribe(store: Store, rules: CallbackRules, basePath: string, request: Request): Promise<Response> {
  const said = await checked(await readObject(request, ['application/json']), rules);
  const cursor = await store.changes.latest();
  const subscription: Subscription = { id: newId(), ...said, basePath, cursor, failures: 0 };
  await store.transaction((tx) => tx.put(SUBSCRIPTIONS, subscription));
  return json(shown(subscription), 201, { location: `${basePath}/hub/${subscription.id}` });
}

async function unsubscribe(store: Store, basePath: string, id: string): Promise<Response> {
  await store.transaction(async (tx) => {
    const found = await tx.get(SUBSCRIPTIONS, id);
    if (found?.body['basePath'] !== basePath) throw notFound();
    await tx.delete(SUBSCRIPTIONS, id);
  });
  return new Response(null, { status: 204 });
}

const notAllowed = (allow: string): Response =>
  new TmfError(405, '61', 'Method not allowed', `Allowed here: ${allow}.`).toResponse({ allow });

/** `POST /hub` and `DELETE /hub/{id}` of every API. */
export function hubRoutes(store: Store, rules: CallbackRules): Hono {
  const app = new Hono();
  for (const basePath of new Set(definitions.map((definition) => definition.basePath))) {
    app.post(`${basePath}/hub`, (c) => subscribe(store, rules, basePath, c.req.raw));
    app.all(`${basePath}/hub`, () => notAllowed('POST'));
    app.delete(`${basePath}/hub/:id`, (c) => unsubscribe(store, basePath, c.req.param('id')));
    app.all(`${basePath}/hub/:id`, () => notAllowed('DELETE'));
  }
  return app;
}
