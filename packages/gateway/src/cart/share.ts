import type { Cart, CartItem, CartShare } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { holding, isSold, judged, readCatalogue } from '../offers/catalogue.ts';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { settingOf } from '../tmf/setting.ts';
import { type CartLine, heldIn, isAlike, newLine } from './cart-line.ts';
import { changeCart } from './change-cart.ts';
import { cataloguePrice, totalOf } from './line-price.ts';
import { withLine } from './line-acts.ts';
import { LIMITS, openCart } from './open-cart.ts';
import { endedNews } from './view.ts';

const MONTH = 30 * 24 * 60 * 60_000;

/** What a link says: offers, how many, what was chosen of them, what they were called, and until when. Not where to, not whose. */
const Shared = z.object({
  until: z.string(),
  lines: z.array(z.tuple([z.string(), z.int().check(z.minimum(1), z.maximum(LIMITS.ofOne)), z.record(z.string(), z.string()), z.optional(z.string())])).check(z.maxLength(LIMITS.lines)),
});
type Shared = z.infer<typeof Shared>;

export async function sharedLink(call: Call): Promise<CartShare> {
  const cart = await openCart(call);
  const lines = (cart?.lines ?? []).filter(({ later }) => !later);
  const until = new Date(call.clock().getTime() + MONTH).toISOString();
  const said: Shared = { until, lines: lines.map(({ offerId, quantity, choices, name }) => [offerId, quantity, choices, name]) };
  return { token: await call.link.make(said), until };
}

async function read(call: Call, token: string): Promise<CartLine[]> {
  const said = Shared.safeParse(await call.link.read(token));
  if (!said.success || Date.parse(said.data.until) <= call.clock().getTime()) throw notFound();
  return said.data.lines.map(([offerId, quantity, choices, name = offerId], index) => newLine({ id: `s${index + 1}`, offerId, name, quantity, choices }));
}

/** The lines behind a link at today's prices, for anybody. What is not sold any more is told. */
export async function sharedCart(call: Call<{ token: string }>): Promise<Cart> {
  const [lines, catalogue] = await Promise.all([read(call, call.params.token), readCatalogue(call)]);
  const { currency } = call.tenant;
  const { today } = settingOf(call);
  const sold = ({ offerId }: CartLine) => [catalogue.byId.get(offerId)].find((entry) => entry && isSold(entry, today));
  const at = call.clock().toISOString();
  const news = lines.filter((line) => !sold(line)).map((line) => endedNews(line, at));
  const items = lines.flatMap((line): CartItem[] => {
    const entry = sold(line);
    if (!entry) return [];
    const { id, offerId, quantity, choices } = line;
    return [{ id, offerId, name: entry.offer.name, quantity, ...cataloguePrice(entry, choices, quantity), ...(Object.keys(choices).length > 0 && { choices }) }];
  });
  const { once, monthly, after } = totalOf(items.map((item) => ({ once: item.once, monthly: item.monthly, ...(item.after && { after: item.after }) })), currency);
  return { id: 'shared', items, once, monthly, ...(after && { after }), ...(news.length > 0 && { news }) };
}

/** Takes the lines of a link into one's own cart, beside what is in it; what cannot come along is named. */
export async function takeShared(call: Call<unknown, unknown, { token: string }>): Promise<Cart> {
  const shared = await read(call, call.body.token);
  const mark = call.operationKey.slice(0, 11);
  const left: string[] = [];
  const cart = await changeCart(call, {
    isDone: ({ lines }) => lines.some(({ id }) => id.startsWith(`${mark}-`)),
    lines: ({ lines }, { catalogue, applicant }) => {
      left.length = 0;
      return shared.reduce<CartLine[]>((sofar, line, index) => {
        const entry = catalogue.byId.get(line.offerId);
        const fits = entry && judged(entry, holding(applicant, heldIn(sofar)), catalogue).obstacles.length === 0 && hasRoom(sofar, line);
        if (!entry || !fits) left.push(entry?.offer.name ?? line.name);
        return entry && fits ? withLine(sofar, { ...line, id: `${mark}-${index + 1}`, name: entry.offer.name }) : sofar;
      }, [...lines]);
    },
  });
  const at = call.clock().toISOString();
  const news = left.map((name, index) => ({ id: `not-taken-${index + 1}`, at, kind: 'left-out' as const, text: `${name} could not be taken along. Look at it in the shop to see why.` }));
  return news.length > 0 ? { ...cart, news: [...(cart.news ?? []), ...news] } : cart;
}

function hasRoom(lines: readonly CartLine[], line: CartLine): boolean {
  const same = lines.find((one) => isAlike(one, line));
  return same ? same.quantity + line.quantity <= LIMITS.ofOne : lines.length < LIMITS.lines;
}
