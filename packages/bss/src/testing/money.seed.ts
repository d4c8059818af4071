import { type Bench, bench } from './bench.ts';
import type { Resource } from '../store/store.ts';
import { money } from '../customer-bill/amounts.ts';

export const DAY = 86_400_000;

export const account = (id = 'acct22222222', more: object = {}): Resource => ({
  id,
  '@type': 'BillingAccount',
  name: 'Mobile',
  accountNumber: '7000123456',
  relatedParty: [{ id: 'ada222222222', name: 'Ada', role: 'owner', '@referredType': 'Individual' }],
  accountBalance: [],
  ...more,
});

/** A product of 29.75 a month (25.00 net) since long ago. */
export const product = (id = 'prod22222222', more: object = {}): Resource => ({
  id,
  '@type': 'Product',
  name: 'Mobile M',
  status: 'active',
  startDate: '2025-01-01T00:00:00.000Z',
  billingAccount: { id: 'acct22222222' },
  productCharacteristic: [{ name: 'lineOfBusiness', value: 'mobile' }, { name: 'identifier', value: '+49 151 1' }],
  productPrice: [{ priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: money(2975), taxRate: 19 } }],
  ...more,
});

/** A bench with some documents in its store; at 2026-11-21T10:00Z, with steps of eight seconds. */
export async function benchWith(records: Readonly<Record<string, readonly Resource[]>>): Promise<Bench> {
  const bss = bench({ stepSeconds: 8 });
  await bss.store.load(Object.entries(records).flatMap(([resource, bodies]) => bodies.map((body) => ({ resource, body }))));
  return bss;
}

export async function read(bss: Bench, resource: string, id: string): Promise<Resource> {
  const found = await bss.store.read().get(resource, id);
  if (!found) throw new RangeError(`No ${resource} ${id}`);
  return found.body;
}

export const all = async (bss: Bench, resource: string): Promise<Resource[]> => (await bss.store.read().list(resource)).rows.map(({ body }) => body);

export const balanceOf = (bss: Bench, name: string): Promise<bigint> => bss.store.read().ledger.balanceOf(name, 'EUR');

/** What an account says of itself: due, overdue, credit, unbilled. */
export async function figures(bss: Bench, id = 'acct22222222'): Promise<Record<string, number>> {
  const { accountBalance } = await read(bss, 'billingAccount', id);
  return Object.fromEntries((accountBalance as { balanceType: string; amount: { value: number } }[]).map((one) => [one.balanceType, one.amount.value]));
}

/** Two steps of the back office: what was asked for is done. */
export async function settle(bss: Bench): Promise<void> {
  for (let step = 0; step < 3; step += 1) {
    bss.later(9_000);
    await bss.tick();
  }
}
