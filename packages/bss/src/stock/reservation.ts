import type { Act, Noun } from '../nouns/noun.ts';
import { change, type Course, instant, iso, type Json, objects, oneOf, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { TmfError } from '../surface/tmf-error.ts';
import { returnPieces, takePieces } from './level.ts';
import { freeNumbers, take, takeThis } from './stock.ts';

/** How long something is kept for somebody who has not ordered yet. Milliseconds. */
const HOLD = 30 * 60_000;
/** More than this nobody puts aside at once. */
const MOST = 10;

/** So many free numbers are named to whoever was too late. */
const ALTERNATIVES = 3;

export const reservationHolder = (id: string): string => `reservation/${id}`;

const taken = (message: string) => new TmfError(409, 'notInStock', 'Not in stock', message);

const characteristic = (item: Json, name: string): string | undefined =>
  text(objects(objects(item['requestedProduct'])[0]?.['productCharacteristic']).find((one) => one['name'] === name)?.['value']);

const offeringIn = (item: Json): string | undefined => text(objects(objects(item['requestedProduct'])[0]?.['productOffering'])[0]?.['id']);

function amountIn(item: Json): number {
  const amount = Math.trunc(Number(objects(item['quantityRequested'])[0]?.['amount'] ?? 1));
  return Math.min(Math.max(amount || 1, 1), MOST);
}

/** Numbers: the one that was chosen, or so many to choose from. */
async function numbersFor({ tx }: Act, item: Json, holder: string): Promise<string[]> {
  const wanted = characteristic(item, 'identifier');
  if (wanted === undefined) {
    const kept: string[] = [];
    for (let piece = 0; piece < amountIn(item); piece += 1) kept.push((await take(tx, 'number', `${holder}/${String(item['id'])}/${piece}`)).key);
    return kept;
  }
  const own = await takeThis(tx, 'number', wanted, `${holder}/${String(item['id'])}/0`);
  if (!own) throw taken(`${wanted} belongs to somebody else. Choose another number. Free next: ${(await freeNumbers(tx, holder, ALTERNATIVES)).join('; ')}.`);
  return [own.key];
}

async function keptItem(act: Act, item: Json, holder: string): Promise<Json> {
  const offering = offeringIn(item);
  const resource = characteristic(item, 'identifier') !== undefined || characteristic(item, 'resource') === 'number' ? 'number' : 'device';
  if (resource === 'number') {
    const keys = await numbersFor(act, item, holder);
    return { ...item, reservedProduct: keys.map((key) => ({ name: key, productCharacteristic: [{ name: 'identifier', valueType: 'string', value: key }] })) };
  }
  if (offering === undefined) return item;
  if (!(await takePieces(act, offering, amountIn(item)))) throw taken('There are not so many left. Ask for fewer, or order and wait.');
  return { ...item, quantityReserved: { amount: amountIn(item), units: 'piece' } };
}

async function creating(act: Act, body: Resource): Promise<Resource> {
  const items: Json[] = [];
  for (const item of objects(body['reserveProductStockItem'])) items.push(await keptItem(act, item, reservationHolder(body.id)));
  return { ...body, reserveProductStockItem: items, reserveProductStockState: 'accepted', reservedUntil: iso(act.now.getTime() + HOLD) };
}

/** Everything that is still kept by a reservation goes back, but for what an order has taken over. */
async function letGo(act: Act, reservation: Resource): Promise<void> {
  const holder = reservationHolder(reservation.id);
  for (const item of objects(reservation['reserveProductStockItem'])) {
    for (const { name } of objects(item['reservedProduct'])) {
      if ((await act.tx.holderOf('number', String(name)))?.startsWith(`${holder}/`) === true) await act.tx.release('number', String(name));
    }
    const pieces = Number(objects(item['quantityReserved'])[0]?.['amount'] ?? 0);
    const offering = offeringIn(item);
    if (pieces > 0 && offering !== undefined) await returnPieces(act, offering, pieces);
  }
}

const isKept = ({ reserveProductStockState: state }: Resource) => state === 'accepted';

const expiry: Course = {
  resource: 'reserveProductStock',
  open: [oneOf('reserveProductStockState', 'accepted')],
  isDue: ({ reservedUntil }, { now }) => reservedUntil !== undefined && instant(reservedUntil) <= now,
  advance: async (tx, reservation, { now }) => {
    await letGo({ tx, now: new Date(now) }, reservation);
    await change(tx, 'reserveProductStock', reservation, { reserveProductStockState: 'expired' }, now);
  },
};

/**
 * Hands a number over from the reservation that keeps it to a line of its
 * customer's order. False when it is kept for somebody else, or for nobody.
 */
export async function handedOver(act: Act, number: string, customerIds: ReadonlySet<string>): Promise<boolean> {
  const [kind, id = ''] = ((await act.tx.holderOf('number', number)) ?? '').split('/');
  const reservation = kind === 'reservation' ? (await act.tx.get('reserveProductStock', id))?.body : undefined;
  if (!reservation || !isKept(reservation)) return false;
  const isTheirs = objects(reservation['relatedParty']).some((party) => customerIds.has(String(party['id'])));
  if (!isTheirs) return false;
  await act.tx.release('number', number);
  await save(act.tx, 'reserveProductStock', { ...reservation, reserveProductStockState: 'completed' }, act.now);
  return true;
}

/** What is put aside for somebody while they make up their mind: it goes back after half an hour, or when they say so. */
export const reserveProductStockNoun: Noun = {
  resource: 'reserveProductStock',
  creating,
  changing: async (act, before, after) => {
    if (isKept(before) && !isKept(after)) await letGo(act, before);
    return { ...after, reserveProductStockItem: before['reserveProductStockItem'] };
  },
  removing: async (act, before) => {
    if (isKept(before)) await letGo(act, before);
  },
  courses: [expiry],
};
