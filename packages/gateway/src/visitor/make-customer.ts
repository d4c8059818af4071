import type { BuyerContact } from '@faceplate/contracts';
import type { TmfApi } from '../options.ts';
import { invalid } from '../problem.ts';
import { sha256 } from '../sign-on/encoding.ts';
import { records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody, TmfClient } from '../upstream/types.ts';

type Tmf = (api: TmfApi) => TmfClient;

/** Of a party that was made for somebody without an account. */
export const GUEST_REFERENCE = 'self-service-guest';

export interface Party {
  id: string;
  name: string;
}

const nameOf = ({ givenName, familyName }: Pick<BuyerContact, 'givenName' | 'familyName'>): string => `${givenName} ${familyName}`;

/**
 * The party of a visitor, made once for each address they give: a repeat whose first answer was lost finds it by its
 * reference. It is never looked for by the address itself: that would tell a stranger who is a customer.
 */
export async function guestParty(tmf: Tmf, visitor: string, contact: BuyerContact): Promise<Party> {
  const reference = `${visitor}.${(await sha256(contact.email.toLowerCase())).slice(0, 12)}`;
  const parties = tmf('TMF632');
  const body = (await byReference(tmf, reference)) ?? (await parties.post('individual', individual(contact, reference, await addressOf(tmf, contact.placeId))));
  return { id: idOf(body, parties.origin), name: nameOf(contact) };
}

function individual({ givenName, familyName, email, phone }: BuyerContact, reference: string, address: TmfBody | undefined): TmfBody {
  const media = [
    { mediumType: 'email', preferred: true, characteristic: { contactType: 'primary', emailAddress: email.toLowerCase() } },
    ...(phone === undefined ? [] : [{ mediumType: 'phone', characteristic: { contactType: 'primary', phoneNumber: phone } }]),
    ...(address ? [{ mediumType: 'postalAddress', characteristic: { contactType: 'home', ...address } }] : []),
  ];
  return {
    '@type': 'Individual',
    givenName,
    familyName,
    fullName: nameOf({ givenName, familyName }),
    contactMedium: media,
    externalReference: [{ externalReferenceType: GUEST_REFERENCE, name: reference }],
  };
}

/** The party of somebody whom an identity provider knows and the operator does not, made once for them. */
export async function newParty(tmf: Tmf, { issuer, sub }: { issuer: string; sub: string }, { email, name }: { email: string; name: string }): Promise<string> {
  const reference = `person.${await sha256(JSON.stringify([issuer, sub]))}`;
  const [givenName = '', ...rest] = name.trim().split(/\s+/);
  const made = await byReference(tmf, reference);
  return idOf(made ?? (await tmf('TMF632').post('individual', individual({ givenName, familyName: rest.join(' ') || givenName, email }, reference, undefined))), tmf('TMF632').origin);
}

async function byReference(tmf: Tmf, reference: string): Promise<TmfBody | undefined> {
  const { items } = await tmf('TMF632').list('individual', { 'externalReference.name': reference }, { limit: 20 });
  return items.find((one) => records(one, 'externalReference').some((each) => text(each, 'name') === reference && text(each, 'externalReferenceType') === GUEST_REFERENCE));
}

/** A house or a flat of the operator's list, as a way to reach somebody. @throws {Refusal} 422 for none. */
async function addressOf(tmf: Tmf, placeId: string | undefined): Promise<TmfBody | undefined> {
  if (placeId === undefined) return undefined;
  const house = await houseWith(tmf('TMF673'), placeId);
  if (!house) throw invalid(422, [{ path: 'contact.placeId', message: 'There is no such address.' }]);
  const flat = records(house, 'geographicSubAddress').find((one) => text(one, 'id') === placeId);
  const street = [text(house, 'streetName'), text(house, 'streetNr')].filter(Boolean).join(' ');
  const parts = {
    street1: street || text(house, 'name'),
    street2: text(flat, 'name') ?? text(flat, 'subUnitNumber'),
    city: text(house, 'city'),
    postCode: text(house, 'postcode'),
    country: text(house, 'country'),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** The house of an id, or that in which the flat of this id is. */
async function houseWith(addresses: TmfClient, placeId: string): Promise<TmfBody | undefined> {
  try {
    return await addresses.get('geographicAddress', placeId);
  } catch (error) {
    if (!(error instanceof UpstreamProblem) || !['not-found', 'refused'].includes(error.fault)) throw error;
  }
  const { items } = await addresses.list('geographicAddress', { 'geographicSubAddress.id': placeId }, { limit: 10 });
  return items.find((house) => records(house, 'geographicSubAddress').some((flat) => text(flat, 'id') === placeId));
}

/** The billing accounts of a party, the first made here where there is none; beside it the customer it belongs to. */
export async function accountsFor(tmf: Tmf, { id, name }: Party): Promise<Party[]> {
  const accounts = tmf('TMF666');
  const { items } = await accounts.list('billingAccount', { 'relatedParty.id': id }, { limit: 20 });
  const own = items.filter((account) => records(account, 'relatedParty').some((party) => text(party, 'id') === id && text(party, 'role') === 'owner'));
  if (own.length > 0) return own.map((account) => ({ id: idOf(account, accounts.origin), name: text(account, 'name') ?? name }));
  await customerFor(tmf, { id, name });
  const party = { id, name, role: 'owner', '@referredType': 'Individual' };
  const account = await accounts.post('billingAccount', { '@type': 'BillingAccount', name, accountType: 'B2C', relatedParty: [party] });
  return [{ id: idOf(account, accounts.origin), name: text(account, 'name') ?? name }];
}

async function customerFor(tmf: Tmf, { id, name }: Party): Promise<void> {
  const customers = tmf('TMF629');
  const { items } = await customers.list('customer', { 'engagedParty.id': id }, { limit: 20 });
  if (items.some((customer) => text(customer, 'engagedParty', 'id') === id)) return;
  await customers.post('customer', {
    '@type': 'Customer',
    name,
    engagedParty: { id, name, '@referredType': 'Individual' },
    characteristic: [{ name: 'segment', valueType: 'string', value: 'consumer' }],
  });
}

function idOf(body: TmfBody, origin: string): string {
  const id = text(body, 'id');
  if (id === undefined) throw new UpstreamProblem('garbage', origin, 'made without an id');
  return id;
}
