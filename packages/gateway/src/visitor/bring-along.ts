import type { CartNews } from '@faceplate/contracts';
import type { OpenSession } from '../options.ts';
import type { Call } from '../routing/route.ts';
import { isKept } from '../cart/cart.backend.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { ownRecord, ownRows } from '../tmf/owned.ts';
import { records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type CartLimits, linesFrom, type MergedLines, mergedLines } from './merge-lines.ts';

const names = (cart: TmfBody, id: string): boolean => records(cart, 'relatedParty').some((party) => text(party, 'id') === id);

/** The carts of the visitor whom this person was. */
export async function cartsOf(call: Call, visitor: string): Promise<TmfBody[]> {
  const facts = (body: TmfBody) => ({ partyIds: names(body, visitor) ? [visitor] : [] });
  const { rows } = await ownRows(call, 'TMF663', 'shoppingCart', { by: 'relatedParty.id', ids: [visitor] }, { facts, limit: 50 });
  return rows;
}

/**
 * Puts into a person's cart what they had chosen before they signed in: once, whatever the network does. The person's
 * cart is filled first, then it is written down that it was, and last the visitor's cart goes; a repeat after any of
 * these finds what is done. `mine` is asked for only when there is something to put in.
 */
export async function broughtAlong(call: Call, mine: () => Promise<string>, limits: CartLimits): Promise<void> {
  const { guest } = call.session;
  if (!guest || guest.merged) return;
  await call.inTurn(`bring ${guest.visitor}`, () => brought(call, guest.visitor, mine, limits));
}

async function brought(call: Call, visitor: string, mine: () => Promise<string>, limits: CartLimits): Promise<void> {
  // Another call of this very session was first.
  if (call.session.guest?.merged) return;
  const client = call.tmf('TMF663');
  const all = await cartsOf(call, visitor);
  for (const cart of all.filter(isKept)) await handedOver(call, cart, visitor);
  const theirs = all.filter((cart) => !isKept(cart) && records(cart, 'cartItem').length > 0);
  const merged = { at: call.clock().toISOString(), lines: 0, left: [] as { name: string; quantity: number; why: 'too-many' | 'full' }[] };
  for (const cart of theirs) {
    const id = await mine();
    const read = () => ownRecord(call, 'TMF663', 'shoppingCart', id, { facts: (body) => ({ partyIds: names(body, call.subject.sub) ? [call.subject.sub] : [] }) });
    const theirLines = await linesFrom(cart);
    let came: Omit<MergedLines, 'items'> = { lines: 0, left: [] };
    await changeRecord(client, {
      resource: 'shoppingCart',
      id,
      read,
      // Somebody may fill it meanwhile: what is written follows from what was read last.
      patch: (body) => {
        const { items, ...rest } = mergedLines(body, theirLines, limits);
        came = rest;
        return { cartItem: items };
      },
    });
    merged.lines += came.lines;
    merged.left.push(...came.left);
    await orNot(visitsMoved(call, text(cart, 'id') ?? '', id));
  }
  await call.sessions.visitors?.merged(call.session, { visitor, merged });
  // So that this very answer can tell it.
  call.session.guest = { visitor, merged };
  for (const cart of theirs) await orNot(client.delete('shoppingCart', text(cart, 'id') ?? ''));
}

/** A cart that was put by under a name stays so, as the person's. */
async function handedOver(call: Call, cart: TmfBody, visitor: string): Promise<void> {
  const { sub, name } = call.subject;
  const parties = records(cart, 'relatedParty').map((party) => (text(party, 'id') === visitor ? { ...party, id: sub, name } : party));
  await call.tmf('TMF663').patch('shoppingCart', text(cart, 'id') ?? '', { relatedParty: parties });
}

/** A visit that was chosen with the one cart is for the other now, and still held. */
async function visitsMoved(call: Call, from: string, to: string): Promise<void> {
  const client = call.tmf('TMF646');
  const { items } = await client.list('appointment', { 'relatedEntity.id': from }, { limit: 10 });
  for (const visit of items) {
    const entities = records(visit, 'relatedEntity');
    if (!entities.some((entity) => text(entity, 'id') === from)) continue;
    await client.patch('appointment', text(visit, 'id') ?? '', { relatedEntity: entities.map((entity) => (text(entity, 'id') === from ? { ...entity, id: to } : entity)) });
  }
}

/** What is left undone hurts nobody: a visit is freed by its time, and an empty cart is given up. */
export async function orNot(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof UpstreamProblem)) throw error;
  }
}

const LEFT = {
  'too-many': ({ ofOne }: CartLimits) => `no more than ${ofOne} of one offer can be ordered at once`,
  full: ({ lines }: CartLimits) => `a cart holds no more than ${lines} lines`,
} as const;

/** What became of the cart from before the sign-in, in words, for as long as the session lasts. */
export function guestNews({ guest }: OpenSession, limits: CartLimits): CartNews[] {
  if (!guest?.merged) return [];
  const { at, lines, left } = guest.merged;
  const came = lines === 0 ? [] : [{ id: 'merged', at, kind: 'merged' as const, text: lines === 1 ? 'One line that you chose before you signed in is in your cart now.' : `${lines} lines that you chose before you signed in are in your cart now.`, facts: lines === 1 ? {} : { lines } }];
  const stayed = left.map(({ name, quantity, why }, index) => ({ id: `left-${index + 1}`, at, kind: 'left-out' as const, text: `${quantity} × ${name} could not come along: ${LEFT[why](limits)}.`, facts: { pieces: quantity, offer: name, ...(why === 'full' ? { lines: limits.lines } : { most: limits.ofOne }) } }));
  return [...came, ...stayed];
}
