import type { Somebody } from './calls.ts';
import type { Condition, Resource, StoreReader } from '../../store/store.ts';
import { Draft } from '../../world/draft.ts';
import { generateWorld } from '../../world/world.ts';

const where = (path: string, values: readonly string[]): Condition => ({ path: path.split('.'), operator: 'eq', values });

const listed = async (reader: StoreReader, resource: string, condition: Condition): Promise<Resource[]> =>
  (await reader.list(resource, { where: [condition], limit: 500 })).rows.map(({ body }) => body);

async function somebody(reader: StoreReader, parties: readonly string[]): Promise<Somebody> {
  const accounts = (await listed(reader, 'billingAccount', where('relatedParty.id', parties))).map(({ id }) => id);
  const [bill] = await listed(reader, 'customerBill', where('billingAccount.id', accounts));
  if (!bill) throw new Error(`${parties[0]} has no bill.`);
  return { parties, accounts, bill: bill.id };
}

/** An organisation and all below it, as rights flow. */
async function treeOf(reader: StoreReader, id: string): Promise<string[]> {
  const body = (await reader.get('organization', id))?.body;
  const children = (body?.['organizationChildRelationship'] ?? []) as { organization: { id: string } }[];
  const below: string[] = [];
  for (const { organization } of children) below.push(...(await treeOf(reader, organization.id)));
  return [id, ...below];
}

async function companyOf(reader: StoreReader, person: string): Promise<string[]> {
  const roles = await listed(reader, 'partyRole', where('engagedParty.id', [person]));
  const admin = roles.find(({ name }) => name === 'admin');
  const [top] = (admin?.['relatedParty'] ?? []) as { id: string }[];
  return top ? treeOf(reader, top.id) : [];
}

/**
 * Who asks: a consumer of the cast, the company's administrator, and `count`
 * consumers from the `first` on. The same people with the same past live in
 * every world of the seed that is large enough.
 */
export async function peopleOf(reader: StoreReader, { seed, now, first, count }: { seed: number; now: Date; first: number; count: number }): Promise<Somebody[]> {
  const draft = new Draft(seed, now);
  const [ada, bilal] = generateWorld({ seed, customers: 0, now }).signIns.map(({ sub }) => sub);
  const consumers = Array.from({ length: count }, (_, index) => draft.id('individual', `consumer-${first + index}`));
  const groups = [[ada ?? ''], [bilal ?? '', ...(await companyOf(reader, bilal ?? ''))], ...consumers.map((id) => [id])];
  const people: Somebody[] = [];
  for (const parties of groups) people.push(await somebody(reader, parties));
  return people;
}
