import { Machine, type TmfResource } from '../../product/machine.ts';
import type { RunningProduct } from '../../product/running-product.ts';
import { type Answer, Visitor } from '../../product/visitor.ts';
import { assuring, choosing, ordering, paying, reporting, type Operation } from './operations.ts';
import { targetsOf, type Targets } from './house.ts';
import { routesOf } from './matrix.ts';
import { plausible, PROPERTIES } from './read-only.ts';

export interface Assigned {
  /** One a call: what of it was kept, or told back. */
  kept: (string | undefined)[];
  /** One an operation: whether its record differs from that of a call without the thief's properties. */
  altered: (string | undefined)[];
  sweptRecords: number;
  /** Calls that were done, the extra name ignored; the others were refused for it. */
  accepted: number;
}

/** How much of it. A short run deals the properties out, each operation others. */
export interface Share {
  full: boolean;
  seed: number;
  /** One operation with one property: for the twin. */
  only?: { operation: string; property: string };
}

const DEALT = 5;

function propertiesOf({ takes, name }: Operation, place: number, { full, seed, only }: Share): string[] {
  const free = PROPERTIES.filter((property) => !takes.includes(property));
  if (only) return only.operation === name ? [only.property] : [];
  return full ? free : free.filter((property, index) => property === '__proto__' || (index + place + seed) % DEALT === 0);
}

/** Everything a call could have reached. */
const COLLECTIONS = [
  'customerBillManagement/v4/customerBillOnDemand',
  'productOrderingManagement/v4/productOrder',
  'troubleTicket/v4/troubleTicket',
  'shoppingCart/v4/shoppingCart',
  'rolesAndPermissions/v4/permission',
  'partyRoleManagement/v4/partyRole',
  'party/v4/individual',
  'party/v4/organization',
  'accountManagement/v4/billingAccount',
  'customerManagement/v4/customer',
  'productInventory/v4/product',
  'productOfferingQualification/v4/productOfferingQualification',
  'serviceQualificationManagement/v4/checkServiceQualification',
  'productRecommendation/v4/queryProductRecommendation',
  'partyInteraction/v4/partyInteraction',
];

async function firstOffer(visitor: Visitor): Promise<string> {
  const { items } = JSON.parse((await visitor.call('GET', '/offers')).text) as { items: { id: string; obstacles: unknown[] }[] };
  return items.find(({ obstacles }) => obstacles.length === 0)?.id ?? '';
}

