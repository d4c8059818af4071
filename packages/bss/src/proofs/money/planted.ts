import { type Case, checkAccounts, checkBills, checkEntries, checkHouse } from './check.ts';
import { centsIn } from './cents.ts';
import { readShard, type Shard } from './shard.ts';
import { UnbalancedEntry } from '../../ledger/ledger.ts';
import type { Condition, Resource, Store } from '../../store/store.ts';

const cent = (money: unknown) => ({ unit: 'EUR', value: Number(centsIn(money) + 1n) / 100 });

const seenBy = (check: (shard: Shard) => Case[], shard: Shard): boolean => check(shard).some((one) => one !== undefined);

interface Plant {
  resource: string;
  attribute: string;
  /** Documents whose money counts: a denied payment may say what it likes. */
  where?: readonly Condition[];
  check: (shard: Shard) => Case[];
}

/** A cent too much in a document, put there behind the engine's back, and taken out again. */
async function planted(store: Store, { resource, attribute, where = [], check }: Plant): Promise<Case> {
  const page = await store.read().list(resource, { where, limit: 50 });
  const body = page.rows.at(-1)?.body;
  if (!body) return `there is no ${resource} to plant a cent in`;
  const wrong: Resource = { ...body, [attribute]: cent(body[attribute]) };
  await store.transaction((tx) => tx.put(resource, wrong));
  const seen = seenBy(check, await readShard(store));
  await store.transaction((tx) => tx.put(resource, body));
  return seen ? undefined : `a cent in ${resource}.${attribute} went unseen`;
}

/** The ledger itself takes nothing that is out of balance by a cent. */
async function refused(store: Store): Promise<Case> {
  const postings = [
    { account: 'cash', currency: 'EUR', amount: 101n },
    { account: 'revenue', currency: 'EUR', amount: -100n },
  ];
  const entry = { id: 'planted', at: '2027-01-01T00:00:00.000Z', text: 'A cent from nowhere', postings };
  try {
    await store.transaction((tx) => tx.ledger.post(entry));
    return 'the ledger took a cent from nowhere';
  } catch (cause) {
    return cause instanceof UnbalancedEntry ? undefined : String(cause);
  }
}

/** A balanced entry that nothing stands behind. */
async function invented(store: Store): Promise<Case> {
  const shard = await readShard(store);
  const name = `receivable/${shard.accounts[0]?.id ?? ''}`;
  const line = { entry: 'invented', at: '2027-01-01T00:00:00.000Z', text: 'Invented', currency: 'EUR' };
  const postings = new Map(shard.postings);
  postings.set(name, [...(postings.get(name) ?? []), { ...line, account: name, amount: 1n }]);
  postings.set('revenue', [...(postings.get('revenue') ?? []), { ...line, account: 'revenue', amount: -1n }]);
  const wrong = { ...shard, postings };
  return seenBy(checkAccounts, wrong) && seenBy(checkHouse, wrong) && !seenBy(checkEntries, wrong) ? undefined : 'an invented entry went unseen';
}

/** The twin of the proof: what would be a fault is seen as one, so that "0 faults" means something. */
export async function plantedFaults(store: Store): Promise<Case[]> {
  const billed: Condition = { path: ['isBilled'], operator: 'eq', values: ['true'] };
  const included: Condition = { path: ['characteristic', 'name'], operator: 'eq', values: ['taxIncluded'] };
  const captured: Condition = { path: ['status'], operator: 'eq', values: ['captured'] };
  return [
    await planted(store, { resource: 'customerBill', attribute: 'taxIncludedAmount', check: checkBills }),
    await planted(store, { resource: 'customerBill', attribute: 'remainingAmount', check: checkBills }),
    await planted(store, { resource: 'appliedCustomerBillingRate', attribute: 'taxExcludedAmount', where: [billed], check: checkBills }),
    await planted(store, { resource: 'appliedCustomerBillingRate', attribute: 'taxIncludedAmount', where: [billed, included], check: checkBills }),
    await planted(store, { resource: 'payment', attribute: 'totalAmount', where: [captured], check: checkHouse }),
    await refused(store),
    await invented(store),
  ];
}
