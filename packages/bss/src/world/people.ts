import type { Draft } from './draft.ts';
import { FAMILY_NAMES, GIVEN_NAMES, STREETS, TOWNS } from './names.ts';
import { type Party, partyRef } from './parties.ts';
import { writeAddress } from './places.ts';
import { DAY, iso } from './zone.ts';

export interface Person extends Party {
  email: string;
  address: string;
}

/** Letters that may stand in an e-mail address. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/[^a-zA-Z]/g, '').toLowerCase();
}

/** A made-up address; in a known town where one is asked for. */
export function addressFor(draft: Draft, label: string, wanted?: string): string {
  const dice = draft.dice('address', label);
  const [postcode, town] = TOWNS.find(([, name]) => name === wanted) ?? dice.pick(TOWNS);
  return `${dice.pick(STREETS)} ${dice.between(1, 98)}, ${postcode} ${town}`;
}

/** Writes an individual. The label alone decides the id. */
export function writePerson(draft: Draft, label: string, given: string, family: string, home?: string): Person {
  const address = home ?? addressFor(draft, label);
  const person: Person = {
    id: draft.id('individual', label),
    name: `${given} ${family}`,
    kind: 'Individual',
    email: `${plain(given)}.${plain(family)}@example.com`,
    address,
  };
  writeAddress(draft, address);
  draft.add('individual', {
    id: person.id,
    givenName: given,
    familyName: family,
    fullName: person.name,
    birthDate: bornOn(draft, label),
    status: 'validated',
    contactMedium: contacts(person.email, address),
  });
  return person;
}

/** Between 1947 and 2004, so that everybody here is of age; no birthday moves with the day on which a world is made. */
function bornOn(draft: Draft, label: string): string {
  return iso(Date.UTC(1947, 0, 1) + draft.dice('born', label).between(0, 58 * 365) * DAY);
}

/** Who it will be whom nobody planned, before they are written. */
export function somebody(draft: Draft, label: string): Party & { given: string; family: string } {
  const dice = draft.dice('name', label);
  const [given, family] = [dice.pick(GIVEN_NAMES), dice.pick(FAMILY_NAMES)];
  return { id: draft.id('individual', label), name: `${given} ${family}`, kind: 'Individual', given, family };
}

/** Somebody with a name nobody planned. */
export function writeSomebody(draft: Draft, label: string, home?: string, family?: string): Person {
  const who = somebody(draft, label);
  return writePerson(draft, label, who.given, family ?? who.family, home);
}

export function contacts(email: string, address: string) {
  const [street = address, place = ''] = address.split(', ');
  const [postCode = '', city = ''] = place.split(' ');
  return [
    { mediumType: 'email', preferred: true, characteristic: { contactType: 'primary', emailAddress: email } },
    {
      mediumType: 'postalAddress',
      preferred: false,
      characteristic: { contactType: 'home', street1: street, postCode, city, country: 'DE' },
    },
  ];
}

type RoleName = 'admin' | 'member' | 'payer' | 'dealer' | 'agent';

/** Says that a person may act for an organisation. */
export function writeRole(draft: Draft, name: RoleName, person: Party, organization: Party): void {
  draft.add('partyRole', {
    id: draft.id('role', name, person.id, organization.id),
    name,
    status: 'active',
    roleType: { name },
    engagedParty: partyRef(person),
    relatedParty: [partyRef(organization, 'organization')],
  });
}
