import type { Gap, LineOfBusiness, Product, UsagePrice } from '@faceplate/contracts';
import { addMonths, localMonth, monthsUntil, monthOf, sum } from '@faceplate/domain';
import { invalid } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { orGap } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { inUnit } from '../usage/measure.ts';
import { readUses, shownProducts } from '../usage/usage.backend.ts';
import { meteredProducts } from '../usage/usage-rights.ts';
import type { Use } from '../usage/use.adapter.ts';

/** What a product was used for in the last whole months, oldest first. */
export interface OwnUse {
  product: Product;
  months: readonly string[];
  uses: readonly Use[];
  zone: string;
}

interface UseAsked {
  /** Line of business of what it is compared with. */
  line: LineOfBusiness | undefined;
  months: number;
  productId?: string | undefined;
}

/** The use that the caller may see: of the product named, or of the first of that line of business. */
export async function readOwnUse(call: Call, asked: UseAsked): Promise<{ own?: OwnUse; gaps: Gap[] }> {
  const metered = await orGap('TMF637', meteredProducts(call));
  const shown = shownProducts(call, metered.value ?? []);
  const gaps = [...metered.gaps, ...shown.gaps];
  const product = shown.products.find((one) => isMeant(one, asked));
  if (product) return withUses(call, product, asked.months, gaps);
  if (asked.productId !== undefined && metered.value) throw invalid(422, [{ path: 'productId', message: 'You have no such product.' }]);
  return { gaps };
}

const isMeant = ({ id, lineOfBusiness, status, monthly }: Product, { productId, line }: UseAsked): boolean =>
  productId === undefined ? lineOfBusiness === line && status === 'active' && monthly !== undefined : id === productId;

async function withUses(call: Call, product: Product, count: number, before: Gap[]): Promise<{ own?: OwnUse; gaps: Gap[] }> {
  const { zone, today } = settingOf(call);
  // Of a month in which it began only a part could be told.
  const months = monthsUntil(addMonths(monthOf(today), -1), count).filter((month) => (product.startedOn ?? '') < `${month}-02`);
  const [first] = months;
  if (first === undefined) return { gaps: before };
  const { value, gaps } = await orGap('TMF635', readUses(call, [product.id], `${first}-01`));
  if (!value) return { gaps: [...before, ...gaps] };
  const uses = (value.of.get(product.id) ?? []).filter(({ at }) => months.includes(localMonth(at, zone)));
  return { own: { product, months, uses, zone }, gaps: [...before, ...value.gaps] };
}

/** Units that one kind of use is counted in, whatever the price of it is called. */
const KINDS: readonly (readonly [kind: string, unit: string])[] = [['data', 'GB'], ['voice', 'minutes']];

/**
 * How much of what a price is about was used in each month. Uses are matched by name, or, where a price is for all of a
 * kind, by kind. `room` is what the plan of then included: networks that tell only of what went beyond it have seen it full.
 */
export function usedOf({ name, unit }: Pick<UsagePrice, 'name' | 'unit'>, { uses, months, zone }: OwnUse, room = 0): number[] {
  const known = uses.some((use) => use.name === name);
  const kind = KINDS.find(([, measure]) => inUnit(1, measure, unit) !== undefined)?.[0];
  // Data that had room in an allowance was used all the same; minutes of other kinds have prices of their own.
  const counts = (use: Use) => use.name === name || (use.kind === kind && (kind === 'data' || !known));
  return months.map((month) => {
    const all = uses.filter((use) => counts(use) && localMonth(use.at, zone) === month);
    const total = (some: readonly Use[]) => some.reduce((sofar, { quantity }) => sofar + (inUnit(quantity.value, quantity.unit || unit, unit) ?? 0), 0);
    const beyond = all.filter((use) => use.name === name);
    const within = all.filter((use) => use.name !== name);
    return Math.round((total(beyond) + Math.max(total(within), beyond.length > 0 ? room : 0)) * 1_000) / 1_000;
  });
}

/** What the months really cost: the product's own price, and what was charged for its use. Undefined where its price is not known. */
export function realCost({ product, months, uses, zone }: OwnUse) {
  const { monthly } = product;
  if (!monthly) return undefined;
  const charged = (month: string) => uses.filter((use) => use.amount.currency === monthly.currency && localMonth(use.at, zone) === month).map(({ amount }) => amount);
  const each = months.map((month) => ({ month, total: sum([monthly, ...charged(month)], monthly.currency) }));
  return { product: { id: product.id, name: product.name }, months: each, total: sum(each.map(({ total }) => total), monthly.currency) };
}
