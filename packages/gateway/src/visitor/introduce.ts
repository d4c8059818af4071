import type { BuyerContact } from '@faceplate/contracts';
import type { GatewayOptions, OpenSession, TmfApi } from '../options.ts';
import type { TmfClient } from '../upstream/types.ts';
import type { GuestBook } from './guest-book.ts';
import { accountsFor, guestParty, type Party } from './make-customer.ts';
import { isVisitor } from './visitor.ts';

interface Needs {
  options: Pick<GatewayOptions, 'sessions'> & { guests: GuestBook };
  session: OpenSession;
  /** Not bound to what the caller has: whom it makes is nobody yet. */
  tmf: (api: TmfApi) => TmfClient;
}

/**
 * Somebody who has nothing at the operator yet becomes a customer with an account of their own. A visitor by what they
 * say of themselves; a person who has signed in by who they are.
 */
export async function introduced({ options, session, tmf }: Needs, contact: BuyerContact): Promise<OpenSession> {
  const { sub } = session.subject;
  if (!isVisitor(session)) return withAccounts(session, await accountsFor(tmf, { id: sub, name: session.subject.name }), options);
  const party = await guestParty(tmf, sub, contact);
  const accounts = await accountsFor(tmf, party);
  await options.guests.enter({ guest: party.id, visitor: sub }, contact.email);
  const facts = { party: party.id, name: party.name, accountIds: accounts.map(({ id }) => id) };
  return (await options.sessions.visitors?.known(session, facts)) ?? session;
}

async function withAccounts(session: OpenSession, accounts: readonly Party[], { sessions }: Needs['options']): Promise<OpenSession> {
  const { subject } = session;
  const accountIds = accounts.map(({ id }) => id);
  // Every other session of theirs learns it at its next call.
  await sessions.stale?.(subject.sub);
  const ties = [...(subject.ties ?? []), { as: 'self' as const, partyIds: [subject.sub], accountIds }];
  return { ...session, subject: { ...subject, accountIds: [...subject.accountIds, ...accountIds], ties } };
}