async function operationsOf({ ada, bilal, daniel }: Readonly<Record<'ada' | 'bilal' | 'daniel', Visitor>>, targets: Targets): Promise<Operation[]> {
  const offerId = await firstOffer(ada);
  const fill = () => ada.call('POST', '/cart/items', { body: { offerId, quantity: 1 } });
  const { id: cartId } = JSON.parse((await fill()).text) as { id: string };
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const empty = async (answer: Answer) => {
    const { items = [] } = JSON.parse(answer.text) as { items?: { id: string }[] };
    for (const { id } of items) await ada.call('DELETE', `/cart/items/${id}`);
  };
  const end = (answer: Answer) => ada.call('DELETE', `/grants/${(JSON.parse(answer.text) as { id?: string }).id}`);
  const ticket = { productId: targets.product, kind: 'request', severity: 'minor', title: 'A question', description: 'How?' };
  const dispute = { amount: { amount: 1, currency: 'EUR' }, reason: 'other', description: 'A cent too much.' };
  let fresh = '';
  return [
    { name: 'POST /orders', path: '/orders', body: () => ({ cartId, accountId: targets.account }), takes: ['cartId', 'accountId'], makes: 'productOrderingManagement/v4/productOrder', before: fill },
    { name: 'POST /cart/items', path: '/cart/items', body: () => ({ offerId, quantity: 1 }), takes: ['offerId', 'quantity'], makes: 'shoppingCart/v4/shoppingCart', after: empty },
    { name: 'POST /tickets', path: '/tickets', body: () => ticket, takes: ['productId', 'kind', 'severity', 'title', 'description', 'also', 'formId', 'fields', 'testIds', 'skipped'], makes: 'troubleTicket/v4/troubleTicket' },
    ...assuring(targets, bilal),
    {
      name: 'POST /tickets/:ticketId/attachments', takes: ['name', 'content'], body: () => ({ name: 'light.txt', content: btoa('The light is red.') }),
      // A ticket takes five files: each call has one of its own.
      before: async () => void (fresh = (JSON.parse((await ada.call('POST', '/tickets', { body: ticket })).text) as { id: string }).id),
      get path() {
        return `/tickets/${fresh}/attachments`;
      },
    },
    {
      name: 'POST /bills/:billId/disputes', path: `/bills/${targets.bill}/disputes`, body: () => dispute, takes: ['chargeId', 'amount', 'reason', 'description'], makes: 'troubleTicket/v4/troubleTicket',
      // One dispute of the bill as a whole at a time.
      before: async () => {
        const { items = [] } = JSON.parse((await ada.call('GET', `/disputes?bill=${targets.bill}`)).text) as { items?: { id: string }[] };
        for (const { id } of items) await ada.call('POST', `/disputes/${id}/withdraw`, { body: {} });
      },
    },
    ...ordering(targets),
    ...paying(ada, targets),
    ...reporting(ada, targets),
    ...choosing(offerId),
    // After the first there is nothing left to bill: what is refused must keep nothing either.
    { name: 'POST /interim-bills', path: '/interim-bills', body: () => ({ accountId: targets.account }), takes: ['accountId'] },
    { name: 'POST /disputes/:disputeId/withdraw', path: `/disputes/${targets.dispute}/withdraw`, body: () => ({}), takes: [] },
    { name: 'POST /disputes/:disputeId/appeal', path: `/disputes/${targets.dispute}/appeal`, body: () => ({ text: 'Look again.' }), takes: ['text'] },
    { name: 'POST /grants', path: '/grants', body: () => ({ to: 'nobody@example.org', scope: ['bills'], until }), takes: ['to', 'scope', 'over', 'limit', 'until', 'grantable'], makes: 'rolesAndPermissions/v4/permission', after: end },
    { name: 'POST /customers/find', path: '/customers/find', body: () => ({ identifier: targets.identifier }), takes: ['identifier'], by: daniel },
    {
      name: 'POST /acting', path: '/acting', by: daniel, takes: ['customer', 'reason', 'consent', 'ticketId'],
      body: () => ({ customer: targets.identifier, reason: 'A call', consent: 'customer-present' }), after: () => daniel.call('DELETE', '/acting'),
    },
  ];
}

/** The body with one more name in it, written as text: `__proto__` in an object literal would be no property. */
const withProperty = (body: object, name: string, value: unknown) => `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`;

const forms = (canary: string): readonly unknown[] => [
  canary,
  { id: canary, name: canary, role: canary, value: canary },
  [{ id: canary, name: canary, role: canary, text: canary, value: canary }],
];

/**
 * Each writable operation with each property that is not the caller's to write, and then every record of the BSS is
 * looked through for what was sent.
 */
