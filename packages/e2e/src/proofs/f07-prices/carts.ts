import type { Cart, Choices, Configuration, OfferDetail, OfferShelf } from '@faceplate/contracts';
import type { Chance } from '../g7-answers/chance.ts';
import type { Customer, Shop } from '../shop/shop.ts';

export interface Buying {
  shop: Shop;
  menu: Menu;
  chance: Chance;
}

/** What is needed may need something in its turn. */
const DEEPEST = 3;
const MOST_LINES = 6;

/** What the shop has for a segment, read once: offers, and what there is to choose of each. */
export class Menu {
  readonly #shop: Shop;
  readonly #shelves = new Map<string, Promise<string[]>>();
  readonly #choices = new Map<string, Promise<Configuration['choices']>>();

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  offersFor(customer: Customer): Promise<string[]> {
    const read = async () => (await this.#shop.as<OfferShelf>(customer, 'GET', '/offers/shelf')).body.items.map(({ id }) => id);
    return kept(this.#shelves, customer.segment, read);
  }

  /** A choice of everything that is to be chosen of an offer; none where there is nothing. */
  async chosen(customer: Customer, chance: Chance, offerId: string): Promise<Choices | undefined> {
    const read = async () => {
      const { status, body } = await this.#shop.as<Configuration>(customer, 'POST', '/configuration', { offerId, choices: {} });
      return status === 200 ? body.choices.filter(({ kind, options }) => kind === 'one' && options.length > 1) : [];
    };
    const open = await kept(this.#choices, offerId, read);
    const wished = open.flatMap(({ key, options }) => {
      const wish = chance.of(options.filter(({ possible }) => possible));
      return wish ? [[key, wish.value] as const] : [];
    });
    return wished.length > 0 ? Object.fromEntries(wished) : undefined;
  }
}

function kept<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}

interface Item {
  offerId: string;
  quantity: number;
  choices?: Choices | undefined;
}

/** The cart with it in, or the code of why not. */
async function add(shop: Shop, customer: Customer, item: Item): Promise<Cart | string> {
  const { status, body } = await shop.as<Cart & { code?: string }>(customer, 'POST', '/cart/items', { ...item, placeId: customer.home });
  if (status === 200) return body;
  if (status !== 422 || body.code === undefined) throw new Error(`POST /cart/items: ${status} ${JSON.stringify(body)}`);
  return body.code;
}

/** Puts it in, and what it needs before it. */
async function put(shop: Shop, customer: Customer, item: Item, depth = 0): Promise<Cart | string> {
  const first = await add(shop, customer, item);
  if (typeof first !== 'string' || depth >= DEEPEST) return first;
  const { body } = await shop.as<OfferDetail>(customer, 'GET', `/offers/${item.offerId}?place=${customer.home}`);
  const needed = body.offer.obstacles.find(({ way }) => way?.kind === 'add')?.way?.offer;
  if (!needed) return first;
  const before = await put(shop, customer, { offerId: needed.id, quantity: 1 }, depth + 1);
  return typeof before === 'string' ? before : add(shop, customer, item);
}

/**
 * Fills a cart with the offer wanted and some more, each with choices and in some number; what does not go together is
 * refused and stays out.
 */
export async function fill({ shop, menu, chance }: Buying, customer: Customer, nth: number): Promise<{ cart: Cart; refused: string[] }> {
  const offers = await menu.offersFor(customer);
  const first = offers[nth % offers.length] ?? '';
  const wanted = [first, ...Array.from({ length: chance.below(MOST_LINES) }, () => chance.of(offers) ?? first)];
  const refused: string[] = [];
  for (const offerId of wanted) {
    const answer = await put(shop, customer, { offerId, quantity: 1 + chance.below(3), choices: await menu.chosen(customer, chance, offerId) });
    if (typeof answer === 'string') refused.push(answer);
  }
  return { cart: (await shop.as<Cart>(customer, 'GET', '/cart')).body, refused };
}
