import { centsOf } from '../catalogue/read.ts';
import { valueOf } from '../rules/characteristic.ts';
import { monthsLater } from '../qualification/rules/contract.ts';
import { objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { Extra } from './recommend.ts';

/** Months looked back on: one holiday abroad is not yet a habit. */
export const LOOKED_BACK = 3;
const MOST_LINES = 1000;

/** What products cost beyond their plans, from the lines of the last bills, as an average month. */
export async function extrasOf(reader: StoreReader, productIds: readonly string[], now: number): Promise<Extra[]> {
  if (productIds.length === 0) return [];
  const since = new Date(monthsLater(now, -LOOKED_BACK)).toISOString();
  const { rows } = await reader.list('appliedCustomerBillingRate', {
    where: [oneOf('product.id', ...productIds), { path: ['date'], operator: 'gte', values: [since] }],
    limit: MOST_LINES,
  });
  const sums = new Map<string, Extra>();
  for (const { body } of rows) {
    const extra = extraIn(body);
    if (!extra) continue;
    const key = JSON.stringify([extra.productId, extra.name]);
    const before = sums.get(key)?.monthly ?? 0;
    sums.set(key, { ...extra, monthly: before + extra.monthly });
  }
  return [...sums.values()].map((extra) => ({ ...extra, monthly: Math.round(extra.monthly / LOOKED_BACK) }));
}

function extraIn(body: Resource): Extra | undefined {
  const productId = text(objects(body['product'])[0]?.['id']);
  const name = text(body['name']);
  if (valueOf(body['characteristic'], 'chargeKind') !== 'usage' || productId === undefined || name === undefined) return undefined;
  return { productId, name, monthly: centsOf(body['taxIncludedAmount']) ?? 0 };
}
