import { objects, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { isObject } from '../surface/body.ts';

/** Somebody named in a request. */
export interface NamedParty {
  id: string;
  role: string;
}

/** The parties of a body who ask, in v4's words and in v5's: not who is only to be written to. */
export function partiesIn(value: unknown): NamedParty[] {
  return objects(value).flatMap((one) => {
    const party = isObject(one['partyOrPartyRole']) ? one['partyOrPartyRole'] : one;
    const id = text(party['id']);
    return id === undefined || id === '' || text(one['role']) === 'contact' ? [] : [{ id, role: text(one['role'])?.toLowerCase() ?? '' }];
  });
}

export interface PartyRecord {
  kind: 'individual' | 'organization';
  body: Resource;
}

/** The person or organisation behind an id, which may also be that of their customer record (TMF629). */
export async function partyRecord(reader: StoreReader, id: string): Promise<PartyRecord | undefined> {
  for (const kind of ['individual', 'organization'] as const) {
    const found = await reader.get(kind, id);
    if (found) return { kind, body: found.body };
  }
  const customer = await reader.get('customer', id);
  const engaged = text(objects(customer?.body['engagedParty'])[0]?.['id']);
  return engaged === undefined || engaged === id ? undefined : partyRecord(reader, engaged);
}

export interface Askers {
  /** Who will own what is ordered. */
  customer: PartyRecord | undefined;
  /** Who asks in their name. */
  person: PartyRecord | undefined;
}

const CUSTOMER_ROLES = new Set(['customer', 'owner', 'buyer', 'prospect']);
/** No more parties of one request are looked up. */
const MOST_PARTIES = 10;

/** Whose the products will be, and who asks for them where that is somebody else: a colleague for a company. */
export async function askersOf(reader: StoreReader, parties: readonly NamedParty[]): Promise<Askers> {
  const records: (PartyRecord & { role: string })[] = [];
  for (const { id, role } of parties.slice(0, MOST_PARTIES)) {
    const record = await partyRecord(reader, id);
    if (record) records.push({ ...record, role });
  }
  const customer =
    records.find(({ role }) => CUSTOMER_ROLES.has(role)) ?? records.find(({ kind }) => kind === 'organization') ?? records[0];
  const person = records.find((record) => record.kind === 'individual' && record.body.id !== customer?.body.id);
  return { customer, person };
}
