import type { FoundCustomer } from '@faceplate/contracts';
import { OPAQUE_ID } from '../routing/read.ts';
import type { Call } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';

export interface Customer {
  id: string;
  name: string;
  kind: FoundCustomer['kind'];
}

/** Two people may share an account number's household or an address; more is no search for one customer. */
const MOST = 5;

/** Whom exactly this party id, account number or e-mail address names. Nothing is found by half of any. */
export async function findCustomers(call: Call, identifier: string): Promise<Customer[]> {
  const asked: Promise<string[]>[] = [];
  if (identifier.includes('@')) asked.push(peopleAt(call, identifier));
  if (/^[\w -]{4,40}$/.test(identifier)) asked.push(ownersOf(call, identifier));
  const ids = [...(OPAQUE_ID.test(identifier) ? [identifier] : []), ...(await Promise.all(asked)).flat()];
  const found = await Promise.all([...new Set(ids)].slice(0, MOST).map((id) => customerOf(call, id)));
  return found.flatMap((customer) => customer ?? []);
}

/** The party of that id, a person's or an organisation's. */
export async function customerOf(call: Call, id: string): Promise<Customer | undefined> {
  const [person, organization] = await Promise.all([orNone(call.tmf('TMF632').get('individual', id)), orNone(call.tmf('TMF632').get('organization', id))]);
  if (person?.['id'] === id) return { id, name: nameOf(person), kind: 'person' };
  return organization?.['id'] === id ? { id, name: nameOf(organization), kind: 'organization' } : undefined;
}

function nameOf(party: TmfBody): string {
  const whole = [text(party, 'givenName'), text(party, 'familyName')].filter((part) => part !== undefined).join(' ');
  return (text(party, 'fullName') ?? whole) || (text(party, 'name') ?? text(party, 'tradingName') ?? '');
}

async function orNone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UpstreamProblem && ['not-found', 'refused'].includes(error.fault)) return undefined;
    throw error;
  }
}

/** Ids of the people with this e-mail address, whatever else the server gives. */
export async function peopleAt(call: Call, email: string): Promise<string[]> {
  const wanted = email.trim().toLowerCase();
  const { items } = await call.tmf('TMF632').list('individual', { 'contactMedium.characteristic.emailAddress': wanted }, { limit: 20 });
  const has = (person: TmfBody) => records(person, 'contactMedium').some((medium) => text(medium, 'characteristic', 'emailAddress')?.toLowerCase() === wanted);
  return items.filter(has).flatMap((person) => text(person, 'id') ?? []);
}

async function ownersOf(call: Call, accountNumber: string): Promise<string[]> {
  const { items } = await call.tmf('TMF666').list('billingAccount', { accountNumber }, { limit: 5 });
  return items
    .filter((account) => text(account, 'accountNumber') === accountNumber)
    .flatMap((account) => records(account, 'relatedParty').filter((party) => text(party, 'role') === 'owner').flatMap((party) => text(party, 'id') ?? []));
}

/** `Ada Lindqvist` → `A•• L••`: enough to ask "Is that you?", too little to learn who it is. Every name is as long. */
export const masked = (name: string): string => name.split(/\s+/).filter(Boolean).slice(0, 3).map((part) => `${String.fromCodePoint(part.codePointAt(0) ?? 0x2022)}••`).join(' ');
