import type { Guest } from '../options.ts';
import { visitorCookie } from '../sign-on/cookies.ts';
import type { Identity } from '../sign-on/provider.ts';
import { isOver } from '../sign-on/sessions.ts';
import { note, type SignOnOptions } from '../sign-on/sign-on-options.ts';
import { tmfClient } from '../upstream/client.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { MadeFor } from './guest-book.ts';
import { newParty } from './make-customer.ts';
import { isSpent, VISITOR } from './visitor.ts';

interface Circumstances {
  trace: string;
  /** The account has just been made, on the person's wish. */
  create: boolean;
}

/**
 * The identity with its party at the operator: what was ordered as a guest under an address that the provider has
 * verified is this person's from now on. It is where somebody new comes from, and goes beside what a known person has.
 */
export async function withGuests(options: SignOnOptions, identity: Identity, how: Circumstances): Promise<Identity> {
  const { guests } = options;
  if (!guests) return identity;
  const fresh = identity.email === undefined ? [] : await guests.claim(identity, identity.email);
  const party = await partyOf(options, identity, fresh, how);
  if (party === undefined) return identity;
  await guests.settle(identity, party);
  await Promise.all(fresh.map((made) => takenOver(options, made, party, how)));
  return party === identity.sub ? identity : { ...identity, party };
}

/** Whoever the operator knows stays who they are. */
async function partyOf(options: SignOnOptions, identity: Identity, [newest]: readonly MadeFor[], how: Circumstances): Promise<string | undefined> {
  if (identity.party !== undefined) return identity.party;
  const settled = await options.guests?.partyOf(identity);
  if (settled !== undefined) return settled;
  if (await isKnown(options, identity.sub)) return identity.sub;
  return newest?.guest ?? (how.create ? made(options, identity, how) : undefined);
}

async function isKnown({ scope }: SignOnOptions, sub: string): Promise<boolean> {
  try {
    await scope.resolve(sub);
    return true;
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'not-found') return false;
    throw error;
  }
}

/** Somebody who has made an account before they bought anything: a party with nothing yet. */
async function made({ upstreams, guests }: SignOnOptions, identity: Identity, { trace }: Circumstances): Promise<string | undefined> {
  const { email, name = '' } = identity;
  if (!upstreams || !guests || email === undefined) return undefined;
  const guest = await newParty((api) => tmfClient(api, upstreams(api), { trace }), identity, { email, name });
  await guests.enter({ guest, visitor: VISITOR }, email);
  await guests.claim(identity, email);
  return guest;
}

/** The browser in which it was ordered has nothing of it any more: whoever sat there need not be this person. */
async function takenOver(options: SignOnOptions, { visitor, guest }: MadeFor, party: string, { trace }: Circumstances): Promise<void> {
  await options.store.endAll({ issuer: VISITOR, sub: visitor });
  await note(options, trace, { action: 'guest.claimed', actor: party, result: 'done', object: { kind: 'guest', id: guest } });
}

/** The visitor this browser was when the sign-in began; `undefined` where there was none, or their time is over. */
export async function visitorOf({ store, clock, tenant }: SignOnOptions, idHash: string | undefined): Promise<Guest | undefined> {
  const session = idHash === undefined ? undefined : await store.read(idHash);
  const isOpen = session?.kind === 'visitor' && session.tenant === tenant.name && !isSpent(session.subject) && !isOver(session, clock().getTime());
  return isOpen ? { visitor: session.sub } : undefined;
}

/** What the visitor had goes on with the person; the line takes the visitor's cookie away. */
export async function endVisitor({ store, tenant }: SignOnOptions, { visitor }: Guest): Promise<string> {
  await store.endAll({ issuer: VISITOR, sub: visitor });
  return visitorCookie(tenant, '', { maxAge: 0 });
}
