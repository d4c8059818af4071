import { bookFirst, ofOrder } from '../appointment/booking.ts';
import type { Act } from '../nouns/noun.ts';
import { instant, iso, type Json, objects, oneOf, type Pace, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { addressProblem } from './address-check.ts';
import { type Need, waiting } from './exception.ts';
import { switchedIn, wordsOf } from './activation.ts';
import { alarmed } from './jeopardy.ts';
import { isOver, leavesOf, milestonesOf, noted, remade, without } from './item.ts';
import { addressFor } from './address.ts';
import { asked, type Kind, kindOf, offeringOf, WORDS } from './kind.ts';
import { milestonesAt, STEPS } from './milestones.ts';
import { reserved } from './reserve.ts';
import { freeNumbers } from '../stock/stock.ts';
import { scheduledFor } from './visit.ts';

/** Lines of one order run a step apart, but a long order must not take all day. */
const MOST_LAG = 3;

interface Planned {
  item: Json;
  kind: Kind;
}

/** How a line comes, and what of it its customer switches on. */
interface Way {
  kind: Kind;
  switched: Awaited<ReturnType<typeof switchedIn>>;
}

/** The way laid out: one step after the other from now on. */
function laidOut(order: Resource, item: Json, index: number, { kind, switched }: Way, { now, step }: Pace): Json {
  const lag = Math.min(index, MOST_LAG);
  const dates = STEPS.map((_, at) => (at === 0 ? instant(order['orderDate']) || now : now + step * (at + lag)));
  return {
    ...item,
    state: item['state'] ?? 'acknowledged',
    milestone: milestonesAt(dates, 1, now, { ...WORDS[kind], ...wordsOf(switched) }),
    expectedCompletionDate: iso(dates.at(-1) ?? now),
    ...(kind === 'access' && { needsVisit: true }),
    ...(switched && { needsActivation: switched }),
  };
}

/** What is promised is what was expected at the first, unless the customer asked for a later day. */
function promised(order: Resource, item: Json): Json {
  const wish = item['requestedCompletionDate'] ?? order['requestedCompletionDate'];
  return { ...item, requestedCompletionDate: wish ?? item['expectedCompletionDate'] };
}

/** A visit for a line that has none yet: the customer's, the first that is free, or a question for a date. */
export async function visited(act: Act, order: Resource, item: Json): Promise<Json> {
  const visit = (await openVisit(act, order)) ?? (await bookFirst(act, { order, items: [item] }));
  return visit ? scheduledFor(item, visit, act.now) : waiting(item, { kind: 'date', text: DATE }, act.now);
}

async function openVisit(act: Act, order: Resource): Promise<Resource | undefined> {
  const { rows } = await act.tx.list('appointment', { where: [oneOf('relatedEntity.id', order.id), oneOf('status', 'initialized', 'confirmed')], limit: 1 });
  return rows[0]?.body ?? heldVisit(act, order);
}

/** The visit that was held for the cart an order came from, where a line of the order names it: it is booked for the order. */
async function heldVisit({ tx, now }: Act, order: Resource): Promise<Resource | undefined> {
  const lines = objects(order['productOrderItem']).filter((item) => item['appointment'] !== undefined);
  const id = text(objects(lines[0]?.['appointment'])[0]?.['id']);
  const held = id === undefined ? undefined : (await tx.get('appointment', id))?.body;
  const isOfCart = objects(held?.['relatedEntity']).some((entity) => entity['@referredType'] === 'ShoppingCart');
  if (!held || held['status'] !== 'initialized' || !isOfCart) return undefined;
  const booked: Resource = { ...(without(held, 'holdUntil') as Resource), status: 'confirmed', relatedEntity: lines.map((item) => ofOrder(order.id, String(item['id']))) };
  await save(tx, 'appointment', booked, now);
  return booked;
}

/** One visit for all the lines that need one: the one the customer has booked, or else the first that is free. */
async function visitFor(act: Act, order: Resource, planned: readonly Planned[]): Promise<Resource | undefined> {
  const items = planned.filter(({ kind, item }) => kind === 'access' && item['state'] !== 'pending').map(({ item }) => item);
  if (items.length === 0) return undefined;
  return (await openVisit(act, order)) ?? bookFirst(act, { order, items });
}

/** Keeps a number for a line whose first wish was somebody else's. */
export async function numbered(act: Act, order: Resource, item: Json): Promise<Json> {
  return (await reserved(act, order, without(item, 'awaitsNumber'), 'mobile')) ?? waiting(item, await otherNumber(act, item), act.now);
}

const OUT_OF_STOCK = 'It is out of stock. We send it as soon as it is in again.';
const DATE = 'Please choose a time for the technician.';
const ADDRESS = { kind: 'address', text: 'Please tell us the address at which you want the line.' };
/** So many free numbers are named to whoever wanted one that is somebody else's. */
const OTHER_NUMBERS = 5;

async function otherNumber({ tx }: Act, item: Json): Promise<Need> {
  const free = await freeNumbers(tx, `${asked(item, 'identifier') ?? ''} ${String(item['id'])}`, OTHER_NUMBERS);
  return { kind: 'number', text: 'This number belongs to somebody else. Please choose another.', choices: free.map((number) => ({ id: number, name: number })) };
}

/** Television runs over an internet line: one the customer has, or one of this order. */
async function hasInternet({ tx }: Act, order: Resource, kinds: readonly Kind[]): Promise<boolean> {
  if (kinds.includes('access')) return true;
  const customer = objects(order['relatedParty']).find(({ role }) => role === 'customer') ?? objects(order['relatedParty'])[0];
  const id = text(customer?.['id']);
  if (id === undefined) return true;
  const { rows } = await tx.list('product', { where: [oneOf('relatedParty.id', id), oneOf('productCharacteristic.value', 'fixed'), oneOf('status', 'active')], limit: 1 });
  return rows.length > 0;
}

async function placeProblem(act: Act, order: Resource, item: Json): Promise<Need | undefined> {
  if (!(await addressFor(act.tx, order, item))) return ADDRESS;
  return addressProblem(act, order, item);
}

async function checked(act: Act, order: Resource, item: Json, kind: Kind, kinds: readonly Kind[]): Promise<Json> {
  const problem = kind === 'access' ? await placeProblem(act, order, item) : undefined;
  if (problem) return waiting(item, problem, act.now);
  if (kind === 'tv' && !(await hasInternet(act, order, kinds))) {
    return waiting(item, { kind: 'internet', text: 'Television needs an internet line of ours at your address. Order one, or tell us about yours.' }, act.now);
  }
  const kept = await reserved(act, order, item, kind);
  if (kept) return kept;
  if (kind === 'mobile') return waiting({ ...item, awaitsNumber: true }, await otherNumber(act, item), act.now);
  const at = iso(act.now.getTime());
  return noted({ ...item, state: 'pending', waitingFor: 'partner', awaitsStock: true }, OUT_OF_STOCK, at);
}

/** Plans every line that has no plan: what it needs from stock, who has to come, and when it will be there. */
export async function planned(act: Act, order: Resource, pace: Pace): Promise<Resource> {
  const fresh = leavesOf(order).filter((item) => milestonesOf(item).length === 0 && !isOver(item));
  if (fresh.length === 0) return order;
  const ways = new Map<string, Way>();
  for (const item of leavesOf(order)) {
    const offering = await offeringOf(act, item);
    const kind = kindOf(item, offering);
    ways.set(String(item['id']), { kind, switched: await switchedIn(act, item, kind, offering) });
  }
  const kinds = [...ways.values()].map(({ kind }) => kind);
  const plans = new Map<string, Planned>();
  for (const [index, item] of leavesOf(order).entries()) {
    if (!fresh.includes(item)) continue;
    const id = String(item['id']);
    const way = ways.get(id) ?? { kind: 'extra', switched: undefined };
    plans.set(id, { kind: way.kind, item: await checked(act, order, laidOut(order, item, index, way, pace), way.kind, kinds) });
  }
  return withVisit(act, order, plans);
}

async function withVisit(act: Act, order: Resource, plans: ReadonlyMap<string, Planned>): Promise<Resource> {
  const visit = await visitFor(act, order, [...plans.values()]);
  const items = remade(order, (before) => {
    const plan = plans.get(String(before['id']));
    if (!plan) return before;
    const { item, kind } = plan;
    if (kind !== 'access' || item['state'] === 'pending') return promised(order, item);
    return promised(order, visit ? scheduledFor(item, visit, act.now) : waiting(item, { kind: 'date', text: DATE }, act.now));
  });
  const whole: Resource = { ...order, productOrderItem: items };
  return leavesOf(whole).reduce<Resource>((told, item) => {
    const isNew = plans.has(String(item['id'])) && item['awaitsStock'] === true;
    return isNew ? alarmed(told, String(item['id']), { name: 'Out of stock', message: OUT_OF_STOCK, exception: 'stock' }, act.now.getTime()) : told;
  }, whole);
}