export async function assign(product: RunningProduct, { full, seed, only }: Share): Promise<Assigned> {
  const [ada, bilal, daniel] = [await Visitor.signIn(product.url, 'ada'), await Visitor.signIn(product.url, 'bilal'), await Visitor.signIn(product.url, 'daniel')];
  const machine = new Machine(product);
  const targets = await targetsOf(ada, 'ada.lindqvist@example.com');
  const operations = (await operationsOf({ ada, bilal, daniel }, targets)).filter(({ name }) => !only || name === only.operation);
  const sent = new Map<string, string>();
  const told: (string | undefined)[] = [];
  let accepted = 0;
  for (const [place, operation] of operations.entries()) {
    for (const [index, property] of propertiesOf(operation, place, { full, seed, ...(only && { only }) }).entries()) {
      for (const form of full ? [0, 1, 2] : [index % 3]) {
        const mark = `canary-${sent.size}-x`;
        sent.set(mark, `${operation.name} ${property}`);
        const { done, problem } = await tried(ada, operation, withProperty(operation.body(), property, forms(mark)[form]), mark, property);
        told.push(problem);
        if (done) accepted += 1;
      }
    }
  }
  const { found, records } = await sweep(machine);
  const tries = new Set(operations.map(({ name }) => name));
  const untried = only ? [] : (await routesOf(product, ({ requestBody }) => requestBody !== undefined)).filter((route) => !tries.has(route)).map((route) => `${route} was not tried`);
  const kept = [...untried, ...[...sent].map(([mark, what], index) => (found.has(mark) ? `${what} was stored` : told[index]))];
  const stranger = await idOf(product.url, 'bilal');
  const altered = [];
  for (const operation of operations) if (operation.makes) altered.push(await compared(ada, machine, operation, plausible(stranger.sub, stranger.account)));
  await Promise.all([ada.close(), bilal.close(), daniel.close()]);
  return { kept, altered, sweptRecords: records, accepted };
}

async function tried(ada: Visitor, operation: Operation, body: string, mark: string, property: string): Promise<{ done: boolean; problem: string | undefined }> {
  await operation.before?.();
  const answer = await (operation.by ?? ada).call(operation.name.slice(0, operation.name.indexOf(' ')), operation.path, { body });
  const done = answer.status < 300;
  if (done) await operation.after?.(answer);
  return { done, problem: problemOf(answer, mark, `${operation.name} ${property}`) };
}

function problemOf({ status, text }: Answer, mark: string, what: string): string | undefined {
  // A call that was not let through to its handler shows nothing.
  if (status >= 500 || [401, 403, 429].includes(status)) return `${what}: ${status}`;
  return text.includes(mark) ? `${what} came back in the answer` : undefined;
}

async function idOf(url: string, username: string): Promise<{ sub: string; account: string }> {
  const visitor = await Visitor.signIn(url, username);
  const { person, accounts } = JSON.parse((await visitor.call('GET', '/session')).text) as { person: { id: string }; accounts: { id: string }[] };
  await visitor.close();
  return { sub: person.id, account: accounts[0]?.id ?? '' };
}

/** Every canary that stands anywhere in the BSS. */
async function sweep(machine: Machine): Promise<{ found: ReadonlySet<string>; records: number }> {
  const found = new Set<string>();
  let records = 0;
  for (const path of COLLECTIONS) {
    for (let offset = 0; ; offset += 500) {
      const rows = await machine.read<TmfResource[]>(`${path}?sort=id&limit=500&offset=${offset}`);
      records += rows.length;
      for (const [mark] of JSON.stringify(rows).matchAll(/canary-\d+-x/g)) found.add(mark);
      if (rows.length < 500) break;
    }
  }
  return { found, records };
}

/** The record of an honest call and that of a thief's: alike but for what differs between any two. */
async function compared(ada: Visitor, machine: Machine, operation: Operation, more: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const { name, path, body, before, after, makes } = operation;
  const records: string[] = [];
  for (const extra of [{}, more]) {
    await before?.();
    const answer = await ada.call('POST', path, { body: { ...extra, ...body() } });
    const { id } = JSON.parse(answer.text) as { id?: string };
    if (answer.status >= 300 || !id) return extra === more && answer.status < 500 ? undefined : `${name}: ${answer.status} ${answer.text.slice(0, 100)}`;
    records.push(bare(await machine.read(`${makes}/${id}`)));
    await after?.(answer);
  }
  return records[0] === records[1] ? undefined : `${name} made another record: ${records[1]?.slice(0, 300)}`;
}

/** Without ids and moments; a moment or id of the thief's own is left standing. */
function bare(record: TmfResource): string {
  const isOurs = (value: unknown) => typeof value === 'string' && !/2020|2099|chosen|O-0000000001/.test(value);
  return JSON.stringify(record, (name, value: unknown) => (/^(id|href|externalId|value|revision|version)$|date|time|last/i.test(name) && isOurs(value) ? '' : value));
}
