import type { Bill } from '@faceplate/contracts';
import { factsOfAccount } from './account-facts.ts';
import { found } from '../tmf/owned.ts';
import { Refusal } from '../problem.ts';
import { records, text } from '../tmf/read.ts';
import type { Call } from '../routing/route.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { Address } from './en16931/invoice.ts';

/** Whom a bill is addressed to. */
export interface Buyer {
  name: string;
  /** What the operator numbers the account by. */
  accountNumber: string;
  address?: Address;
  email?: string;
  vatId?: string;
}

/** The holder of a bill's account, as far as the operator's customer records tell. */
export async function buyerOf(call: Call, { account }: Pick<Bill, 'account'>): Promise<Buyer> {
  const { number, holder } = await factsOfAccount(call, account.id);
  const party = await partyOf(call, holder);
  const address = party && addressOf(party);
  const email = party && mediumOf(party, 'emailAddress');
  const vatId = party && vatIdOf(party);
  return { name: (party && nameOf(party)) ?? holder.name, accountNumber: number, ...(address && { address }), ...(email && { email }), ...(vatId && { vatId }) };
}

/** A person or an organisation; what kind it is, the reference says where it does. */
async function partyOf(call: Call, { id, kind }: { id: string; kind?: string | undefined }): Promise<TmfBody | undefined> {
  const kinds = kind === 'Organization' ? ['organization'] : kind === 'Individual' ? ['individual'] : ['individual', 'organization'];
  for (const resource of kinds) {
    const party = await orNone(found(call.tmf('TMF632').get(resource, id)));
    if (party?.['id'] === id) return party;
  }
  return undefined;
}

async function orNone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function nameOf(party: TmfBody): string | undefined {
  const whole = [text(party, 'givenName'), text(party, 'familyName')].filter((part) => part !== undefined).join(' ');
  return text(party, 'fullName') ?? (whole || undefined) ?? text(party, 'name') ?? text(party, 'tradingName');
}

/** Of several media the preferred one first. */
const mediaOf = (party: TmfBody): TmfBody[] => records(party, 'contactMedium').toSorted((one, other) => Number(other['preferred'] === true) - Number(one['preferred'] === true));

const mediumOf = (party: TmfBody, name: string): string | undefined => mediaOf(party).map((medium) => text(medium, 'characteristic', name)).find((value) => value !== undefined);

function addressOf(party: TmfBody): Address | undefined {
  const medium = mediaOf(party).find((one) => text(one, 'characteristic', 'city') ?? text(one, 'characteristic', 'street1'));
  const parts = { street: text(medium, 'characteristic', 'street1'), city: text(medium, 'characteristic', 'city'), postCode: text(medium, 'characteristic', 'postCode'), country: text(medium, 'characteristic', 'country') };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  return known.length === 0 ? undefined : (Object.fromEntries(known) as Address);
}

const vatIdOf = (party: TmfBody): string | undefined =>
  records(party, 'organizationIdentification').filter((one) => /vat/i.test(text(one, 'identificationType') ?? '')).map((one) => text(one, 'identificationId')).find((id) => id !== undefined);
