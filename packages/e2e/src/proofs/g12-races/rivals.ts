import { randomUUID } from 'node:crypto';
import { Agent } from 'undici';
import { type Bss, inTurns } from '../place.ts';
import { type Answer, Visitor } from '../../product/visitor.ts';

/** Carts under way at once: both processes have their hands full, and leave out nothing for want of time. */
export const AT_ONCE = 16;
/** So often a call is made that is turned away because too many come at once; under one key, as a browser does. */
const TRIES = 40;

const FIXED = 'Fibre 500';
const MOBILE = 'Mobile S';

interface CartView {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly hold?: { readonly name: string } }[];
  readonly visit?: { readonly id: string; readonly from: string };
}

export interface Window {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What a refusal says: its code, and what can be had instead. */
export interface Late {
  readonly code: string;
  readonly free: readonly string[];
}

const read = ({ text }: Answer): unknown => JSON.parse(text || '{}');

/** One who has not signed in, with one cart: a line into a building, for which somebody has to come, and a number. */
export class Rival {
  readonly index: number;
  readonly #visitor: Visitor;
  #mobile = '';

  constructor(url: string, index: number, agent: Agent) {
    this.index = index;
    this.#visitor = new Visitor(url, agent);
  }

  async #call(method: string, path: string, body?: object): Promise<Answer> {
    const ask = { ...(body && { body }), key: randomUUID() };
    let answer = await this.#visitor.call(method, path, ask);
    for (let tries = 1; tries < TRIES && answer.status === 503; tries += 1) answer = await this.#visitor.call(method, path, ask);
    return answer;
  }

  async layOut({ fixed, mobile, placeId }: { fixed: string; mobile: string; placeId: string }): Promise<void> {
    await this.#call('POST', '/cart/items', { offerId: fixed, quantity: 1, placeId });
    const answer = await this.#call('POST', '/cart/items', { offerId: mobile, quantity: 1 });
    const { items = [] } = read(answer) as Partial<CartView>;
    this.#mobile = items.find(({ name }) => name === MOBILE)?.id ?? '';
    if (items.length !== 2) throw new Error(`The cart of customer ${this.index} was not filled: ${answer.status} ${answer.text.slice(0, 300)}`);
  }

  /** The cart as it is answered, byte by byte; asked for again where the product says that it had to leave something out. */
  async bytes(): Promise<string> {
    let { text } = await this.#call('GET', '/cart');
    for (let tries = 1; tries < TRIES && text.includes('"gaps"'); tries += 1) ({ text } = await this.#call('GET', '/cart'));
    return text;
  }

  async cart(): Promise<CartView> {
    return JSON.parse(await this.bytes()) as CartView;
  }

  async windows(): Promise<readonly Window[]> {
    return (read(await this.#call('GET', '/cart/slots')) as { items: Window[] }).items;
  }

  async numbers(): Promise<string[]> {
    const { items } = read(await this.#call('GET', `/cart/items/${this.#mobile}/numbers`)) as { items: { number: string }[] };
    return items.map(({ number }) => number);
  }

  /** Wants a time, by its two ends: `true` when it is held, or what was said instead. */
  wantTime(interval: string): Promise<true | Late> {
    const [from = '', to = ''] = interval.split('/');
    const ask = () => this.#call('POST', '/cart/visit', { slotId: from, from, to });
    return this.#judged(ask, ({ visit }) => visit !== undefined && Date.parse(visit.from) === Date.parse(from));
  }

  wantNumber(number: string): Promise<true | Late> {
    const ask = () => this.#call('POST', `/cart/items/${this.#mobile}/changes`, { number });
    return this.#judged(ask, ({ items }) => items.some(({ hold }) => hold?.name === number));
  }

  async giveTimeBack(): Promise<void> {
    await this.#call('DELETE', '/cart/visit');
  }

  async #judged(ask: () => Promise<Answer>, isHeld: (cart: CartView) => boolean): Promise<true | Late> {
    let answer = await ask();
    // Where there was no time to look what is free, it is said where that stands; then one asks again.
    for (let tries = 1; tries < TRIES && answer.status === 409 && freeIn(answer).length === 0; tries += 1) answer = await ask();
    if (answer.status !== 200) return { code: `${answer.status} ${(read(answer) as Refused).code}`, free: freeIn(answer) };
    // Nor is what the product says it had to leave out a no.
    const cart = answer.text.includes('"gaps"') ? await this.cart() : (read(answer) as CartView);
    return isHeld(cart) ? true : { code: 'answered 200, and it is not held', free: [] };
  }

  /** Orders with a name and an address, and says the order's id; a problem where there is none. */
  async order(): Promise<string> {
    const { id: cartId } = await this.cart();
    const contact = { givenName: 'Racing', familyName: `Customer ${this.index}`, email: `racer-${this.index}@example.org` };
    const answer = await this.#call('POST', '/orders', { cartId, contact });
    if (answer.status !== 201) throw new Error(`Customer ${this.index} could not order: ${answer.status} ${answer.text.slice(0, 300)}`);
    return (read(answer) as { id: string }).id;
  }
}

interface Refused {
  readonly code?: string;
  readonly obstacles?: readonly { readonly remedy?: string; readonly way?: { readonly choices?: readonly { readonly id: string }[] } }[];
}

function freeIn(answer: Answer): readonly string[] {
  const [gone] = (read(answer) as Refused).obstacles ?? [];
  const isNamed = gone?.remedy?.startsWith('Free next: ') === true;
  return isNamed ? (gone.way?.choices ?? []).map(({ id }) => id) : [];
}

interface House {
  readonly id: string;
  readonly name: string;
  readonly geographicSubAddress?: readonly unknown[];
  readonly networkAccess?: readonly { readonly technology: string; readonly freePorts: number; readonly availableFrom?: string }[];
}

/** Houses of one area, without flats, that can have fibre at once. */
async function houses(bss: Bss): Promise<House[]> {
  const { body } = await bss.say('GET', 'geographicAddressManagement/v4/geographicAddress?limit=1000');
  const able = (body as unknown as House[]).filter(({ name, geographicSubAddress: flats = [], networkAccess: lines = [] }) =>
    / 10\d{3} /.test(name) && flats.length === 0 && lines.some(({ technology, freePorts, availableFrom }) => technology === 'fibre' && freePorts > 0 && availableFrom === undefined));
  if (able.length === 0) throw new Error('No house of Berlin can have fibre');
  return able;
}

async function offerId(bss: Bss, name: string): Promise<string> {
  const { body } = await bss.say('GET', `productCatalogManagement/v4/productOffering?name=${encodeURIComponent(name)}&lifecycleStatus=Active`);
  const [found] = body as unknown as { id: string }[];
  if (!found) throw new Error(`The catalogue has no ${name}`);
  return found.id;
}

export interface Rivals extends AsyncDisposable {
  readonly all: readonly Rival[];
}

/** So many customers, each with a full cart of their own. */
export async function gathered(url: string, bss: Bss, count: number): Promise<Rivals> {
  const [places, fixed, mobile] = await Promise.all([houses(bss), offerId(bss, FIXED), offerId(bss, MOBILE)]);
  const agent = new Agent({ connections: AT_ONCE });
  const all = Array.from({ length: count }, (_, index) => new Rival(url, index, agent));
  await inTurns(all, AT_ONCE, (one) => one.layOut({ fixed, mobile, placeId: places[one.index % places.length]?.id ?? '' }));
  return { all, [Symbol.asyncDispose]: () => agent.destroy() };
}
