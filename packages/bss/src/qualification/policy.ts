import { centsOf, type Ref, refsOf } from '../catalogue/read.ts';
import { valueOf } from '../rules/characteristic.ts';
import { objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import type { Policy } from './situation.ts';

/**
 * Characteristic of an organisation (TMF632 `partyCharacteristic`) that says what its people may order: a list of
 * `{role, mayOrder, allowedCategory: [name], allowedOffering: [{id}], monthlyLimit: Money}`. A unit without an entry
 * for a role goes by that of the unit above it.
 */
export const ORDERING_POLICY = 'orderingPolicy';

/** No company is deeper; a circle in the tree ends here. */
const DEEPEST = 10;
const STRENGTH = ['admin', 'dealer', 'payer', 'member'];

/** The organisation and those above it, from the bottom up. */
async function chainOf(reader: StoreReader, organization: Resource): Promise<Resource[]> {
  const chain = [organization];
  for (let at: Resource = organization; chain.length < DEEPEST; ) {
    const [parent] = objects(at['organizationParentRelationship']);
    const id = text(objects(parent?.['organization'])[0]?.['id']);
    const above = id === undefined || chain.some((one) => one.id === id) ? undefined : await reader.get('organization', id);
    if (!above) break;
    chain.push(above.body);
    at = above.body;
  }
  return chain;
}

const organizationOf = (role: Resource) => refsOf(role['relatedParty']).map(({ id }) => id);

async function rolesOf(reader: StoreReader, person: string, chain: readonly Resource[]): Promise<string[]> {
  const { rows } = await reader.list('partyRole', { where: [oneOf('engagedParty.id', person)], limit: 100 });
  const above = new Set(chain.map(({ id }) => id));
  return rows.flatMap(({ body }) => (organizationOf(body).some((id) => above.has(id)) ? (text(body['name'])?.toLowerCase() ?? []) : []));
}

/** The strongest role that somebody has in the unit or above it: rights flow down. */
function strongest(roles: readonly string[]): string | undefined {
  return STRENGTH.find((name) => roles.includes(name)) ?? roles[0];
}

async function approverIn(reader: StoreReader, chain: readonly Resource[], person: string): Promise<Ref | undefined> {
  for (const { id } of chain) {
    const { rows } = await reader.list('partyRole', { where: [oneOf('relatedParty.id', id), oneOf('name', 'admin')], limit: 10 });
    const others = rows.flatMap(({ body }) => refsOf(body['engagedParty'])).filter((one) => one.id !== person);
    if (others[0]) return others[0];
  }
  return undefined;
}

function entryFor(chain: readonly Resource[], role: string | undefined): JsonObject | undefined {
  const entries = chain.map((unit) => objects(valueOf(unit['partyCharacteristic'], ORDERING_POLICY)).find((one) => one['role'] === role));
  return entries.find((entry) => entry !== undefined);
}

function allowedBy(entry: JsonObject): Policy['allowed'] {
  const categories = entry['allowedCategory'];
  const offerings = entry['allowedOffering'];
  if (!Array.isArray(categories) && !Array.isArray(offerings)) return undefined;
  return {
    categories: new Set(Array.isArray(categories) ? categories.filter((name) => typeof name === 'string') : []),
    offerings: new Set(refsOf(offerings).map(({ id }) => id)),
  };
}

const nameOf = (body: Resource, ...names: string[]): string => names.map((name) => text(body[name])).find(Boolean) ?? body.id;

/** What this person may order for this organisation, by the nearest unit that says something of their role. */
export async function policyOf(reader: StoreReader, organization: Resource, person: Resource): Promise<Policy> {
  const chain = await chainOf(reader, organization);
  const role = strongest(await rolesOf(reader, person.id, chain));
  const entry = entryFor(chain, role) ?? {};
  return {
    person: { id: person.id, name: nameOf(person, 'fullName', 'givenName') },
    organization: { id: organization.id, name: nameOf(organization, 'tradingName', 'name') },
    role,
    mayOrder: entry['mayOrder'] !== false,
    allowed: allowedBy(entry),
    monthlyLimit: centsOf(entry['monthlyLimit']),
    approver: await approverIn(reader, chain, person.id),
  };
}
