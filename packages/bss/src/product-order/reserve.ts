import type { Act } from '../nouns/noun.ts';
import { type Json, objects, text } from '../simulator/course.ts';
import { giveBack, type Kind as StockKind, take, type Taken, takeThis } from '../stock/stock.ts';
import { handedOver } from '../stock/reservation.ts';
import { returnPieces, takePieces } from '../stock/level.ts';
import type { Resource } from '../store/store.ts';
import { asked, type Kind, piecesOf } from './kind.ts';

export const holderOf = (order: Resource, item: Json): string => `${order.id}/${String(item['id'])}`;

export const takenBy = (item: Json): Taken[] =>
  objects(item['reserved']).flatMap(({ space, key }) => (typeof space === 'string' && typeof key === 'string' ? [{ space, key }] : []));

const offeringId = (item: Json): string => text(objects(item['productOffering'])[0]?.['id']) ?? '';

async function each(act: Act, kind: StockKind, holder: string, pieces: number): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let piece = 0; piece < pieces; piece += 1) taken.push(await take(act.tx, kind, `${holder}/${piece}`));
  return taken;
}

/** A number the customer has put aside, has chosen or brings along, or one of ours for each piece. Undefined when theirs is somebody else's. */
async function numbers(act: Act, order: Resource, item: Json, pieces: number): Promise<Taken[] | undefined> {
  const holder = holderOf(order, item);
  const wanted = asked(item, 'identifier');
  if (wanted === undefined || pieces > 1) return each(act, 'number', holder, pieces);
  const customers = new Set(objects(order['relatedParty']).map(({ id }) => String(id)));
  await handedOver(act, wanted, customers);
  const own = await takeThis(act.tx, 'number', wanted, `${holder}/0`);
  return own && [own];
}

/**
 * Keeps for a line what it needs from stock: number and SIM, the port and modem of a line to a home, or the device.
 * Undefined when there is none, and then nothing has been taken.
 */
export async function reserved(act: Act, order: Resource, item: Json, kind: Kind): Promise<Json | undefined> {
  const holder = holderOf(order, item);
  const pieces = piecesOf(item);
  if (kind === 'mobile') {
    const given = await numbers(act, order, item, pieces);
    return given && { ...item, reserved: [...given, ...(await each(act, 'sim', holder, pieces))] };
  }
  if (kind === 'access') return { ...item, reserved: [...(await each(act, 'port', holder, pieces)), ...(await each(act, 'modem', holder, pieces))] };
  if (kind !== 'device') return item;
  if (!(await takePieces(act, offeringId(item), pieces))) return undefined;
  return { ...item, reserved: await each(act, 'serial', holder, pieces) };
}

/** What a line that will not be delivered had taken goes back to where it came from. */
export async function returned(act: Act, order: Resource, item: Json): Promise<Json> {
  const taken = takenBy(item);
  if (taken.length === 0) return item;
  await giveBack(act.tx, taken, holderOf(order, item));
  const devices = taken.filter(({ space }) => space === 'serial').length;
  if (devices > 0) await returnPieces(act, offeringId(item), devices);
  return { ...item, reserved: [] };
}

/** The piece of a kind that a line has kept, as it is printed or dialled. */
export const keptKey = (item: Json, space: StockKind, piece: number): string | undefined =>
  takenBy(item).filter((taken) => taken.space === space)[piece]?.key;
