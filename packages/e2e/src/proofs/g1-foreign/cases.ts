import type { Route } from '@faceplate/gateway';
import type { House } from './actors.ts';
import type { Asking } from './asking.ts';
import type { Owned } from './canaries.ts';


/** One question about a thing, and the same question about a thing that does not exist. */
export interface Case {
  readonly route: Route;
  readonly position: string;
  /** Whose the thing is; undefined where it is nobody's here. */
  readonly owned: Owned | undefined;
  /** What stands in the position. */
  readonly id: string;
  readonly asking: Asking;
  readonly absent: Asking;
}

/** What a name in a path or a body stands for; one that is not here is a position that nobody looked at. */
const KINDS: Readonly<Record<string, string>> = {
  billId: 'customerBill',
  chargeId: 'appliedCustomerBillingRate',
  interimBillId: 'customerBillOnDemand',
  orderId: 'productOrder',
  ticketId: 'troubleTicket',
  disputeId: 'troubleTicket',
  paymentId: 'payment',
  meansId: 'paymentMethod',
  reportId: 'savedReport',
  interestId: 'checkServiceQualification',
  itemId: 'shoppingCart',
  service: 'product',
  incidentId: 'serviceProblem',
  workId: 'serviceProblem',
  organizationId: 'organization',
  grantId: 'permission',
  sessionId: 'session',
  accountId: 'billingAccount',
  productId: 'product',
  cartId: 'shoppingCart',
  quoteId: 'quote',
  customer: 'individual',
  documentId: 'document',
  attachmentId: 'document',
  paperId: 'document',
  answerId: 'document',
  testId: 'serviceTest',
  testIds: 'serviceTest',
  also: 'product',
};
/** How a thing is named outside, where that is not by its own id. */
const OUTWARD: Readonly<Record<string, (id: string) => string>> = { interestId: (id) => `line.${id}` };
/** Names that name no thing of anybody's. */
const PLAIN: Readonly<Record<string, string>> = { month: '2026-10', offerId: 'uqgqjjqttpy3', placeId: 'vcdc7zn2qsla', token: 'nobody.signed', freezeId: 'f0123456789abcdef0123456' };

export const ABSENT = 'zzzzzzzzzz99';
const MALFORMED = ['..%2f..%2fbill', '0', 'a'.repeat(65), '%00', "1' or '1'='1", '*', 'null'];
const words = { kind: 'request', severity: 'minor', title: 'A question', description: 'How is it?' };
const cent = { amount: 1, currency: 'EUR' };
const until = '2026-12-01T08:00:00.000Z';

