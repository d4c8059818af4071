import type { Cart, CartItem, CartNews, Gap, Obstacle, Visit } from '@faceplate/contracts';
import { type Applicant, subtract, zero } from '@faceplate/domain';
import { type Catalogue, holding, judged, readApplicant, readCatalogue } from '../offers/catalogue.ts';
import { merged } from '../offers/judge.ts';
import { type Verdicts, verdictsTogether } from '../offers/verdict.ts';
import { type HeldNumber, numbersBackend } from '../numbers/numbers.backend.ts';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap } from '../tmf/gather.ts';
import { heldVisit } from '../visits/held-visit.ts';
import { guestNews } from '../visitor/bring-along.ts';
import { type CartLine, heldIn } from './cart-line.ts';
import { cataloguePrice, type LinePrice, totalOf } from './line-price.ts';
import { needsOf } from './needs.ts';
import { LIMITS, type OpenCart } from './open-cart.ts';

/** What is known around a cart when it is judged. */
export interface Around {
  catalogue: Catalogue;
  applicant: Applicant;
  verdicts: Verdicts['of'];
  /** Who would have to say yes to it. */
  approvers: string[];
  held: HeldNumber[];
  /** Whether it could be asked at all what is held. */
  heldKnown: boolean;
  visit: Visit | undefined;
  /** Whether it could be asked at all which visit is held. */
  visitKnown: boolean;
  news: CartNews[];
  gaps: Gap[];
}

/** Everything at once: what the operator says of the lines together, what it holds for them, and what we know ourselves. */
export async function readAround(call: Call, cart: OpenCart): Promise<Around> {
  const active = cart.lines.filter(({ later }) => !later);
  const wanted = active.map(({ id, offerId, name, quantity, place }) => ({ id, offer: { id: offerId, name }, quantity, placeId: place?.id }));
  const hasNumber = cart.lines.some(({ number }) => number !== undefined);
  const [catalogue, { applicant, gaps }, verdicts, held, visit] = await Promise.all([
    readCatalogue(call),
    readApplicant(call),
    verdictsTogether(call, wanted),
    orGap('TMF687', hasNumber ? numbersBackend(call).held() : Promise.resolve([])),
    orGap('TMF646', cart.lines.length > 0 ? heldVisit(call, cart.id) : Promise.resolve(undefined)),
  ]);
  return {
    catalogue, applicant,
    verdicts: verdicts.of,
    approvers: verdicts.approvers,
    held: held.value ?? [],
    heldKnown: held.gaps.length === 0,
    visit: visit.value,
    visitKnown: visit.gaps.length === 0,
    news: guestNews(call.session, LIMITS),
    gaps: onceEach([...gaps, ...verdicts.gaps, ...held.gaps, ...visit.gaps]),
  };
}

/** What a line costs: the operator's word, or the catalogue's where its cart says nothing of prices. */
export function linePrice(line: CartLine, { byId }: Pick<Catalogue, 'byId'>): LinePrice | undefined {
  const entry = byId.get(line.offerId);
  return line.price ?? (entry && cataloguePrice(entry, line.choices, line.quantity));
}

/** Why a line cannot be ordered as it is: the operator's reasons before the catalogue's own. */
export function obstaclesOfLine(line: CartLine, cart: OpenCart, { catalogue, applicant, verdicts }: Pick<Around, 'catalogue' | 'applicant' | 'verdicts'>): Obstacle[] {
  const entry = catalogue.byId.get(line.offerId);
  if (!entry) return [];
  const ruled = judged(entry, holding(applicant, heldIn(cart.lines.filter((other) => other !== line))), catalogue).obstacles;
  const said = verdicts.get(line.id);
  return said ? merged(said.obstacles, ruled) : ruled;
}

const nothing = (currency: string): LinePrice => ({ once: zero(currency), monthly: zero(currency) });

