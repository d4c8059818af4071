import type { Bill } from '@faceplate/contracts';
import { factsOfAccount } from './account-facts.ts';
import { found } from '../tmf/owned.ts';
import { Refusal } from '../problem.ts';
import { instant, records, text } from '../tmf/read.ts';
import type { Call } from '../routing/route.ts';
import type { TmfBody } from '../upstream/types.ts';
import { countryCode } from './countries.ts';
import type { Buyer } from './buyer.ts';
import type { Address } from './en16931/invoice.ts';

/** The holder of a bill's account, as far as the operator's customer records tell; its address is the account's own for bills, where it has one. */
export async function buyerOf(call: Call, { account }: Pick<Bill, 'account'>): Promise<Buyer> {
  const { number, holder, contacts } = await factsOfAccount(call, account.id);
  const party = await partyOf(call, holder);
  const now = call.clock();
  const own = mediaOf(contacts, now);
  const general = party ? mediaOf(records(party, 'contactMedium'), now) : [];
  const address = addressOf(own) ?? addressOf(general);
  const email = mediumOf(own, 'emailAddress') ?? mediumOf(general, 'emailAddress');
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

/** Ways to reach somebody that hold today, the preferred first. */
function mediaOf(media: readonly TmfBody[], now: Date): TmfBody[] {
  const at = now.toISOString();
  const holds = (medium: TmfBody) => (instant(medium, 'validFor', 'startDateTime') ?? '') <= at && at < (instant(medium, 'validFor', 'endDateTime') ?? '9999');
  return media.filter(holds).toSorted((one, other) => Number(other['preferred'] === true) - Number(one['preferred'] === true));
}

const mediumOf = (media: readonly TmfBody[], name: string): string | undefined => media.map((medium) => text(medium, 'characteristic', name)).find((value) => value !== undefined);

function addressOf(media: readonly TmfBody[]): Address | undefined {
  const medium = media.find((one) => text(one, 'characteristic', 'city') ?? text(one, 'characteristic', 'street1'));
  const part = (name: string) => text(medium, 'characteristic', name);
  const parts = { street: part('street1'), more: part('street2'), city: part('city'), postCode: part('postCode'), region: part('stateOrProvince'), country: countryCode(part('country')) };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  return known.length === 0 ? undefined : (Object.fromEntries(known) as Address);
}

const vatIdOf = (party: TmfBody): string | undefined =>
  records(party, 'organizationIdentification').filter((one) => /vat/i.test(text(one, 'identificationType') ?? '')).map((one) => text(one, 'identificationId')).find((id) => id !== undefined);
