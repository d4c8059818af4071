import { runningChargeId, stepsOf, type Tariff, tariffOf, usageCharge } from './tariffs.ts';
import { bucketsFor, freeIn, keepBucket } from '../balance/bucket.ts';
import { fine, inUnits, type Quantity } from '../balance/quantity.ts';
import { money, netOf, sum, VAT } from '../customer-bill/amounts.ts';
import { type Books, closeBooks, openBooks } from '../customer-bill/books.ts';
import { accountReference, rateOf } from '../customer-bill/credit.ts';
import type { Charge, Step } from '../customer-bill/charge.ts';
import { notBilled, tierTold } from '../customer-bill/documents.ts';
import { lineOf, lineOfBusiness } from '../customer-bill/line.ts';
import { cycleAt } from '../customer-bill/period.ts';
import { chargeIn } from '../customer-bill/rates.ts';
import type { Act } from '../nouns/noun.ts';
import { type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

/** What was used, of what, when. */
export interface Use {
  product: Resource;
  /** `data`, `voice`, `sms`, or the name of a tariff. */
  kind: string;
  quantity: Quantity;
  at: number;
}

/** What came of it. Cents, tax included. */
export interface Rated {
  tariff: Tariff | undefined;
  /** What an allowance had room for, in the units of the use. */
  included: number;
  gross: number;
  /** How what is charged came to its price. */
  tiers: readonly Step[];
  /** The charge it stands in. */
  chargeId?: string;
}

/** What is charged for when an allowance is used up. Texts and calls of a plan have no end. */
const BEYOND: Readonly<Record<string, string>> = { data: 'Extra data' };

/** Takes as much as it can from the allowances of the product; answers what they had no room for. */
async function consume(act: Act, { product, kind, quantity }: Use): Promise<number> {
  let left = quantity.amount;
  for (const bucket of await bucketsFor(act, product.id, kind)) {
    const wanted = inUnits({ amount: left, units: quantity.units }, bucket.units);
    if (wanted === undefined || left <= 0) continue;
    const taken = Math.min(wanted, freeIn(bucket));
    if (taken <= 0) continue;
    await keepBucket(act, { ...bucket, remaining: bucket.remaining - taken });
    left = fine(left - (inUnits({ amount: taken, units: bucket.units }, quantity.units || bucket.units) ?? 0));
  }
  return left;
}

const accountOf = (product: Resource): string | undefined => text(objects(product['billingAccount'])[0]?.['id']);

/** The running charge of a tariff in a month, or the month's after it once that is billed: one line a tariff, whatever was used how often. */
async function runningCharge({ tx }: Act, { product }: Use, tariff: Tariff, at: number): Promise<{ id: string; at: number; quantity: number }> {
  for (let moment = at; ; moment = cycleAt(moment).to) {
    const id = runningChargeId(product.id, tariff.name, cycleAt(moment).name);
    const found = await tx.get('appliedCustomerBillingRate', id);
    if (!found) return { id, at: moment, quantity: 0 };
    if (found.body['isBilled'] === false) return { id, at: moment, quantity: chargeIn(found.body).quantity ?? 0 };
  }
}

/** What the allowances of this product alone have had room for in their period, in other units. */
async function includedIn(act: Act, { product, kind }: Use, unit: string): Promise<number> {
  const own = (await bucketsFor(act, product.id, kind)).filter(({ body }) => body['isShared'] !== true);
  return fine(sum(own.map(({ size, remaining, units }) => inUnits({ amount: size - remaining, units }, unit) ?? 0)));
}

/** Adds to the running charge; answers how much dearer it became, and how. */
async function charge(act: Act, books: Books, use: Use, { tariff, more }: { tariff: Tariff; more: number }): Promise<Pick<Rated, 'gross' | 'tiers' | 'chargeId'>> {
  const { product, at } = use;
  const running = await runningCharge(act, use, tariff, at);
  const quantity = fine(running.quantity + more);
  const cycle = cycleAt(running.at);
  const included = await includedIn(act, use, tariff.unit);
  const body: Charge = {
    ...usageCharge(tariff, quantity),
    at: running.at,
    line: lineOf(product),
    from: cycle.from,
    to: cycle.to,
    ...(included > 0 && { included }),
  };
  await act.tx.put('appliedCustomerBillingRate', rateOf(body, running.id, notBilled(accountReference(books.account))));
  await closeBooks(act, books);
  const tiers = stepsOf(tariff, quantity, running.quantity);
  return { gross: sum(tiers.map(({ amount }) => amount)), tiers, chargeId: running.id };
}

/** Rates a use: what is included first, from the product's own allowance and then from those it shares; the rest by its tariff. */
export async function rate(act: Act, use: Use): Promise<Rated> {
  const { kind, quantity, product } = use;
  // Before its buckets: that is the order in which a bill run takes them.
  const books = await openBooks(act, accountOf(product) ?? '');
  const left = await consume(act, use);
  const tariff = tariffOf(lineOfBusiness(product), BEYOND[kind] ?? kind);
  const beyond = tariff ? inUnits({ amount: left, units: quantity.units }, tariff.unit) : undefined;
  const charged = books && tariff && beyond !== undefined && beyond > 0 ? await charge(act, books, use, { tariff, more: beyond }) : { gross: 0, tiers: [] };
  return { tariff, included: fine(quantity.amount - left), ...charged };
}

/** A rated use as TMF635 has it. */
export function ratedBody({ tariff, included, gross, tiers, chargeId }: Rated, product: Resource, now: string): Json {
  const net = netOf(gross);
  return {
    productRef: { id: product.id, name: product['name'], '@referredType': 'Product' },
    isBilled: false,
    isTaxExempt: false,
    ratingDate: now,
    ratingAmountType: 'Total',
    usageRatingTag: included > 0 ? 'included usage' : 'usage',
    ...(tariff && { offerTariffType: tariff.name }),
    taxRate: VAT,
    taxExcludedRatingAmount: money(net),
    taxIncludedRatingAmount: money(gross),
    includedQuantity: included,
    ...(tiers.length > 0 && { tiers: tiers.map((tier) => tierTold(tier)) }),
    ...(chargeId !== undefined && { appliedCustomerBillingRate: { id: chargeId, '@referredType': 'AppliedCustomerBillingRate' } }),
  };
}