/** Bodies by route, with a thing of somebody's in each place where one can be named. */
const BODIES: Readonly<Record<string, (id: string, absent: string) => Record<string, unknown>>> = {
  'POST /orders': (id, absent) => ({ accountId: { cartId: absent, accountId: id }, cartId: { cartId: id, accountId: absent } }),
  'POST /quotes': (id, absent) => ({ accountId: { cartId: absent, accountId: id }, cartId: { cartId: id, accountId: absent } }),
  'POST /cart/swap': (id) => ({ itemId: { out: id, offerId: PLAIN['offerId'] } }),
  'POST /payments': (id, absent) => ({
    accountId: { parts: [{ accountId: id, amount: cent }] },
    billId: { parts: [{ accountId: absent, billId: id, amount: cent }] },
    meansId: { parts: [{ accountId: absent, amount: cent }], meansId: id },
  }),
  'POST /service-levels/planned-work/freezes': (id) => ({ organizationId: { from: '2026-12-01', to: '2026-12-02', organizationId: id } }),
  'POST /reports': (id) => ({ accountId: { name: 'Ours', by: 'kind', months: 6, accountId: id } }),
  'POST /configuration': (id) => ({ productId: { productId: id, choices: {} } }),
  'POST /offers/estimate': (id) => ({ productId: { offerIds: [PLAIN['offerId']], productId: id } }),
  'POST /interim-bills': (id) => ({ accountId: { accountId: id } }),
  'POST /tickets': (id, absent) => ({ productId: { ...words, productId: id }, also: { ...words, productId: absent, also: [id] }, testIds: { ...words, productId: absent, testIds: [id] } }),
  'POST /desk/me-too': (id, absent) => ({ productId: { productId: id, troubleId: absent } }),
  'POST /desk/verdicts': (id, absent) => ({ productId: { productId: id, answerId: absent, solved: true } }),
  'POST /desk/tests': (id) => ({ productId: { productId: id, kind: 'line' } }),
  'POST /cart/items': (id) => ({ offerId: { offerId: id, quantity: 1 } }),
  'POST /grants': (id) => ({ customer: { to: id, scope: ['bills'], until } }),
  'POST /acting': (id) => ({ customer: { customer: id, reason: 'A call', consent: 'customer-present' }, ticketId: { customer: ABSENT, reason: 'A call', consent: 'ticket', ticketId: id } }),
  'POST /customers/find': (id) => ({ customer: { identifier: id } }),
};
const FIXED: Readonly<Record<string, unknown>> = {
  'POST /tickets/:ticketId/notes': { text: 'And now?' },
  'POST /tickets/:ticketId/changes': { severity: 'minor' },
  'POST /tickets/:ticketId/acts': { act: 'confirm' },
  'POST /tickets/:ticketId/visit': { slotId: 'morning', from: '2026-12-01T07:00:00.000Z', to: '2026-12-01T09:00:00.000Z' },
  'POST /tickets/:ticketId/attachments': { name: 'note.txt', content: 'SGVsbG8=' },
  'POST /bills/:billId/disputes': { amount: { amount: 1, currency: 'EUR' }, reason: 'other', description: 'A cent too much.' },
  'POST /accounts/:accountId/consolidation': { with: 'zzzzzzzzzz99' },
  'POST /accounts/:accountId/consolidation/end': {},
  'POST /payments/:paymentId/cancel': {},
  'PATCH /reports/:reportId': { months: 12 },
  'POST /reports/:reportId/restore': {},
  'POST /disputes/:disputeId/withdraw': {},
  'POST /service-levels/:service/:month/claim': {},
  'POST /service-levels/planned-work/:workId/objection': { words: 'Not then.' },
  'POST /incidents/:incidentId/follow': {},
  'POST /disputes/:disputeId/appeal': { text: 'Look again.' },
  'POST /orders/:orderId/items/:itemId/activate': {},
  'POST /orders/:orderId/items/:itemId/answers': { text: 'Here it is.' },
  'POST /orders/:orderId/items/:itemId/changes': { quantity: 2 },
  'POST /orders/:orderId/items/:itemId/delay': { choice: 'wait' },
  'POST /cart/items/:itemId/changes': { quantity: 2 },
  'POST /cart/items/:itemId/promise': { tierId: 'Advanced' },
  'POST /cart/visit': { slotId: 'morning', from: '2026-12-01T07:00:00.000Z', to: '2026-12-01T09:00:00.000Z' },
  'POST /carts': { name: 'Ours' },
  'POST /carts/:cartId/open': {},
  'POST /cart/share': {},
  'POST /cart/take': { token: 'nobody.signed' },
  'POST /orders/:orderId/reorder': {},
  'POST /orders/:orderId/payment': { back: '/orders' },
  'POST /quotes/:quoteId/notes': { text: 'And now?' },
  'POST /quotes/:quoteId/accept': {},
  'POST /quotes/:quoteId/decline': {},
  'POST /orders/:orderId/cancel': {},
  'POST /orders/:orderId/visit': { slotId: 'morning', from: '2026-12-01T07:00:00.000Z', to: '2026-12-01T09:00:00.000Z' },
  'POST /guide/shortlist': { answers: {} } };

/** Where callers of other products have put a name to be believed (security.md, section 6). */
const HEADERS = ['x-fp-parties', 'x-fp-accounts', 'x-user-id', 'x_fp_parties', 'x-forwarded-user', 'x-customer-id', 'x-tenant', 'x-original-url'];
const QUERIES = ['account', 'accountId', 'party', 'relatedParty.id', 'customer', 'sub', 'filter', 'cursor', 'fields', 'onBehalfOf'];

export interface Filling {
  pick: (kind: string) => readonly string[];
  /** One header, one query and one malformed name stand for all. */
  brief?: boolean;
}

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

/** Every position of every route, filled with things of every relation's owners: `pick` gives some of a kind. */
export function* casesOf(house: House, routes: readonly Route[], { pick, brief = false }: Filling): Generator<Case> {
  for (const route of routes) {
    yield* inThePath(house, route, pick, brief ? 1 : MALFORMED.length);
    yield* inTheBody(house, route, pick);
    yield* inTheQuery(house, route, pick);
    yield* besides(house, route, pick, brief ? 1 : HEADERS.length);
  }
}

const parameters = ({ path }: Route) => Array.from(path.matchAll(/:(\w+)/g), ([, name = '']) => name);

function kindOf(route: Route, name: string): string {
  const kind = KINDS[name];
  if (kind === undefined) throw new Error(`${nameOf(route)}: nobody wrote down what ${name} is.`);
  return kind;
}

/** A line of a bill is asked for below its bill: one stands beside the other. */
function besideIt(house: House, route: Route, name: string, id: string): Record<string, string> {
  // Lines of orders are numbered, and so is nobody's alone.
  if (route.path.includes(':orderId/items/')) return name === 'orderId' ? { itemId: '1' } : {};
  if (!route.path.includes(':chargeId')) return {};
  const lines = house.canaries.all('appliedCustomerBillingRate').map((line) => ({ id: line.id, bill: (line['bill'] as { id?: string } | undefined)?.id ?? ABSENT }));
  if (name === 'chargeId') return { billId: lines.find((line) => line.id === id)?.bill ?? ABSENT };
  return { chargeId: lines.find(({ bill }) => bill === id)?.id ?? ABSENT };
}

