import { Hono } from 'hono';
import { hubs } from './audience.ts';
import { type HubCall, type HubNeeds, hrefOf, notAllowed } from './call.ts';
import { allowedCallback } from './callback.ts';
import { Courier } from './courier.ts';
import { letterRoutes } from './letter.routes.ts';
import { endSubscription } from './letters.ts';
import { SUBSCRIPTIONS, type Subscription, wishIn } from './subscription.ts';
import { once } from '../idempotency/idempotency.ts';
import { newId } from '../rules/id.ts';
import { json } from '../surface/answer.ts';
import { type JsonObject, readObject } from '../surface/body.ts';
import { conflict, invalidField, missingField, notFound, TmfError } from '../surface/tmf-error.ts';

/** Subscriptions of one store: each costs a look at every change. */
const MOST = 1000;
const SUBSCRIBED = /^(.+)\/hub(?:\/([^/]+)(\/.*)?)?$/;

const isV5 = ({ basePath }: HubCall): boolean => basePath.endsWith('/v5');

/** What a client may know of a subscription; how far it has been served is ours. */
function shown(call: HubCall, subscription: Subscription): JsonObject {
  const { id, callback, query } = subscription;
  const said = { id, callback, ...(query !== undefined && { query }) };
  return isV5(call) ? { ...said, href: hrefOf(call, subscription.id), '@type': 'Hub' } : said;
}

/** Throws what is wrong with a query as what it is here: a member of the body. */
function checkQuery(query: unknown): string | undefined {
  if (query === undefined || query === null) return undefined;
  if (typeof query !== 'string') throw invalidField('"query" must be text, like "eventType=TroubleTicketStatusChangeEvent&status=resolved".');
  try {
    wishIn(query);
  } catch (cause) {
    throw cause instanceof TmfError ? invalidField(`"query" cannot be read: ${cause.message}`) : cause;
  }
  return query;
}

async function checked({ hub }: HubCall, { callback, query }: JsonObject): Promise<Pick<Subscription, 'callback' | 'query'>> {
  if (callback === undefined || callback === null) throw missingField('callback');
  if (typeof callback !== 'string') throw invalidField('"callback" must be the address of a listener.');
  const asked = checkQuery(query);
  if (!(await allowedCallback(callback, hub))) {
    throw invalidField('"callback" may not be called: it must be an https address without credentials whose host is public.');
  }
  return { callback, ...(asked !== undefined && { query: asked }) };
}

async function subscribe(call: HubCall): Promise<Response> {
  const { store, clock, request, basePath } = call;
  const said = await readObject(request, ['application/json']);
  const wanted = await checked(call, said);
  const cursor = await store.changes.latest();
  return once({ store, request, said, now: clock() }, async (tx) => {
    if ((await tx.list(SUBSCRIPTIONS, { limit: 1 })).total >= MOST) throw conflict(`There are ${MOST} subscriptions; end one first.`);
    const subscription: Subscription = { id: newId(), ...wanted, basePath, cursor, failures: 0 };
    await tx.put(SUBSCRIPTIONS, subscription);
    return json(shown(call, subscription), 201, { location: hrefOf(call, subscription.id) });
  });
}

/** The subscription, if it is one of this API in this version. */
async function found({ store, basePath }: HubCall, id: string): Promise<Subscription> {
  const subscription = (await store.read().get(SUBSCRIPTIONS, id))?.body as Subscription | undefined;
  if (subscription?.basePath !== basePath) throw notFound();
  return subscription;
}

async function unsubscribe(call: HubCall, id: string): Promise<Response> {
  await found(call, id);
  await endSubscription(call.store, id);
  return new Response(null, { status: 204 });
}

async function onOne(call: HubCall, id: string): Promise<Response> {
  const { method } = call.request;
  if (method === 'DELETE') return unsubscribe(call, id);
  if (isV5(call) && (method === 'GET' || method === 'HEAD')) return json(shown(call, await found(call, id)));
  return notAllowed(isV5(call) ? 'GET, HEAD, DELETE' : 'DELETE');
}

async function answer(call: HubCall, id: string | undefined, rest: string | undefined): Promise<Response> {
  if (id === undefined) return call.request.method === 'POST' ? subscribe(call) : notAllowed('POST');
  return rest === undefined ? onOne(call, id) : letterRoutes(call, await found(call, id), rest);
}

/** `POST /hub`, `DELETE /hub/{id}` (v5 also `GET`) of every API in every version, and the dead letters under it. */
export function hubRoutes(needs: HubNeeds): Hono {
  const { store, hub } = needs;
  const courier = new Courier(store, hub);
  return new Hono().all('*', async (c, next) => {
    const url = new URL(c.req.raw.url);
    const [, base = '', id, rest] = SUBSCRIBED.exec(url.pathname) ?? [];
    const basePath = hubs.get(base);
    if (basePath === undefined) return next();
    const origin = hub.baseUrl?.replace(/\/$/, '') ?? url.origin;
    return answer({ ...needs, courier, request: c.req.raw, basePath, origin }, id, rest);
  });
}
