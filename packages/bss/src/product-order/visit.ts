import type { Act } from '../nouns/noun.ts';
import { instant, iso, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { resumed, waiting } from './exception.ts';
import { isOver, isReached, milestonesOf, remade, without } from './item.ts';
import { keep } from './keep.ts';

/** The lines an appointment names, by their order; an empty set is all of the order's lines that need a visit. */
function linesNamed(appointment: Resource): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const entity of objects(appointment['relatedEntity'])) {
    const id = text(entity['id']);
    if (id === undefined || !(text(entity['@referredType']) ?? '').startsWith('ProductOrder')) continue;
    const lines = named.get(id) ?? new Set<string>();
    const line = text(entity['productOrderItemId']);
    named.set(id, line === undefined ? lines : lines.add(line));
  }
  return named;
}

const waitsForDate = (item: Json) => item['state'] === 'pending' && ['date', undefined].includes(text(objects(item['informationRequired'])[0]?.['kind'])) && item['waitingFor'] === 'customer';

function concerns(item: Json, appointment: Resource, lines: ReadonlySet<string>): boolean {
  if (isOver(item)) return false;
  if (lines.size > 0) return lines.has(String(item['id']));
  return objects(item['appointment'])[0]?.['id'] === appointment.id || waitsForDate(item) || item['needsVisit'] === true;
}

async function onLines(act: Act, appointment: Resource, remake: (item: Json) => Json): Promise<void> {
  for (const [orderId, lines] of linesNamed(appointment)) {
    const order = (await act.tx.get('productOrder', orderId))?.body;
    if (!order) continue;
    const items = remade(order, (item) => (concerns(item, appointment, lines) ? remake(item) : item));
    await keep(act, order, { ...order, productOrderItem: items });
  }
}

export const visitRef = ({ id, href, validFor }: Resource): Json => ({ id, href, '@referredType': 'Appointment', validFor });

/** A line whose technician comes at this time: its date is set, and it is done when the visit ends. */
export function scheduledFor(item: Json, appointment: Resource, now: Date): Json {
  const [{ startDateTime, endDateTime } = {}] = objects(appointment['validFor']);
  const dates: Json = { scheduled: iso(now.getTime()), 'in-progress': startDateTime, done: endDateTime };
  const milestone = milestonesOf(item).map((step) => {
    const date = dates[String(step['name'])];
    return isReached(step) || date === undefined ? step : { ...step, status: 'Yet-To-Reach', milestoneDate: date };
  });
  return { ...item, appointment: visitRef(appointment), ...(milestone.length > 0 && { milestone, expectedCompletionDate: endDateTime }) };
}

/** The lines an appointment is for carry it and its time; those that waited for a date go on. */
export async function visitSet(act: Act, appointment: Resource): Promise<void> {
  if (instant(objects(appointment['validFor'])[0]?.['endDateTime']) === 0) return;
  await onLines(act, appointment, (item) => {
    const dated = scheduledFor(item, appointment, act.now);
    return waitsForDate(item) ? resumed(dated, 'Thank you. Your visit is booked.', act.now) : dated;
  });
}

/** The lines of a visit that will not be wait for another date. */
export async function visitLost(act: Act, appointment: Resource, why: string): Promise<void> {
  await onLines(act, appointment, (item) => {
    const free = without(item, 'appointment');
    return milestonesOf(item).length > 0 && item['state'] === 'inProgress' ? waiting(free, { kind: 'date', text: why }, act.now) : free;
  });
}
