import type { Offering } from '../catalogue/offering.ts';
import { centsOf, numberOf, periodOf, refOf } from '../catalogue/read.ts';
import { placesIn } from '../place/address.ts';
import { valueOf } from '../rules/characteristic.ts';
import { objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { Askers, PartyRecord } from './parties.ts';
import { policyOf } from './policy.ts';
import type { Applicant, Owned } from './situation.ts';

/** No more of a customer's products are weighed. */
const MOST_PRODUCTS = 500;
const GONE = new Set(['terminated', 'cancelled', 'aborted ', 'pendingTerminate']);

function ownedOf(body: Resource, offerings: ReadonlyMap<string, Offering>): Owned {
  const reference = refOf(body['productOffering']);
  const recurring = objects(body['productPrice']).filter(({ priceType, validFor }) => priceType === 'recurring' && !Number.isFinite(periodOf(validFor).until));
  const ends = objects(body['productTerm']).map((term) => periodOf(term['validFor']).until);
  const committedUntil = Math.max(-Infinity, ...ends.filter((end) => Number.isFinite(end)));
  return {
    id: body.id,
    name: text(body['name']) ?? reference?.name ?? body.id,
    offering: reference && offerings.get(reference.id),
    status: text(body['status']) ?? 'active',
    monthly: recurring.reduce((sum, { price }) => sum + (centsOf(objects(price)[0]?.['taxIncludedAmount']) ?? 0), 0),
    committedUntil: Number.isFinite(committedUntil) ? committedUntil : undefined,
    place: placesIn(body['place'])[0],
  };
}

/** What is still had of a list of products. */
export const inUse = (owned: readonly Owned[]): Owned[] => owned.filter(({ status }) => !GONE.has(status));

export async function ownedBy(reader: StoreReader, party: string, offerings: ReadonlyMap<string, Offering>): Promise<Owned[]> {
  const { rows } = await reader.list('product', { where: [oneOf('relatedParty.id', party)], limit: MOST_PRODUCTS });
  return rows.map(({ body }) => ownedOf(body, offerings));
}

/** One product, whoever has it. */
export async function ownedProduct(reader: StoreReader, id: string, offerings: ReadonlyMap<string, Offering>): Promise<Owned | undefined> {
  const found = await reader.get('product', id);
  return found && ownedOf(found.body, offerings);
}

function balance(account: Resource, type: string): number {
  const [one] = objects(account['accountBalance']).filter(({ balanceType }) => balanceType === type);
  return centsOf(one?.['amount']) ?? 0;
}

async function moneyOf(reader: StoreReader, party: string): Promise<Pick<Applicant, 'due' | 'overdue' | 'creditLimit'>> {
  const { rows } = await reader.list('billingAccount', { where: [oneOf('relatedParty.id', party)], limit: 100 });
  const accounts = rows.map(({ body }) => body);
  const limits = accounts.flatMap((account) => centsOf(account['creditLimit']) ?? []);
  const sum = (type: string) => accounts.reduce((total, account) => total + balance(account, type), 0);
  // One account without a limit is enough for there to be none.
  const isLimited = limits.length > 0 && limits.length === accounts.length;
  return { due: sum('due'), overdue: sum('overdue'), creditLimit: isLimited ? limits.reduce((total, limit) => total + limit, 0) : undefined };
}

const YEAR = 365.2425 * 86_400_000;

function ageOf(body: Resource, now: number): number | undefined {
  const born = Date.parse(text(body['birthDate']) ?? '');
  return Number.isNaN(born) ? undefined : Math.floor((now - born) / YEAR);
}

function personFacts({ kind, body }: PartyRecord, now: number): Pick<Applicant, 'identityProven' | 'age'> {
  if (kind === 'organization') return { identityProven: undefined, age: undefined };
  const status = text(body['status']);
  return { identityProven: status === undefined ? undefined : status !== 'initialized', age: ageOf(body, now) };
}

function segmentOf({ kind, body }: PartyRecord, customer: Resource | undefined): string | undefined {
  const said = text(valueOf(customer?.['characteristic'], 'segment'));
  if (said !== undefined) return said.toLowerCase();
  if (kind === 'individual') return 'consumer';
  return body['isLegalEntity'] === true ? 'business' : undefined;
}

/** All that the rules may weigh of who asks; undefined for somebody we do not know. */
export async function applicantOf(
  reader: StoreReader,
  { customer, person }: Askers,
  offerings: ReadonlyMap<string, Offering>,
  now: number,
): Promise<Applicant | undefined> {
  if (!customer) return undefined;
  const { id } = customer.body;
  const { rows } = await reader.list('customer', { where: [oneOf('engagedParty.id', id)], limit: 1 });
  const [profile] = objects(rows[0]?.body['creditProfile']);
  return {
    segment: segmentOf(customer, rows[0]?.body),
    owned: await ownedBy(reader, id, offerings),
    creditScore: numberOf(profile?.['creditScore']),
    ...(await moneyOf(reader, id)),
    ...personFacts(customer, now),
    policy: customer.kind === 'organization' && person ? await policyOf(reader, customer.body, person.body) : undefined,
  };
}
