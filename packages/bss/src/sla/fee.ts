import { localDate, monthBounds } from '@faceplate/domain/calendar';
import { centsOf, sum } from '../customer-bill/amounts.ts';
import { instant, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const isMonthly = (price: Json): boolean =>
  /^recurring$/i.test(text(price['priceType']) ?? '') && /^month/i.test(text(price['recurringChargePeriod']) ?? 'month');

/** Whole days by the wall clock: a price that ends at midnight does not hold on the day that begins then. */
function holdsOn(price: Json, date: string, zone: string): boolean {
  const [time] = objects(price['validFor']);
  const [from, to] = [instant(time?.['startDateTime']), instant(time?.['endDateTime'])];
  return (from === 0 || localDate(from, zone) <= date) && (to === 0 || date <= localDate(to - 1, zone));
}

/** What a product cost in a month: the sum of the monthly prices that hold on its last day, in cents, tax included. */
export function feeIn(product: Resource, month: string, zone: string): number {
  const lastDay = localDate(monthBounds(month, zone).to.getTime() - 1, zone);
  const prices = objects(product['productPrice']).filter((price) => isMonthly(price) && holdsOn(price, lastDay, zone));
  return sum(prices.map((price) => centsOf(objects(price['price'])[0]?.['taxIncludedAmount'])));
}