/** What a route must be asked with to answer at all. */
const NEEDED: Readonly<Record<string, string>> = { '/charges': 'search=e', '/spend': 'by=person', '/spend/export.csv': 'by=person', '/interim-bills': 'account=zzzzzzzzzz99', '/offers/compare': 'ids=a,b', '/places': 'search=ka', '/availability': 'place=zzzzzzzzzz99' };

const filled = (path: string, values: Readonly<Record<string, string>>) => path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? PLAIN[name] ?? ABSENT);

/** The operator’s knowledge is everybody’s; all other documents are somebody’s. */
const isPage = ({ canaries }: House, id: string) => canaries.all('document').some((one) => one.id === id && one['documentType'] === 'KnowledgeArticle');

function* inThePath(house: House, route: Route, pick: Filling['pick'], most: number): Generator<Case> {
  const body = FIXED[nameOf(route)];
  const asking = (path: string): Asking => ({ method: route.method, path, ...(body !== undefined && { body }) });
  for (const name of parameters(route)) {
    if (Object.hasOwn(PLAIN, name)) continue;
    const absent = asking(filled(route.path, { [name]: OUTWARD[name]?.(ABSENT) ?? ABSENT }));
    for (const id of pick(kindOf(route, name)).filter((one) => name !== 'answerId' || !isPage(house, one))) yield { route, position: name, owned: house.canaries.ownedBy(id), id, asking: asking(filled(route.path, { ...besideIt(house, route, name, id), [name]: OUTWARD[name]?.(id) ?? id })), absent };
    for (const id of MALFORMED.slice(0, most)) yield { route, position: `${name}, malformed`, owned: undefined, id: encodeURIComponent(id), asking: asking(filled(route.path, { [name]: encodeURIComponent(id) })), absent };
  }
}

function* inTheBody(house: House, route: Route, pick: Filling['pick']): Generator<Case> {
  const bodies = BODIES[nameOf(route)];
  if (!bodies) return;
  for (const name of Object.keys(bodies(ABSENT, ABSENT))) {
    const asking = (id: string): Asking => ({ method: route.method, path: route.path, body: bodies(id, ABSENT)[name] });
    const kinds = Object.hasOwn(PLAIN, name) ? ['product', 'shoppingCart'] : [kindOf(route, name)];
    for (const id of kinds.flatMap(pick)) yield { route, position: `body ${name}`, owned: house.canaries.ownedBy(id), id, asking: asking(id), absent: asking(ABSENT) };
  }
}

/** A query that names the one thing a route is about, as a path would. */
const ABOUT: Readonly<Record<string, [name: string, kind: string]>> = { '/usage/events': ['product', 'product'], '/usage/events/export.csv': ['product', 'product'], '/interim-bills': ['account', 'billingAccount'] };

function* inTheQuery(house: House, route: Route, pick: Filling['pick']): Generator<Case> {
  const [name, kind] = ABOUT[route.path] ?? [];
  if (name === undefined || kind === undefined || route.method !== 'GET') return;
  const asking = (id: string): Asking => ({ method: route.method, path: `${route.path}?${name}=${id}` });
  for (const id of pick(kind)) yield { route, position: `${name} in the query`, owned: house.canaries.ownedBy(id), id, asking: asking(id), absent: asking(ABSENT) };
}

/** A name said beside the question, in headers and queries: it must change nothing, whosever it is. */
function* besides(house: House, route: Route, pick: Filling['pick'], most: number): Generator<Case> {
  if (route.method !== 'GET') return;
  const needed = NEEDED[route.path];
  const path = filled(route.path, {}) + (needed === undefined ? '' : `?${needed}`);
  const join = needed === undefined ? '?' : '&';
  const whose = [...pick('individual'), ...pick('billingAccount'), ...pick('organization')];
  const [some = ABSENT] = whose;
  for (const [index, name] of HEADERS.slice(0, most).entries()) {
    const id = whose[index % whose.length] ?? some;
    yield { route, position: `header ${name}`, owned: house.canaries.ownedBy(id), id, asking: { method: 'GET', path, headers: { [name]: id } }, absent: { method: 'GET', path, headers: { [name]: ABSENT } } };
  }
  for (const [index, name] of QUERIES.slice(0, most).entries()) {
    const id = whose[(index + 3) % whose.length] ?? some;
    const asking = (value: string): Asking => ({ method: 'GET', path: `${path}${join}${name}=${value}` });
    yield { route, position: `query ${name}`, owned: house.canaries.ownedBy(id), id, asking: asking(id), absent: asking(ABSENT) };
  }
}
