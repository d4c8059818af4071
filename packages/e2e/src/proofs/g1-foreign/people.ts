import type { Canaries } from './canaries.ts';

type Json = Record<string, unknown>;

export const idOf = (value: unknown): string => {
  const id = (value as Json | undefined)?.['id'];
  return typeof id === 'string' ? id : '';
};
const listed = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** Everything below an organisation, by what each says of its parent: the gateway goes by what each says of its children. */
export function below(canaries: Canaries, top: string): string[] {
  const parents = canaries.all('organization').map((one) => [one.id, idOf((one['organizationParentRelationship'] as Json | undefined)?.['organization'])] as const);
  const found = [top];
  for (const id of found) found.push(...parents.filter(([child, parent]) => parent === id && !found.includes(child)).map(([child]) => child));
  return found;
}

const rolesOf = (canaries: Canaries, sub: string, ...names: string[]) =>
  canaries.all('partyRole').filter((one) => idOf(one['engagedParty']) === sub && names.includes(String(one['name'])));

/** Organisations, with all below them, that a person has one of these roles in. */
export const organizationsOf = (canaries: Canaries, sub: string, ...names: string[]): string[] =>
  rolesOf(canaries, sub, ...names).flatMap((one) => listed(one['relatedParty']).filter(({ role }) => role === 'organization').flatMap(({ id }) => below(canaries, String(id))));

/** Who has no role but that of a member. */
export function plainPeople(canaries: Canaries): string[] {
  const known = new Set(Object.values(canaries.signIns));
  const engaged = new Set(canaries.all('partyRole').filter((one) => one['name'] !== 'member').map((one) => idOf(one['engagedParty'])));
  return canaries.all('individual').map(({ id }) => id).filter((id) => !known.has(id) && !engaged.has(id));
}

export const payerBesides = (canaries: Canaries, sub: string): string =>
  idOf(canaries.all('partyRole').find((one) => one['name'] === 'payer' && idOf(one['engagedParty']) !== sub)?.['engagedParty']);

export function mailOf(canaries: Canaries, sub: string): string {
  const person = canaries.all('individual').find(({ id }) => id === sub);
  const media = listed(person?.['contactMedium']) as { characteristic?: { emailAddress?: string } }[];
  return media.map(({ characteristic }) => characteristic?.emailAddress ?? '').find(Boolean) ?? sub;
}

export const role = (id: string, name: string, person: string, organization: string) => ({
  resource: 'partyRole',
  body: {
    id,
    '@type': 'PartyRole',
    name,
    status: 'active',
    roleType: { name },
    engagedParty: { id: person, '@referredType': 'Individual' },
    relatedParty: [{ id: organization, role: 'organization', '@referredType': 'Organization' }],
  },
});
