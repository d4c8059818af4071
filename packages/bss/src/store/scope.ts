import { valuesAt } from './match.ts';
import type { Condition, ListQuery, Page, ReadScope, Resource, Stored, StoreReader } from './store.ts';

/** What is nobody's own: offers, places, rules of the house. All else is closed to who is not named in it. */
const EVERYBODYS: ReadonlySet<string> = new Set(
  `catalog category productOffering productOfferingPrice productSpecification productStock
  troubleTicketSpecification usageSpecification agreementSpecification serviceTestSpecification serviceLevelSpecification
  serviceLevelObjective documentSpecification partyRoleSpecification processFlowSpecification taskFlowSpecification userRole
  geographicAddress geographicSubAddress geographicAddressValidation searchTimeSlot
  billCycle billFormat billPresentationMedia billingCycleSpecification`.split(/\s+/),
);

/** Of a kind that is somebody's, those that are everybody's all the same: what one is by this value of this attribute. */
const OPEN: Readonly<Record<string, { path: readonly string[]; value: string }>> = { document: { path: ['documentType'], value: 'KnowledgeArticle' } };

export const isEverybodys = (resource: string): boolean => EVERYBODYS.has(resource);

/** Documents that need not name their owner, since another of the owner's holds them. */
const HELD_BY: Readonly<Record<string, { resource: string; path: readonly string[] }>> = {
  appliedCustomerBillingRate: { resource: 'customerBill', path: ['bill', 'id'] },
  cancelProductOrder: { resource: 'productOrder', path: ['productOrder', 'id'] },
};

const unwrap = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const inside = (value: unknown): unknown[] => unwrap(value).flatMap((one) => (isObject(one) ? Object.values(one) : []));
const idsIn = (value: unknown): unknown[] => unwrap(value).flatMap((one) => (isObject(one) && Object.hasOwn(one, 'id') ? unwrap(one['id']) : []));

/** Is the document one of these, or does it refer to one of them, one or two steps down? `scope-lock.ts` says the same in SQL. */
export function refersTo(body: Resource, ids: readonly string[]): boolean {
  const known: ReadonlySet<unknown> = new Set(ids);
  if (known.has(body.id)) return true;
  const values = Object.values(body);
  return [...values.flatMap(idsIn), ...values.flatMap(inside).flatMap(idsIn)].some((id) => known.has(id));
}

/** What a store sees of itself when it looks for some ids alone. */
export interface Look {
  get(resource: string, id: string): Promise<Stored | undefined>;
  list(resource: string, query: ListQuery): Promise<Page>;
}

export type LookFor = (ids: readonly string[]) => Look;

/** One question, of however many looks: a database answers them in one transaction. */
export type Inquiry = <T>(ask: (lookFor: LookFor) => Promise<T>) => Promise<T>;

/** A reader to which everything is missing that is neither everybody's nor of the scope. */
export function scopedReader(plain: StoreReader, { ids }: ReadScope, inquire: Inquiry): StoreReader {
  return {
    ledger: plain.ledger,
    claimOf: (space, key) => plain.claimOf(space, key),
    holderOf: (space, key) => plain.holderOf(space, key),
    holders: (space) => plain.holders(space),
    get: async (resource, id) => {
      if (isEverybodys(resource)) return plain.get(resource, id);
      const open = OPEN[resource];
      if (open) {
        const one = await plain.get(resource, id);
        if (one && valuesAt(one.body, open.path).includes(open.value)) return one;
      }
      const holder = HELD_BY[resource];
      if (!holder) return inquire((lookFor) => lookFor(ids).get(resource, id));
      const one = await plain.get(resource, id);
      if (!one || refersTo(one.body, ids)) return one;
      const held = await inquire((lookFor) => heldBy(lookFor(ids), holder.resource, valuesAt(one.body, holder.path)));
      return held.length > 0 ? one : undefined;
    },
    list: async (resource, query = {}) => {
      if (isEverybodys(resource)) return plain.list(resource, query);
      const open = OPEN[resource];
      if (open && query.where?.some((condition) => isAbout(condition, open.path) && condition.values.length === 1 && condition.values[0] === open.value)) return plain.list(resource, query);
      const holder = HELD_BY[resource];
      const asked = holder && query.where?.find((condition) => isAbout(condition, holder.path))?.values;
      return inquire(async (lookFor) => {
        if (!holder || !asked) return lookFor(ids).list(resource, query);
        const held = await heldBy(lookFor(ids), holder.resource, asked);
        // All that is asked for is held by what the caller owns: nothing else need be looked for.
        return lookFor(held.length === asked.length ? held : [...held, ...ids]).list(resource, query);
      });
    },
  };
}

const isAbout = ({ path, operator }: Condition, other: readonly string[]): boolean => operator === 'eq' && path.join('.') === other.join('.');

/** Of these ids, those of documents that the caller may see. */
async function heldBy(own: Look, resource: string, ids: readonly unknown[]): Promise<string[]> {
  const named = [...new Set(ids.filter((id) => typeof id === 'string'))];
  const found: string[] = [];
  for (const id of named) if (await own.get(resource, id)) found.push(id);
  return found;
}
