import { iso, objects, oneOf, text } from '../simulator/course.ts';
import type { StoreTransaction } from '../store/store.ts';
import { TmfError } from '../surface/tmf-error.ts';
import { DAY } from '../world/zone.ts';
import { crewsIn, firstBookable, HORIZON, inWords, type Slot, slotsBetween } from './slots.ts';

/** How many free slots are named to whoever was too late. */
const ALTERNATIVES = 3;

const spaceOf = (area: string) => `visit ${area}`;
const keyOf = ({ from }: Slot, crew: number) => `${iso(from)}/${crew}`;

/** What visits refer to that were planned for an area before there were bookings. */
export const planOf = (area: string) => `crews ${area}`;

/** The crews of an area that are taken: claimed by a booking, or planned before there were bookings. */
async function takenIn(tx: StoreTransaction, area: string): Promise<Set<string>> {
  const where = [oneOf('technician.plan.id', planOf(area)), oneOf('status', 'initialized', 'confirmed')];
  const { rows } = await tx.list('appointment', { where });
  const planned = rows.flatMap(({ body }) => objects(body['technician']).flatMap(({ key }) => text(key) ?? []));
  return new Set([...(await tx.holders(spaceOf(area))).keys(), ...planned]);
}

/** The slots of an area that still have a crew to send, between two instants. */
export async function freeSlots(tx: StoreTransaction, area: string, from: number, to: number): Promise<Slot[]> {
  const taken = await takenIn(tx, area);
  return slotsBetween(from, to).filter((slot) => crewsOf(slot).some((crew) => !taken.has(keyOf(slot, crew))));
}

const crewsOf = (slot: Slot) => Array.from({ length: crewsIn(slot) }, (_, crew) => crew);

/** The next slots with a crew to send, from tomorrow on or from an instant. */
export async function nextFree(tx: StoreTransaction, area: string, now: number, from = 0, count = ALTERNATIVES): Promise<Slot[]> {
  const first = Math.max(firstBookable(now), from);
  const free = await freeSlots(tx, area, first, firstBookable(now) + HORIZON * DAY);
  return free.slice(0, count);
}

/** Takes a crew for a slot; undefined when all are taken. Of two who want the last, one gets it. */
export async function takeCrew(tx: StoreTransaction, area: string, slot: Slot, holder: string): Promise<string | undefined> {
  const taken = await takenIn(tx, area);
  for (const key of crewsOf(slot).map((crew) => keyOf(slot, crew)).filter((one) => !taken.has(one))) {
    if ((await tx.claim(spaceOf(area), key, holder, { at: iso(slot.to) })) === holder) return key;
  }
  return undefined;
}

export async function freeCrew(tx: StoreTransaction, area: string, key: string): Promise<void> {
  await tx.release(spaceOf(area), key);
}

/** Crews of slots that are over are nobody's any more. */
export async function forgetPast(tx: StoreTransaction, area: string, now: number): Promise<void> {
  await tx.expire(spaceOf(area), iso(now));
}

/** 409 for whoever came second, with what is left. */
export async function slotTaken(tx: StoreTransaction, area: string, slot: Slot, now: number): Promise<TmfError> {
  const free = await nextFree(tx, area, now, slot.from);
  const left = free.length > 0 ? `Free next: ${free.map(inWords).join('; ')}.` : 'No visit is free in the next six weeks.';
  return new TmfError(409, 'slotTaken', 'Slot taken', `No technician is free ${inWords(slot)}. ${left}`);
}
