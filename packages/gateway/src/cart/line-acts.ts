import type { Cart, CartItemChange, CartItemRequest, CartSwap } from '@faceplate/contracts';
import { type Catalogue, holding, judged } from '../offers/catalogue.ts';
import type { CatalogueEntry } from '../offers/offers.adapter.ts';
import { obstacleRefusal } from '../offers/obstacle-refusal.ts';
import { numbersBackend } from '../numbers/numbers.backend.ts';
import { invalid, notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { type CartLine, heldIn, isAlike, newLine } from './cart-line.ts';
import { changeCart, changed, lineIn } from './change-cart.ts';
import { checkedChoices, namedPlace } from './choices.ts';
import { LIMITS, type OpenCart, openCart } from './open-cart.ts';
import type { Around } from './view.ts';

type OfLine<Body = unknown> = Call<{ itemId: string }, unknown, Body>;

const lineId = ({ operationKey }: Call): string => operationKey.slice(0, 12);

function entryNamed({ byId }: Catalogue, offerId: string): CatalogueEntry {
  const entry = byId.get(offerId);
  if (!entry) throw invalid(422, [{ path: 'offerId', message: 'There is no such offer.' }]);
  return entry;
}

/** What the catalogue forbids is not let in; what only has to be settled still (an address, say) is told in the cart. */
function refuseBarred(entry: CatalogueEntry, others: readonly CartLine[], { applicant, catalogue }: Around): void {
  const { obstacles } = judged(entry, holding(applicant, heldIn(others)), catalogue);
  if (obstacles.length > 0) throw obstacleRefusal(obstacles, 'offerId');
}

function within(quantity: number): number {
  if (quantity > LIMITS.ofOne) throw invalid(422, [{ path: 'quantity', message: `At most ${LIMITS.ofOne} of one offer can be ordered at once.` }]);
  return quantity;
}

/** The lines with one more; what is the same in all is one line. A line's id is that of the call which changed it last. */
export function withLine(lines: readonly CartLine[], line: CartLine): CartLine[] {
  const same = lines.find((one) => isAlike(one, line));
  if (!same && lines.length >= LIMITS.lines) throw invalid(422, [{ path: 'offerId', message: 'The cart is full. Order what is in it first.' }]);
  if (!same) return [...lines, { ...line, quantity: within(line.quantity) }];
  return lines.map((one) => (one === same ? changed(same, { id: line.id, quantity: within(line.quantity + same.quantity) }) : one));
}

export async function addItem(call: Call<unknown, unknown, CartItemRequest>): Promise<Cart> {
  const { offerId, quantity, choices, placeId } = call.body;
  const [chosen, placed] = await Promise.all([checkedChoices(call, { offerId, quantity, choices }), namedPlace(call, placeId)]);
  const id = lineId(call);
  return changeCart(call, {
    isDone: ({ lines }) => lines.some((one) => one.id === id),
    lines: ({ lines }, around) => {
      const entry = entryNamed(around.catalogue, offerId);
      refuseBarred(entry, lines, around);
      return withLine(lines, newLine({ id, offerId, name: entry.offer.name, quantity, choices: chosen, ...placed }));
    },
  });
}

export async function removeItem(call: OfLine): Promise<Cart> {
  const before = await lineNow(call);
  const cart = await changeCart(call, { mustExist: true, lines: (now) => without(now, call.params.itemId) });
  await freed(call, before);
  return cart;
}

const without = (cart: OpenCart, itemId: string): CartLine[] => {
  const line = lineIn(cart, itemId);
  return cart.lines.filter((one) => one !== line);
};

/** One out and one in, or neither. What stood for the one's place stands for the other's. */
export async function swapItems(call: Call<unknown, unknown, CartSwap>): Promise<Cart> {
  const { out, offerId } = call.body;
  const id = lineId(call);
  let gone: CartLine | undefined;
  const swapped = await changeCart(call, {
    mustExist: true,
    isDone: ({ lines }) => lines.some((one) => one.id === id),
    lines: (cart, around) => {
      gone = cart.lines.find((one) => one.id === out);
      if (!gone) throw invalid(422, [{ path: 'out', message: 'The cart has no such line.' }]);
      const entry = entryNamed(around.catalogue, offerId);
      const left = cart.lines.filter((one) => one !== gone);
      refuseBarred(entry, left, around);
      const line = newLine({ id, offerId, name: entry.offer.name, quantity: gone.quantity, ...(gone.place && { place: gone.place }) });
      return withLine(left, line);
    },
  });
  if (gone) await freed(call, gone);
  return swapped;
}

/** A line otherwise than it was; with nothing said, its owner has seen what it costs now. */
export async function changeItem(call: OfLine<CartItemChange>): Promise<Cart> {
  const { number, portIn } = call.body;
  const before = await lineNow(call);
  const change = await wanted(call, before);
  if (number !== undefined && number !== before.number) await numbersBackend(call).hold(number);
  const cart = await changeCart(call, {
    mustExist: true,
    lines: (now) => {
      const line = lineIn(now, call.params.itemId);
      const { number: _number, portIn: _portIn, ...bare } = line;
      const base = number !== undefined || portIn ? bare : line;
      return now.lines.map((one) => (one === line ? changed(base, change) : one));
    },
  });
  if ((number !== undefined && number !== before.number) || portIn) await freed(call, before);
  return cart;
}

const hasNumber = ({ number, portIn }: Pick<CartLine, 'number' | 'portIn'> | CartItemChange): boolean => number !== undefined || portIn !== undefined;

function refuseSeveral(change: CartItemChange, before: Pick<CartLine, 'number' | 'portIn'>): void {
  const path = hasNumber(change) ? 'number' : hasNumber(before) ? 'quantity' : undefined;
  if (path) throw invalid(422, [{ path, message: 'A number is for one line. Put one at a time into the cart.' }]);
}

async function wanted(call: OfLine<CartItemChange>, { offerId, ...before }: CartLine): Promise<Partial<CartLine>> {
  const { quantity = before.quantity, choices, placeId, later, number, portIn } = call.body;
  if (quantity > 1) refuseSeveral(call.body, before);
  const [chosen, placed] = await Promise.all([choices ? checkedChoices(call, { offerId, quantity, choices }) : before.choices, namedPlace(call, placeId)]);
  return {
    quantity, choices: chosen, ...placed,
    ...(later !== undefined && { later }),
    ...(number !== undefined && { number }),
    ...(portIn && { portIn }),
  };
}

/** Another promise of service with a line. */
export async function choosePromise(call: OfLine<{ tierId: string }>): Promise<Cart> {
  const { tierId } = call.body;
  return changeCart(call, {
    mustExist: true,
    lines: (cart, { catalogue }) => {
      const line = lineIn(cart, call.params.itemId);
      const tier = catalogue.byId.get(line.offerId)?.promises.find(({ value }) => value === tierId);
      if (!tier) throw invalid(422, [{ path: 'tierId', message: 'This is not promised with it.' }]);
      return cart.lines.map((one) => (one === line ? changed(line, { choices: { ...line.choices, [tier.key]: tier.value } }) : one));
    },
  });
}

/** The line as it is before anything is done. @throws {Refusal} 404 when there is none. */
export async function lineNow(call: OfLine): Promise<CartLine> {
  const cart = await openCart(call);
  if (!cart) throw notFound();
  return lineIn(cart, call.params.itemId);
}

/** A number that was held for a line and is not wanted any more. */
async function freed(call: Call, { number }: CartLine): Promise<void> {
  if (number === undefined) return;
  const numbers = numbersBackend(call);
  const held = (await numbers.held()).find((one) => one.number === number);
  if (held) await numbers.free(held);
}