function itemOf(line: CartLine, cart: OpenCart, around: Around, currency: string): CartItem {
  const { id, offerId, quantity, choices, place, portIn, later } = line;
  const entry = around.catalogue.byId.get(offerId);
  const price = linePrice(line, around.catalogue) ?? nothing(currency);
  return {
    id, offerId, quantity, ...price,
    name: entry?.offer.name ?? line.name,
    ...optional({
      place, portIn,
      choices: some(choices, Object.keys(choices).length),
      hold: holdOf(line, around),
      later: later || undefined,
      obstacles: listed(later ? [] : entry ? obstaclesOfLine(line, cart, around) : [ended(line)]),
      moved: movedOf(line, price),
      needs: listed(entry ? needsOf(entry, around.catalogue) : []),
    }),
  };
}

const some = <T>(value: T, count: number): T | undefined => (count > 0 ? value : undefined);
const listed = <T>(list: T[]): T[] | undefined => some(list, list.length);

function holdOf({ number }: CartLine, { held }: Around): CartItem['hold'] {
  const kept = held.find((one) => one.number === number);
  return kept && { kind: 'number', name: kept.number, until: kept.until };
}

function movedOf({ seen }: CartLine, { once, monthly }: LinePrice): CartItem['moved'] {
  if (!seen) return undefined;
  const moved = { once: subtract(once, seen.once), monthly: subtract(monthly, seen.monthly) };
  return some(moved, Math.abs(moved.once.amount) + Math.abs(moved.monthly.amount));
}

const priceOf = ({ once, monthly, after, tax }: CartItem): LinePrice => ({ once, monthly, ...(after && { after }), ...(tax && { tax }) });

/** As the catalogue's own rules call it. */
const ENDED = 'not-sold';

const ended = ({ id, name }: CartLine): Obstacle => ({
  code: ENDED,
  family: 'sale',
  reason: `${name} is not sold any more.`,
  remedy: 'Take it out of the cart.',
  facts: { offer: name },
  way: { kind: 'remove', itemId: id },
});

export const endedNews = ({ id, name }: Pick<CartItem, 'id' | 'name'>, at: string): CartNews => ({ id: `ended-${id}`, at, kind: 'ended', text: `${name} is not sold any more.`, facts: { offer: name } });

/** What is not as it was, told once for each line. */
function newsOf(cart: OpenCart, items: readonly CartItem[], { held, heldKnown, news }: Around, at: string): CartNews[] {
  const told = items.flatMap((item): CartNews[] => {
    if (item.obstacles?.some(({ code }) => code === ENDED)) return [endedNews(item, at)];
    return item.moved ? [{ id: `price-${item.id}`, at, kind: 'price', text: `The price of ${item.name} is another than when you put it in.`, facts: { offer: item.name } }] : [];
  });
  const freed = cart.lines.flatMap(({ id, number, name }): CartNews[] =>
    number === undefined || !heldKnown || held.some((one) => one.number === number) ? [] : [{ id: `freed-${id}`, at, kind: 'freed', text: `${number} for ${name} is not held any more. Choose it again while it is free, or another.`, facts: { number, offer: name } }],
  );
  return [...news, ...told, ...freed];
}

/** A cart as its owner sees it. */
export function shownCart(cart: OpenCart, around: Around, currency: string): Cart {
  const items = cart.lines.map((line) => itemOf(line, cart, around, currency));
  const { once, monthly, after, tax } = totalOf(items.filter(({ later }) => !later).map(priceOf), currency);
  const news = newsOf(cart, items, around, cart.since ?? '1970-01-01T00:00:00.000Z');
  return {
    id: cart.id, items, once, monthly,
    ...(cart.name !== undefined && { name: cart.name }),
    ...(after && { after }),
    ...(tax && { tax }),
    ...(around.visit && { visit: around.visit }),
    ...(news.length > 0 && { news }),
    ...(cart.keptUntil !== undefined && { keptUntil: cart.keptUntil }),
    ...(around.gaps.length > 0 && { gaps: around.gaps }),
  };
}
