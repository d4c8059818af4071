import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { iso, type Json, objects, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';
import { areaOf } from './area.ts';
import { forgetPast, freeCrew, nextFree, slotTaken, takeCrew } from './capacity.ts';
import { cutOffOf, inWords, isBookable, type Slot, slotAt } from './slots.ts';
import { period, periodOf } from './time.ts';

/** The crew an appointment has, as stored with it. */
interface Crew {
  area: string;
  key: string;
}

export function crewOf({ technician }: Resource): Crew | undefined {
  const [kept] = objects(technician);
  const area = text(kept?.['area']);
  const key = text(kept?.['key']);
  return area === undefined || key === undefined ? undefined : { area, key };
}

export async function release({ tx }: Act, appointment: Resource): Promise<void> {
  const crew = crewOf(appointment);
  if (crew) await freeCrew(tx, crew.area, crew.key);
}

const OURS: Readonly<Record<string, string>> = {
  ProductOrder: 'productOrder',
  ProductOrderItem: 'productOrder',
  Service: 'service',
  ShoppingCart: 'shoppingCart',
  TroubleTicket: 'troubleTicket',
};

/** Is it for work that we know of, so that somebody has to come? What others keep elsewhere is theirs to time. */
async function isVisit({ tx }: Act, body: Resource): Promise<boolean> {
  for (const entity of objects(body['relatedEntity'])) {
    const resource = OURS[text(entity['@referredType']) ?? ''];
    const id = text(entity['id']);
    if (resource !== undefined && id !== undefined && (await tx.get(resource, id))) return true;
  }
  return false;
}

async function refuseOddTime(act: Act, body: Resource, area: string, wanted: Slot): Promise<void> {
  if (!(await isVisit(act, body))) return;
  const { tx, now } = act;
  const free = await nextFree(tx, area, now.getTime(), isBookable(wanted, now.getTime()) ? wanted.from : 0);
  const left = free.length > 0 ? `Free next: ${free.map(inWords).join('; ')}.` : 'No visit is free in the next six weeks.';
  throw unprocessable(`Technicians come at set times. ${left}`);
}

/**
 * Takes a crew for the time the appointment is for; the body with what follows
 * from that. A time that is no slot of ours is kept as it is where nobody has
 * to come, and refused (422) where somebody would. 409 with the next free slots
 * when all crews are taken.
 */
export async function booked(act: Act, body: Resource): Promise<Resource> {
  const wanted = periodOf(body['validFor']);
  if (!wanted) return body;
  const { tx, now } = act;
  const area = await areaOf(tx, body);
  const slot = isBookable(wanted, now.getTime()) ? slotAt(wanted.from, wanted.to) : undefined;
  if (!slot) {
    await refuseOddTime(act, body, area, wanted);
    return body;
  }
  await forgetPast(tx, area, now.getTime());
  const key = await takeCrew(tx, area, slot, body.id);
  if (key === undefined) throw await slotTaken(tx, area, slot, now.getTime());
  return { ...body, technician: { area, key }, changeUntil: iso(cutOffOf(slot)) };
}

/** What a visit is for: lines of one order, at one place. */
export interface VisitPlan {
  order: Resource;
  items: readonly Json[];
  /** Not before this instant. */
  from?: number;
}

export const ofOrder = (orderId: string, itemId: string): Json => ({
  id: orderId,
  name: `Line ${itemId}`,
  role: 'productOrderItem',
  productOrderItemId: itemId,
  '@referredType': 'ProductOrder',
});

/** Books the first visit that is free, for all the lines at once; undefined when none is in six weeks. */
export async function bookFirst(act: Act, { order, items, from = 0 }: VisitPlan): Promise<Resource | undefined> {
  const { path, type } = definitionOf('appointment');
  const id = newId();
  const place = items.flatMap((item) => objects(objects(item['product'])[0]?.['place']))[0];
  const draft: Resource = {
    id,
    href: `${path}/${id}`,
    '@type': type,
    category: 'technician visit',
    description: 'A technician connects your line.',
    status: 'confirmed',
    creationDate: iso(act.now.getTime()),
    lastUpdate: iso(act.now.getTime()),
    relatedEntity: items.map((item) => ofOrder(order.id, String(item['id']))),
    relatedParty: objects(order['relatedParty']).filter(({ role }) => role === 'customer'),
    ...(place && { relatedPlace: { role: 'installation address', ...place } }),
  };
  const area = await areaOf(act.tx, draft);
  const [slot] = await nextFree(act.tx, area, act.now.getTime(), from, 1);
  if (!slot) return undefined;
  const appointment = await booked(act, { ...draft, validFor: period(slot) });
  await save(act.tx, 'appointment', appointment, act.now);
  return appointment;
}
