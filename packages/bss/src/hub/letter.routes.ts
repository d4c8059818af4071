import { type HubCall, hrefOf, notAllowed } from './call.ts';
import { type DeadLetter, drop, letterOf, lettersOf } from './letters.ts';
import type { Subscription } from './subscription.ts';
import { json, linksOf } from '../surface/answer.ts';
import { listRequest } from '../surface/query.ts';
import { notFound, TmfError } from '../surface/tmf-error.ts';

/** Letters delivered again at one request: enough to catch up, few enough to be answered. */
const AT_ONCE = 100;
const PATH = /^\/deadLetter(?:\/([^/]+))?$/;

function shown(call: HubCall, { id, subscription, change, attempts, failure, givenUpAt }: DeadLetter) {
  const { eventId, eventTime, eventType, resource, id: resourceId } = change;
  const href = `${hrefOf(call, subscription)}/deadLetter/${id}`;
  return { id, href, '@type': 'DeadLetter', eventId, eventTime, eventType, resource, resourceId, attempts, failure, givenUpAt };
}

async function list(call: HubCall, { id }: Subscription): Promise<Response> {
  const url = new URL(call.request.url);
  const asked = listRequest(url.searchParams);
  const { letters, total } = await lettersOf(call.store, id, asked);
  return json(letters.map((letter) => shown(call, letter)), 200, {
    'x-total-count': String(total),
    'x-result-count': String(letters.length),
    link: linksOf(new URL(`${call.origin}${url.pathname}${url.search}`), asked, total),
  });
}

/** Tries the letter again; why it failed, or undefined when there is nothing left to deliver. */
async function again({ store, courier }: HubCall, subscription: Subscription, letter: DeadLetter): Promise<string | undefined> {
  const outcome = await courier.take(subscription, letter.change);
  if (outcome.was === 'failed') return outcome.why;
  await drop(store, letter.id);
  return undefined;
}

async function redeliver(call: HubCall, subscription: Subscription, letter: DeadLetter): Promise<Response> {
  const why = await again(call, subscription, letter);
  if (why !== undefined) throw new TmfError(409, 'undeliverable', 'Not delivered', why);
  return new Response(null, { status: 204 });
}

/** In their order, until one fails: the rest would fail the same way. */
async function redeliverAll(call: HubCall, subscription: Subscription): Promise<Response> {
  const { letters, total } = await lettersOf(call.store, subscription.id, { offset: 0, limit: AT_ONCE });
  let delivered = 0;
  let failure: string | undefined;
  for (const letter of letters) {
    failure = await again(call, subscription, letter);
    if (failure !== undefined) break;
    delivered += 1;
  }
  return json({ delivered, left: total - delivered, ...(failure !== undefined && { failure }) });
}

async function onOne(call: HubCall, subscription: Subscription, id: string): Promise<Response> {
  const letter = await letterOf(call.store, subscription.id, id);
  if (!letter) throw notFound();
  switch (call.request.method) {
    case 'GET':
    case 'HEAD':
      return json(shown(call, letter));
    case 'POST':
      return redeliver(call, subscription, letter);
    case 'DELETE':
      await drop(call.store, id);
      return new Response(null, { status: 204 });
    default:
      return notAllowed('GET, HEAD, POST, DELETE');
  }
}

/**
 * What could not be delivered to a subscriber, an extension of ours below its
 * hub: `GET …/deadLetter` lists, `GET …/deadLetter/{id}` shows, `POST` to either
 * delivers again (all in order, or the one), `DELETE …/deadLetter/{id}` drops.
 */
export async function letterRoutes(call: HubCall, subscription: Subscription, rest: string): Promise<Response> {
  const [match, id] = PATH.exec(rest) ?? [];
  if (match === undefined) throw notFound();
  if (id !== undefined) return onOne(call, subscription, id);
  const { method } = call.request;
  if (method === 'POST') return redeliverAll(call, subscription);
  return method === 'GET' || method === 'HEAD' ? list(call, subscription) : notAllowed('GET, HEAD, POST');
}
