import type { Machine, TmfResource } from '../../product/machine.ts';
import { Visitor } from '../../product/visitor.ts';
import type { Actor } from './review.ts';
import type { Targets } from './targets.ts';

export type { Targets };

const ROLES = 'partyRoleManagement/v4/partyRole';

/** A column of the matrix while it is walked down: who calls, and for what of whose. */
export interface Column {
  actor: Actor;
  visitor: Visitor;
  targets: Targets;
}

interface Item {
  id: string;
  number: string;
  status: string;
  usable?: boolean;
  account?: { id: string };
  remaining?: { amount: number; currency: string };
}
type Listed = { items?: Item[]; rows?: { service: { id: string } }[]; person?: { id: string } };
const read = async (visitor: Visitor, path: string) => JSON.parse((await visitor.call('GET', path)).text) as Listed;

/** What stands in for something that a house has none of. */
const NOTHING: Item = { id: '', number: '', status: '' };

/** A line of which something was used. */
async function meteredBy(visitor: Visitor): Promise<string> {
  const { items = [] } = JSON.parse((await visitor.call('GET', '/usage')).text) as { items?: { used: number; service: { productId: string } }[] };
  return items.find(({ used }) => used > 0)?.service.productId ?? '';
}

/** Something of each kind that this person has; a grant of theirs is made for the purpose. */
export async function targetsOf(visitor: Visitor, identifier: string): Promise<Targets> {
  const first = async (path: string, isWanted: (item: Item) => boolean = Boolean) => (await read(visitor, path)).items?.find(isWanted) ?? NOTHING;
  const bill = await first('/bills');
  const order = await first('/orders');
  const ticket = await first('/tickets', ({ status }) => !['closed', 'rejected', 'cancelled'].includes(status));
  return {
    account: bill.account?.id ?? (await first('/accounts')).id,
    bill: bill.id,
    used: await usedLine(visitor),
    order: order.id,
    visited: await visitedOrder(visitor),
    paper: await paperOf(visitor),
    product: (await first('/products')).id,
    metered: await meteredBy(visitor),
    ticket: ticket.id,
    dispute: bill.id && (await disputed(visitor, bill.id)),
    payment: await begun(visitor),
    paid: (await first('/payments', ({ status }) => status === 'paid')).id,
    // What the provider keeps is each person's own; what billing keeps is the account's.
    means: (await first('/payment-means', ({ usable }) => usable === false)).id,
    report: await reportOf(visitor),
    interim: await interimOf(visitor, bill.account?.id),
    attachment: ticket.id && (await attached(visitor, ticket.id)),
    numbers: { bill: bill.number, order: order.number, ticket: ticket.number },
    service: (await read(visitor, '/service-levels')).rows?.[0]?.service.id ?? '',
    interaction: (await first('/interactions')).id,
    grant: await granted(visitor, 'nobody@example.org', 'tickets'),
    identifier,
  };
}

/** A line with single uses behind it, of one of the newest bills. */
async function usedLine(visitor: Visitor): Promise<string> {
  for (const { id } of ((await read(visitor, '/bills')).items ?? []).slice(0, 24)) {
    const { charges = [] } = JSON.parse((await visitor.call('GET', `/bills/${id}`)).text) as { charges?: { id: string; hasEvents?: boolean }[] };
    const used = charges.find(({ hasEvents }) => hasEvents);
    if (used) return `${id}/charges/${used.id}`;
  }
  return '';
}

/** An open dispute about a bill; one is raised where there is none. */
async function disputed(visitor: Visitor, bill: string): Promise<string> {
  const open = (await read(visitor, `/disputes?bill=${bill}`)).items?.find(({ status }) => status === 'submitted' || status === 'in-review');
  if (open) return open.id;
  const { text } = await visitor.call('POST', `/bills/${bill}/disputes`, { body: { amount: { amount: 1, currency: 'EUR' }, reason: 'other', description: 'A cent too much.' } });
  return (JSON.parse(text) as { id?: string }).id ?? '';
}

/** An order with a visit; a day is chosen for one that waits for it. */
async function visitedOrder(visitor: Visitor): Promise<string> {
  for (const { id } of (await read(visitor, '/orders?open=yes')).items ?? []) {
    const order = JSON.parse((await visitor.call('GET', `/orders/${id}`)).text) as { visit?: unknown; items: { need?: { kind: string } }[] };
    if (order.visit) return id;
    if (!order.items.some(({ need }) => need?.kind === 'date')) continue;
    const { items = [] } = JSON.parse((await visitor.call('GET', `/orders/${id}/visit/slots`)).text) as { items?: { id: string; from: string; to: string }[] };
    const [slot] = items;
    if (slot && (await visitor.call('POST', `/orders/${id}/visit`, { body: { slotId: slot.id, from: slot.from, to: slot.to } })).status === 200) return id;
  }
  return '';
}

