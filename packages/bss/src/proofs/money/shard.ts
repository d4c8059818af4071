import { idIn } from './cents.ts';
import type { StoredPosting } from '../../ledger/ledger.ts';
import type { Resource, Store } from '../../store/store.ts';

/** Everything about the money of some accounts, as it stands in the store. */
export interface Shard {
  accounts: Resource[];
  bills: Resource[];
  rates: Resource[];
  payments: Resource[];
  refunds: Resource[];
  /** By name of the ledger's account. */
  postings: Map<string, StoredPosting[]>;
  linesOf: Map<string | undefined, Resource[]>;
}

export async function readShard(store: Store): Promise<Shard> {
  const reader = store.read();
  const all = async (resource: string) => (await reader.list(resource)).rows.map(({ body }) => body);
  const rates = await all('appliedCustomerBillingRate');
  const names = (await reader.ledger.balances('')).map(({ account }) => account);
  const postings = new Map<string, StoredPosting[]>();
  for (const name of names) postings.set(name, await reader.ledger.postingsOf(name));
  return {
    accounts: await all('billingAccount'),
    bills: await all('customerBill'),
    rates,
    payments: await all('payment'),
    refunds: await all('refund'),
    postings,
    linesOf: Map.groupBy(rates, ({ bill }) => idIn(bill)),
  };
}
