import { KEPT_FOR } from '../idempotency/store.ts';
import type { Route } from '../routing/route.ts';
import { heedsIfMatch } from '../routing/unchanged.ts';
import { flatSchemaOf, type Json } from './schemas.ts';

/** What the names in paths and queries stand for. A test fails for a name that is not here. */
export const meanings: Readonly<Record<string, string>> = {
  product: 'The service or product in question; an id that `/usage` gives with each meter, or `/products`.',
  account: 'Only what belongs to this billing account; an id that `/accounts` gives.',
  against: 'The bill to compare with, one of your own; the one before it on the same account where it is left out.',
  around: 'A line of the bill, by its id: answered is the window it stands in, and `offset` is not heeded.',
  by: 'Of spending what lines are told apart by; of tickets `me` for those I raised and `colleagues` for theirs.',
  cartId: 'A cart of yours; an id that `/carts` gives.',
  quoteId: 'A version of a quote; an id that `/quotes` gives.',
  token: 'What `POST /cart/share` gave; anybody may have it.',
  chargeId: 'A line of the bill; an id in its `charges`.',
  search: 'Words that must all stand in what is found; case and accents do not matter.',
  attachmentId: 'A file of the ticket; an id in its `files`.',
  billId: 'A bill; an id that `/bills` gives.',
  bill: 'Only what concerns this bill; an id that `/bills` gives.',
  cursor: 'Where to go on: `next` of the page before, unchanged. Made for one person and one list, and worth nothing elsewhere.',
  interimBillId: 'A bill asked for before its time; an id that `/interim-bills` gives.',
  paymentId: 'A payment; an id that `/payments` gives.',
  reportId: 'A report you keep; an id that `/reports` gives.',
  disputeId: 'A dispute; an id that `/disputes` gives.',
  format: '`csv` for a spreadsheet, `json` for a program.',
  grantId: 'A grant; an id that `/grants` gives.',
  incidentId: 'An incident; an id that `/incidents` gives.',
  workId: 'Planned work; an id that `/service-levels/planned-work` gives.',
  freezeId: 'A freeze period; an id that `/service-levels/planned-work/freezes` gives.',
  itemId: 'A line, of the cart or of the order; an id in its `items`.',
  limit: 'How many items a page may hold. Without it and without a cursor, everything up to the list’s own bound is answered at once.',
  month: 'A calendar month in the operator’s time zone: `2026-10`.',
  months: 'How many months up to the present one.',
  offset: 'How many to leave out.',
  open: '`yes`: what is under way; `no`: what has ended.',
  orderId: 'An order; an id that `/orders` gives.',
  paperId: 'A file of the order; an id in its `papers`.',
  place: 'Of orders only what goes there: one of their `places`, word for word. Of offers and lines the house or flat they go to; an id that `/places` gives.',
  category: 'Only offers of this category; an id in their `category`.',
  possible: '`true`: only what stands open to you.',
  ids: 'Offers by their ids, with commas between.',
  offerId: 'One version of an offer; an id that `/offers` gives.',
  placeId: 'A house or a flat; an id that `/places` gives.',
  interestId: 'What you wait for; an id that `/availability/interests` gives.',
  device: 'The device it is to be used with: an IMEI, or a name that `/offers/devices` gives.',
  service: 'A service; an id that `/service-levels` gives.',
  sessionId: 'A session of the person’s own; an id that `/sessions` gives.',
  from: 'Where to begin: for lists the number of the first bill wanted, for statements the first day.',
  locale: 'The language of the paper; English where it is left out.',
  to: 'The last day.',
  year: 'A calendar year: `2026`.',
  accountId: 'A billing account; an id that `/accounts` gives.',
  answerId: 'A page of the operator’s knowledge; an id in the `answers` of `/desk`.',
  productId: 'One of your products; an id that `/products` gives.',
  about: 'What is wrong, in words; the best answers are found by them.',
  testId: 'A test of a line; the id that `POST /desk/tests` gave.',
  ticketId: 'A ticket; an id that `/tickets` gives.',
};

