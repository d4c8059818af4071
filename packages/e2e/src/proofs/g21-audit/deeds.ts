import { randomUUID } from 'node:crypto';
import { Machine } from '../../product/machine.ts';
import { type Answer, Visitor } from '../../product/visitor.ts';
import { body, type Cast, first, itemsOf } from './cast.ts';
import type { Kept } from './trail-table.ts';

/** What is to stand in the one record of a deed. */
export type Expected = Partial<Pick<Kept, 'actor' | 'on_behalf_of' | 'party' | 'action' | 'object_kind' | 'object_id' | 'result' | 'code'>>;

export interface Deed {
  /** The kind of event it is. */
  readonly kind: string;
  /** Does it; the answer, where there is one of its own, tells the trace. */
  act(cast: Cast): Promise<{ answer?: Answer; expected: Expected }>;
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const none = { on_behalf_of: null } as const;

const doneBy = (who: 'ada' | 'bilal' | 'daniel', kind: string, act: (cast: Cast) => Promise<Answer>, object?: (cast: Cast, answer: Answer) => Expected): Deed => ({
  kind,
  act: async (cast) => {
    const answer = await act(cast);
    return { answer, expected: { ...none, actor: cast.ids[who], party: cast.ids[who], action: kind, result: 'done', code: null, ...object?.(cast, answer) } };
  },
});

const refusedTo = (who: 'ada' | 'daniel' | 'nobody', kind: string, action: string, code: string, act: (cast: Cast) => Promise<Answer>): Deed => ({
  kind: `${kind} (${code})`,
  act: async (cast) => {
    const actor = who === 'nobody' ? 'nobody' : cast.ids[who];
    return { answer: await act(cast), expected: { ...none, actor, party: actor, action, result: 'refused', code } };
  },
});

const ticketBody = ({ things }: Cast) => ({ productId: things.product, kind: 'request', severity: 'minor', title: `Deed ${randomUUID()}`, description: 'Told once.' });

/** What customers do themselves. */
export const acts: readonly Deed[] = [
  doneBy('ada', 'ticket.raise', (cast) => cast.ada.call('POST', '/tickets', { body: ticketBody(cast) })),
  doneBy('ada', 'ticket.note', ({ ada, things }) => ada.call('POST', `/tickets/${things.ticket}/notes`, { body: { text: 'One note.' } }), ({ things }) => ({ object_kind: 'ticket', object_id: things.ticket })),
  doneBy('ada', 'cart.change', async ({ ada }) => ada.call('POST', '/cart/items', { body: { offerId: await anOffer(ada), quantity: 1 } })),
  doneBy('ada', 'order.place', async ({ ada, things }) => ada.call('POST', '/orders', { body: { cartId: body(await ada.call('GET', '/cart')).id, accountId: things.account } })),
  doneBy('ada', 'bill.read', ({ ada, things }) => ada.call('GET', `/bills/${things.bill}/document`), ({ things }) => ({ object_kind: 'bill', object_id: things.bill })),
  doneBy('ada', 'access-log.read', ({ ada }) => ada.call('GET', '/access-log/export.csv')),
  doneBy('ada', 'grant.give', ({ ada, mail }) => ada.call('POST', '/grants', { body: { to: mail.bilal, scope: ['bills'], until: tomorrow() } }), (_, answer) => ({ object_kind: 'grant', object_id: body(answer).id ?? '' })),
  doneBy('ada', 'grant.end', async ({ ada }) => ada.call('DELETE', `/grants/${first(await itemsOf(ada, '/grants'), 'grant').id}`)),
  doneBy('daniel', 'customer.find', ({ daniel, mail }) => daniel.call('POST', '/customers/find', { body: { identifier: mail.ada } })),
];

/** One that Ada may add to a cart. */
async function anOffer(ada: Visitor): Promise<string> {
  return first((await itemsOf(ada, '/offers')).filter(({ obstacles }) => (obstacles ?? []).length === 0), 'offer without obstacles').id;
}

const answered = (event: string, act: (cast: Cast) => Promise<{ answer: Answer; expected: Expected }>): Deed => ({
  kind: event,
  act: async (cast) => {
    const { answer, expected } = await act(cast);
    return { answer, expected: { ...none, action: event, ...expected } };
  },
});

const stranger = ({ product }: Cast) => new Visitor(product.url);

/** Signing in and out, and what is not believed. */
export const signOns: readonly Deed[] = [
  {
    kind: 'session.begun',
    act: async ({ product, ids }) => {
      await Visitor.signIn(product.url, 'bilal');
      return { expected: { ...none, action: 'session.begun', actor: ids.bilal, party: ids.bilal, result: 'done' } };
    },
  },
  {
    kind: 'session.stepped-up',
    act: async ({ bilal, ids }) => {
      await bilal.signIn('bilal', 'demo', '/auth/login?returnTo=/&stepUp=urn:faceplate:fresh&maxAge=0');
      return { expected: { ...none, action: 'session.stepped-up', actor: ids.bilal, party: ids.bilal, result: 'done' } };
    },
  },
  answered('session.refused', async (cast) => ({ answer: await stranger(cast).open('/auth/callback?state=made-up&code=none'), expected: { actor: 'nobody', result: 'refused' } })),
  answered('session.logout-refused', async (cast) => ({
    answer: await stranger(cast).open('/auth/backchannel-logout', { method: 'POST', body: 'logout_token=none', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    expected: { actor: 'nobody', result: 'refused' },
  })),
  answered('session.hand-over-refused', async (cast) => ({
    answer: await stranger(cast).open('/auth/embed', {
      method: 'POST',
      body: JSON.stringify({ code: 'x'.repeat(43), verifier: 'y'.repeat(43) }),
      headers: { 'x-fp-csrf': '1', 'content-type': 'application/json', origin: `http://127.0.0.1:${cast.product.foreignPort}` },
    }),
    expected: { actor: 'nobody', result: 'refused' },
  })),
];

export const endings: readonly Deed[] = [
  {
    kind: 'session.end',
    act: async ({ product, ada, ids }) => {
      await Visitor.signIn(product.url, 'ada');
      const other = first((await itemsOf(ada, '/sessions')).filter(({ current }) => current !== true), 'other session');
      return { answer: await ada.call('DELETE', `/sessions/${other.id}`), expected: { ...none, action: 'session.end', actor: ids.ada, result: 'done', object_kind: 'session' } };
    },
  },
  answered('session.ended', async ({ bilal, ids }) => ({ answer: await bilal.open('/auth/logout', { method: 'POST' }), expected: { actor: ids.bilal, result: 'done' } })),
];

/** What is refused, to whom, and why. */
export const refusals: readonly Deed[] = [
  refusedTo('nobody', 'signed out', 'bill.read', 'signed-out', (cast) => stranger(cast).call('GET', '/bills')),
  refusedTo('nobody', 'stranger', 'bill.read', 'csrf-header-missing', ({ ada }) => ada.open('/api/v1/bills')),
  refusedTo('nobody', 'stranger', 'bill.read', 'origin-unknown', ({ ada }) => ada.call('GET', '/bills', { headers: { origin: 'https://evil.example' } })),
  refusedTo('nobody', 'stranger', 'bill.read', 'site-unknown', ({ ada }) => ada.call('GET', '/bills', { headers: { 'sec-fetch-site': 'cross-site' } })),
  refusedTo('ada', 'foreign', 'bill.read', 'not-found', ({ ada, things }) => ada.call('GET', `/bills/${things.theirBill}`)),
  refusedTo('ada', 'absent', 'ticket.read', 'not-found', ({ ada }) => ada.call('GET', '/tickets/no-such-ticket')),
  refusedTo('ada', 'function', 'customer.find', 'not-allowed', ({ ada, mail }) => ada.call('POST', '/customers/find', { body: { identifier: mail.bilal } })),
  refusedTo('daniel', 'function', 'order.place', 'not-allowed', ({ daniel }) => daniel.call('POST', '/orders', { body: { cartId: 'x', accountId: 'y' } })),
  refusedTo('ada', 'too late', 'ticket.note', 'ticket-ended', async (cast) => {
    const { id = '' } = body(await cast.ada.call('POST', '/tickets', { body: ticketBody(cast) }));
    await new Machine(cast.product).change(`troubleTicket/v4/troubleTicket/${id}`, { status: 'cancelled' });
    return cast.ada.call('POST', `/tickets/${id}/notes`, { body: { text: 'Too late.' } });
  }),
  refusedTo('ada', 'contents', 'ticket.raise', 'invalid-request', ({ ada }) => ada.call('POST', '/tickets', { body: {} })),
];

/** An agent for a customer: each look and each act names both. */
const forAda = (action: string, act: (cast: Cast) => Promise<Answer>): Deed => ({
  kind: `${action} for a customer`,
  act: async (cast) => ({ answer: await act(cast), expected: { actor: cast.ids.daniel, on_behalf_of: cast.ids.ada, party: cast.ids.ada, action, result: 'done' } }),
});

const looks = { '/accounts': 'account.read', '/bills': 'bill.read', '/orders': 'order.read', '/products': 'product.read', '/offers': 'offer.read', '/tickets': 'ticket.read', '/service-levels': 'service-level.read', '/interactions': 'interaction.read', '/cart': 'cart.read' };

export const acting: readonly Deed[] = [
  doneBy('daniel', 'acting.begin', ({ daniel, mail }) => daniel.call('POST', '/acting', { body: { customer: mail.ada, reason: 'Asked about a bill\r\nforged: line', consent: 'customer-present' } }), ({ ids }) => ({ party: ids.ada, object_kind: 'customer', object_id: ids.ada })),
  ...Object.entries(looks).map(([path, action]) => forAda(action, ({ daniel }) => daniel.call('GET', path))),
  forAda('ticket.raise', (cast) => cast.daniel.call('POST', '/tickets', { body: ticketBody(cast) })),
  {
    kind: 'bill.read of another while acting (not-found)',
    act: async (cast) => ({ answer: await cast.daniel.call('GET', `/bills/${cast.things.theirBill}`), expected: { actor: cast.ids.daniel, on_behalf_of: cast.ids.ada, party: cast.ids.ada, action: 'bill.read', result: 'refused', code: 'not-found' } }),
  },
  forAda('acting.end', ({ daniel }) => daniel.call('DELETE', '/acting')),
];

/** Who asks for much that is not there is looking for other people's data: said once, beside the tries themselves. */
export const scraping: Deed = {
  kind: 'scraper.stopped',
  act: async ({ daniel, ids }) => {
    for (let tries = 0; tries < 40; tries += 1) await daniel.call('GET', `/tickets/nothing-${tries}`);
    return { expected: { ...none, action: 'scraper.stopped', actor: ids.daniel, party: ids.daniel, result: 'refused' } };
  },
};

/** Too much: the export class is the smallest. */
export const tooMuch: Deed = {
  kind: 'limited (too-many)',
  act: async ({ daniel, ids }) => {
    for (let calls = 0; calls < 200; calls += 1) {
      const answer = await daniel.call('GET', '/access-log/export.json');
      if (answer.status === 429) return { answer, expected: { ...none, actor: ids.daniel, party: ids.daniel, action: 'access-log.read', result: 'refused', code: 'too-many' } };
    }
    throw new Error('Two hundred exports met no limit.');
  },
};
