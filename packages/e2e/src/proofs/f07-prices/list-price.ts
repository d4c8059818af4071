import type { Choices } from '@faceplate/contracts';
import type { Resource } from '@faceplate/bss';
import type { Shop } from '../shop/shop.ts';

/** Cents, tax included: for one piece. */
export interface Piece {
  once: number;
  /** While promotions last. */
  monthly: number;
  /** Per cent. */
  rate: number;
  parts: { once: number; recurring: number; off: number };
}

type Body = Record<string, unknown>;
interface Use {
  name: string;
  productSpecCharacteristicValue?: { value: unknown; isDefault?: boolean }[];
}
const usesOf = (body: Body): Use[] => (body['prodSpecCharValueUse'] ?? []) as Use[];

/** What the price list says, reckoned from the catalogue's own records (TMF620) by nobody but the proof. */
export class ListPrices {
  readonly #offerings: ReadonlyMap<string, Resource>;
  readonly #prices: ReadonlyMap<string, Resource>;

  private constructor(offerings: readonly Resource[], prices: readonly Resource[]) {
    this.#offerings = new Map(offerings.map((one) => [one.id, one]));
    this.#prices = new Map(prices.map((one) => [one.id, one]));
  }

  static async read(shop: Shop): Promise<ListPrices> {
    const all = (resource: string) => shop.machine<Resource[]>('GET', `/tmf-api/productCatalogManagement/v4/${resource}?limit=10000`);
    return new ListPrices(await all('productOffering'), await all('productOfferingPrice'));
  }

  of(offerId: string, choices: Choices = {}): Piece {
    const offering = this.#offerings.get(offerId) ?? { id: offerId };
    const said = new Map(Object.entries(choices));
    const usual = new Map(usesOf(offering).map(({ name, productSpecCharacteristicValue: values = [] }) => [name, String((values.find(({ isDefault }) => isDefault) ?? values[0])?.value)]));
    const isMet = (price: Resource) => usesOf(price).every(({ name, productSpecCharacteristicValue: values = [] }) => values.some(({ value }) => String(value) === (said.get(name) ?? usual.get(name))));
    const held = ((offering['productOfferingPrice'] ?? []) as { id: string }[]).flatMap(({ id }) => this.#prices.get(id) ?? []).filter(isMet);
    return priceOf(held);
  }

  /** What stands on a bill for a piece: each price for itself, without its tax. */
  netOf(offerId: string, choices: Choices = {}): { once: number; recurring: number; off: number } {
    const { parts, rate } = this.of(offerId, choices);
    const net = (gross: number) => Math.sign(gross) * Math.round((Math.abs(gross) * 100) / (100 + rate));
    return { once: net(parts.once), recurring: net(parts.recurring), off: net(parts.off) };
  }
}

function priceOf(held: readonly Resource[]): Piece {
  const cents = (type: string) => held.filter(({ priceType }) => priceType === type).reduce((sum, { price }) => sum + Math.round((price as { value: number }).value * 100), 0);
  const [rate = 0] = held.flatMap(({ tax }) => (tax as { taxRate: number }[] | undefined)?.[0]?.taxRate ?? []);
  const parts = { once: cents('oneTime'), recurring: cents('recurring'), off: cents('discount') };
  return { once: parts.once, monthly: parts.recurring + parts.off, rate, parts };
}
