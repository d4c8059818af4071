import type { Bill, Charge, Choices, Money } from '@faceplate/contracts';
import type { Bought, TmfPrice } from './buying.ts';
import type { ListPrices } from './list-price.ts';

interface Prices {
  once: number;
  monthly: number;
}

const told = ({ once, monthly }: Prices) => `${once} once and ${monthly} a month`;
const cents = ({ once, monthly }: { once: Money; monthly: Money }): Prices => ({ once: once.amount, monthly: monthly.amount });
const isSame = (one: Prices, other: Prices) => one.once === other.once && one.monthly === other.monthly;

/** A line wherever it stands: what it is, how many, what that costs. */
interface Line extends Prices {
  name: string;
  quantity: number;
}

const sumOf = (lines: readonly Prices[]): Prices => ({ once: lines.reduce((sum, { once }) => sum + once, 0), monthly: lines.reduce((sum, { monthly }) => sum + monthly, 0) });

const inOrder = (lines: readonly Line[]) => lines.map((line) => `${line.quantity} × ${line.name} for ${told(line)}`).toSorted().join('; ');

const cartLines = ({ cart }: Bought): Line[] => cart.items.map((item) => ({ name: item.name, quantity: item.quantity, ...cents(item) }));

/** Line by line and as a whole, the cart costs what the price list says. */
export function againstTheList(bought: Bought, list: ListPrices): string[] {
  const listed = bought.cart.items.map(({ offerId, name, quantity, choices }): Line => {
    const piece = list.of(offerId, choices);
    return { name, quantity, once: piece.once * quantity, monthly: piece.monthly * quantity };
  });
  return differences('the price list', listed, sumOf(listed), bought);
}

/** What a place says of the same lines must be what the cart said. */
function differences(place: string, lines: readonly Line[], whole: Prices, bought: Bought): string[] {
  const mine = cartLines(bought);
  return [
    ...(inOrder(mine) === inOrder(lines) ? [] : [`lines of ${place}: ${inOrder(lines)}; in the cart: ${inOrder(mine)}`]),
    ...(isSame(cents(bought.cart), whole) ? [] : [`${place} says ${told(whole)}, the cart ${told(cents(bought.cart))}`]),
  ];
}

export function againstTheQuote(bought: Bought): string[] {
  const { quote, stuck } = bought;
  if (!quote) return [stuck?.quote ?? 'no quote'];
  return differences('the quote', quote.lines.map(({ name, quantity, ...line }) => ({ name, quantity, ...cents(line) })), cents(quote), bought);
}

/** Cents of a TMF622 line: what is paid each month while promotions last, and once. */
function priceOf(prices: readonly TmfPrice[] = []): Prices {
  const value = ({ price }: Pick<TmfPrice, 'price'>) => Math.round(price.taxIncludedAmount.value * 100);
  const total = (type: RegExp) => prices.filter(({ priceType }) => type.test(priceType)).reduce((sum, one) => sum + value(one) + (one.priceAlteration ?? []).reduce((off, each) => off + value(each), 0), 0);
  return { once: total(/^one/i), monthly: total(/^recurring/i) };
}

export function againstTheOrder(bought: Bought): string[] {
  const { order, record, stuck } = bought;
  if (!order || !record) return [stuck?.order ?? 'no order'];
  if (!order.once || !order.monthly) return ['the order names no price'];
  const lines = record.productOrderItem.map(({ quantity, productOffering, itemTotalPrice }): Line => ({ name: productOffering.name, quantity, ...priceOf(itemTotalPrice) }));
  return differences('the order', lines, cents({ once: order.once, monthly: order.monthly }), bought);
}

const STANDING: ReadonlySet<Charge['kind']> = new Set(['recurring', 'discount', 'instalment']);

/** What a first bill charges for some products. */
function charged({ charges }: Bill, products: readonly string[], amountOf: (charge: Charge) => number): Prices {
  const own = charges.filter(({ service }) => service && products.includes(service.productId));
  const sum = (some: readonly Charge[]) => some.reduce((total, charge) => total + amountOf(charge), 0);
  return { once: sum(own.filter(({ kind }) => kind === 'one-off')), monthly: sum(own.filter(({ kind }) => STANDING.has(kind))) };
}

type Expected = (offerId: string, quantity: number, choices: Choices | undefined) => Prices;

/** The first bill charges each line what is expected of it, and nothing else. */
function charges(bought: Bought, expected: Expected, amountOf: (charge: Charge) => number): string[] {
  const { cart, record, bill, products = new Map<string, string[]>(), stuck } = bought;
  if (!record) return [stuck?.order ?? 'no order'];
  if (!bill) return cart.once.amount + cart.monthly.amount === 0 ? [] : ['no bill'];
  // Lines of an order stand as those of its cart.
  const wrong = cart.items.flatMap(({ offerId, name, quantity, choices }, index): string[] => {
    const [wanted, found] = [expected(offerId, quantity, choices), charged(bill, products.get(record.productOrderItem[index]?.id ?? '') ?? [], amountOf)];
    return isSame(wanted, found) ? [] : [`${name}: charged ${told(found)}, ordered for ${told(wanted)}`];
  });
  // What is in a bundle is paid for with the bundle.
  const known = new Set(record.productOrderItem.flatMap(({ id }) => products.get(id) ?? []));
  const strange = bill.charges.filter(({ service }) => !service || !known.has(service.productId));
  return [...wrong, ...strange.map(({ name }) => `charged “${name}”, which nobody ordered`)];
}

/** Before tax: each piece of a line stands on the bill with what its list price is without tax. */
export const againstTheBill = (bought: Bought, list: ListPrices): string[] =>
  charges(bought, (offerId, quantity, choices) => {
    const { once, recurring, off } = list.netOf(offerId, choices);
    return { once: once * quantity, monthly: (recurring + off) * quantity };
  }, ({ net }) => net.amount);

/** With tax: what was ordered is what is charged, line by line and as a whole. */
export function againstTheBillWithTax(bought: Bought, list: ListPrices): string[] {
  const { bill, cart } = bought;
  const lines = charges(bought, (offerId, quantity, choices) => {
    const { once, monthly } = list.of(offerId, choices);
    return { once: once * quantity, monthly: monthly * quantity };
  }, ({ gross }) => gross?.amount ?? Number.NaN);
  const whole = cart.once.amount + cart.monthly.amount;
  return !bill || bill.total.amount === whole ? lines : [...lines, `the bill asks for ${bill.total.amount}, the cart for ${whole}`];
}