const described = (name: string): { description: string } => ({ description: meanings[name] ?? '' });

/** As OpenAPI has it; `$ref` where several routes share it. */
export interface Parameter extends Json {
  name: string;
  required: boolean;
  description: string;
}

export function parametersOf(route: Route): (Parameter | Json)[] {
  return [...ownParameters(route), ...headersHeeded(route).map((name) => ({ $ref: `#/components/parameters/${name}` }))];
}

/** Those of path and query, and the headers in full: for people. */
export const parametersInFull = (route: Route): Parameter[] => [...ownParameters(route), ...headersHeeded(route).flatMap((name) => sharedParameters[name] ?? [])];

function ownParameters(route: Route): Parameter[] {
  return [...pathParameters(route), ...queryParameters(route)];
}

function pathParameters({ path, params }: Route): Parameter[] {
  const known = (params && flatSchemaOf(params).properties) ?? {};
  return Array.from(path.matchAll(/:([A-Za-z]+)/g), ([, name = '']) => ({ name, in: 'path', required: true, ...described(name), schema: known[name] ?? { $ref: '#/components/schemas/Id' } }));
}

function queryParameters({ query }: Route): Parameter[] {
  if (!query) return [];
  const { properties = {}, required = [] } = flatSchemaOf(query);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), ...described(name), schema }));
}

function headersHeeded(route: Route): string[] {
  const { method, answer } = route;
  const heeded = {
    'If-None-Match': method === 'GET' && answer !== undefined,
    'Idempotency-Key': method === 'POST',
    'If-Match': heedsIfMatch(route),
  };
  return Object.entries(heeded).flatMap(([name, holds]) => (holds ? [name] : []));
}

/** Headers that several routes heed. */
export const sharedParameters: Readonly<Record<string, Parameter>> = {
  'If-None-Match': { name: 'If-None-Match', in: 'header', required: false, description: '`ETag` of the answer you have. Is it still the same, you get 304 and no body.', schema: { type: 'string' }, example: 'W/"1v9k3x0a2b"' },
  'If-Match': { name: 'If-Match', in: 'header', required: false, description: '`ETag` of the record as you saw it. Has it changed since, nothing is done and you get 412. Without it the change is made to whatever stands there now.', schema: { type: 'string' }, example: 'W/"1v9k3x0a2b"' },
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: `A UUID of your own for the thing you want done; the same for every repeat of it. Kept for ${KEPT_FOR / 3_600_000} hours: a repeat gets the first answer, byte for byte, with \`Idempotency-Replayed: true\`. Failures (5xx), and refusals that pass (401, 403, 412, 429), are not kept, so that trying again can succeed.`,
    schema: { type: 'string', format: 'uuid' },
    example: '0f8a7c5e-6d1b-4b0a-8a53-8c1d1d7c9b11',
  },
};

const header = (description: string, schema: Json, example: unknown): Json => ({ description, schema, example });

/** Headers of answers. */
export const responseHeaders: Readonly<Record<string, Json>> = {
  'X-Request-Id': header('Names this call in the operator’s log; give it to support.', { type: 'string', format: 'uuid' }, '4f5c2f0e-9a51-4c0e-9d0a-1f6d4c0f7a11'),
  ETag: header('Mark of this answer, for `If-None-Match` and `If-Match`. Weak: it stands for the facts, not for their bytes.', { type: 'string' }, 'W/"1v9k3x0a2b"'),
  'Retry-After': header('Seconds to wait before trying again.', { type: 'integer', minimum: 0 }, 5),
  RateLimit: header('What is left of the tightest limit and when it is full again, in seconds.', { type: 'string' }, '"session";r=118;t=1'),
  'RateLimit-Policy': header('The limits that hold for this call.', { type: 'string' }, '"session";q=120;w=60'),
  'Idempotency-Replayed': header('Stands when the answer is that of an earlier call with the same key.', { const: 'true' }, 'true'),
  'Content-Disposition': header('Always an attachment; the name is made here.', { type: 'string' }, 'attachment; filename="bills-2026-11-21.csv"'),
};
