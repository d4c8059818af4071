import { centsIn, divided, fact, idIn, netWithin, total } from './cents.ts';
import type { Case } from './check.ts';
import type { PlannedAccount, PlannedProduct } from './plan.ts';
import type { Shard } from './shard.ts';

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Days of local dates, counted on the calendar alone; both ends inclusive. */
function daysWithin(month: string, from: string, last: string): bigint {
  const first = utc(`${month}-01`);
  const end = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1) - DAY;
  const days = (Math.min(end, utc(last)) - Math.max(first, utc(from))) / DAY + 1;
  return BigInt(Math.max(0, Math.round(days)));
}

const daysOf = (month: string): bigint => BigInt(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate());

/** The last day of a discount that lasts so many months. */
function lastCheapDay(from: string, months: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day) - DAY).toISOString().slice(0, 10);
}

const NEVER = '9999-12-31';

/** What a product must cost in a month, by kind of line: reckoned from its dates, without the engine. Net cents. */
function mustCost({ offer, from, until = NEVER }: PlannedProduct, month: string): Record<string, bigint> {
  const { monthly, rate, once, off, months } = offer;
  const share = (gross: number, days: bigint) => divided(netWithin(BigInt(gross), rate) * days, daysOf(month));
  const days = daysWithin(month, from, until);
  const recurring = share(monthly, days);
  const cheapUntil = off > 0 ? [lastCheapDay(from, months), until].toSorted()[0] : undefined;
  const discount = cheapUntil === undefined || days === 0n ? 0n : share(off, daysWithin(month, from, cheapUntil));
  const isNew = from.startsWith(month);
  return { recurring, discount: -(discount < recurring ? discount : recurring), 'one-off': isNew ? netWithin(BigInt(once), rate) : 0n };
}

/** Every standing charge of every product and month is on the bills, once, with the amount its dates say. */
export function checkStanding({ bills, linesOf }: Shard, accounts: readonly PlannedAccount[], months: readonly string[]): Case[] {
  const monthOf = new Map(bills.map((bill) => [bill.id, (bill['billingPeriod'] as { endDateTime: string }).endDateTime.slice(0, 7)]));
  const found = Map.groupBy(
    bills.flatMap(({ id }) => (linesOf.get(id) ?? []).map((line) => ({ line, key: `${idIn(line['product'])}/${monthOf.get(id)}/${String(fact(line, 'chargeKind'))}` }))),
    ({ key }) => key,
  );
  const products = accounts.flatMap((account) => account.products);
  return products.flatMap((product) =>
    months.flatMap((month) =>
      Object.entries(mustCost(product, month)).map(([kind, must]): Case => {
        const lines = found.get(`${product.id}/${month}/${kind}`) ?? [];
        const is = total(lines.map(({ line }) => centsIn(line['taxExcludedAmount'])));
        return is === must && lines.length <= 1 ? undefined : `product ${product.id}, ${month}, ${kind}: ${is} instead of ${must} cents in ${lines.length} lines`;
      }),
    ),
  );
}