/** A file on an order, as its address goes on from the order's; one is sent where a line waits for a document. */
async function paperOf(visitor: Visitor): Promise<string> {
  for (const { id } of (await read(visitor, '/orders?open=yes')).items ?? []) {
    const { items, papers = [] } = JSON.parse((await visitor.call('GET', `/orders/${id}`)).text) as { items: { id: string; need?: { kind: string } }[]; papers?: { id: string }[] };
    const waiting = items.find(({ need }) => need?.kind === 'document');
    const sent = papers.at(-1)?.id ?? (waiting && (await answered(visitor, `/orders/${id}/items/${waiting.id}/answers`)));
    if (sent) return `${id}/papers/${sent}`;
  }
  return '';
}

async function answered(visitor: Visitor, path: string): Promise<string> {
  const { status, text } = await visitor.call('POST', path, { body: { file: { name: 'proof.txt', content: btoa('I live here.') } } });
  const { papers } = JSON.parse(text) as { papers?: { id: string }[] };
  const sent = papers?.at(-1)?.id;
  if (status !== 200 || sent === undefined) throw new Error(`No document could be sent: ${status} ${text}`);
  return sent;
}

/** A bill asked for before its time; one is asked for where there was none. */
async function interimOf(visitor: Visitor, account: string | undefined): Promise<string> {
  if (account === undefined) return '';
  const asked = (await read(visitor, `/interim-bills?account=${account}`)).items?.[0];
  if (asked) return asked.id;
  const { text } = await visitor.call('POST', '/interim-bills', { body: { accountId: account } });
  return (JSON.parse(text) as { id?: string }).id ?? '';
}

/** What somebody keeps under a name. */
async function reportOf(visitor: Visitor): Promise<string> {
  const { text } = await visitor.call('POST', '/reports', { body: { name: `Mine ${crypto.randomUUID()}`, by: 'kind', months: 6 } });
  return (JSON.parse(text) as { id?: string }).id ?? '';
}

/** A payment of a cent that waits for its payer; none where nothing is owed. */
async function begun(visitor: Visitor): Promise<string> {
  const open = (await read(visitor, '/payments')).items?.find(({ status }) => status === 'needs-you');
  if (open) return open.id;
  const bill = (await read(visitor, '/bills')).items?.find(({ remaining, status }) => (remaining?.amount ?? 0) > 100 && status !== 'on-hold');
  if (!bill) return '';
  const parts = [{ accountId: bill.account?.id, billId: bill.id, amount: { ...bill.remaining, amount: 1 } }];
  return (JSON.parse((await visitor.call('POST', '/payments', { body: { parts } })).text) as { id?: string }).id ?? '';
}

async function attached(visitor: Visitor, ticket: string): Promise<string> {
  const { text } = await visitor.call('POST', `/tickets/${ticket}/attachments`, { body: { name: 'note.txt', content: btoa('It blinks.') } });
  return (JSON.parse(text) as { files?: { id: string }[] }).files?.at(-1)?.id ?? '';
}

export async function granted(visitor: Visitor, to: string, ...scope: string[]): Promise<string> {
  const { status, text } = await visitor.call('POST', '/grants', { body: { to, scope, until: new Date(Date.now() + 3_600_000).toISOString() } });
  if (status !== 201) throw new Error(`No grant was made: ${status} ${text}`);
  return (JSON.parse(text) as { id: string }).id;
}

/** The top of the company that somebody is admin of. */
export async function organizationOf(machine: Machine, visitor: Visitor): Promise<string> {
  const { person } = await read(visitor, '/session');
  const roles = await machine.read<TmfResource[]>(`${ROLES}?engagedParty.id=${person?.id}&name=admin`);
  return (roles[0]?.['relatedParty'] as TmfResource[] | undefined)?.[0]?.id ?? '';
}

/** Chiara in one role of the company's and in no other, as she is when she signs in anew. */
export async function chiaraAs(machine: Machine, url: string, role: string, organization: string): Promise<Visitor> {
  const before = await Visitor.signIn(url, 'chiara');
  const id = (await read(before, '/session')).person?.id ?? '';
  await before.close();
  for (const one of await machine.read<TmfResource[]>(`${ROLES}?engagedParty.id=${id}&status=active`)) {
    await machine.change(`${ROLES}/${one.id}`, { status: 'terminated' });
  }
  await machine.make(ROLES, {
    name: role,
    status: 'active',
    engagedParty: { id, '@referredType': 'Individual' },
    relatedParty: [{ id: organization, role: 'organization', '@referredType': 'Organization' }],
  });
  return Visitor.signIn(url, 'chiara');
}
