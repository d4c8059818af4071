import { instant, type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { ZONE } from '../world/zone.ts';
import type { IntervalState, Pledge, Unavailability } from './availability.ts';
import type { ServiceHours } from './service-hours.ts';

/** What an `sla` promises about the availability of one product. */
export interface Agreement {
  sla: Resource;
  /** Reference to the product. */
  product: Json;
  rule: Json;
  pledge: Pledge;
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const minutes = (clock: unknown): number | undefined => {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(text(clock) ?? '') ?? [];
  const total = Number(hour) * 60 + Number(minute);
  return total >= 0 && total <= 1440 ? total : undefined;
};

/** The hours an agreement counts in, from its `serviceHours` ({days, from, to}); undefined means around the clock. */
function hoursOf(sla: Resource): ServiceHours | undefined {
  const [said] = objects(sla['serviceHours']);
  const [from, to] = [minutes(said?.['from']), minutes(said?.['to'])];
  const names = Array.isArray(said?.['days']) ? said['days'] : [];
  const days = DAYS.flatMap((name, index) => (names.includes(name) ? [index + 1] : []));
  return from !== undefined && to !== undefined && from < to && days.length > 0 ? { zone: ZONE, days, from, to } : undefined;
}

/** A share, or per cent: both are written as a reference value. Undefined for what is neither. */
function targetOf(rule: Json): number | undefined {
  const value = Number(rule['referenceValue']);
  const share = value > 1 ? Math.round(value * 1e5) / 1e7 : value;
  return share > 0 && share <= 1 ? share : undefined;
}

/** The promises of availability in an agreement, one for each product; none where it promises other things. */
export function agreementsOf(sla: Resource): Agreement[] {
  const rule = objects(sla['rule']).find(({ metric }) => /availability/i.test(text(metric) ?? ''));
  const target = rule && targetOf(rule);
  if (!rule || target === undefined) return [];
  const [validFor] = objects(sla['validFor']);
  const [since, until] = [instant(validFor?.['startDateTime']), instant(validFor?.['endDateTime'])];
  const hours = hoursOf(sla);
  const pledge: Pledge = { zone: ZONE, target, ...(since > 0 && { since }), ...(until > 0 && { until }), ...(hours && { hours }) };
  const products = objects(sla['relatedEntity']).filter((one) => typeof one['id'] === 'string' && (one['@referredType'] ?? 'Product') === 'Product');
  return products.map((product) => ({ sla, product, rule, pledge }));
}

/** One stretch in which a product was not simply up, with the record it stands in. */
export interface Recorded extends Unavailability {
  id: string;
}

const STATES: readonly string[] = ['outage', 'maintenance', 'customerPending', 'noData'];

/** Everything that is known of the availability of a product, oldest first. */
export async function recordOf(reader: StoreReader, product: Json): Promise<Recorded[]> {
  const where = [oneOf('relatedEntity.id', String(product['id']))];
  const { rows } = await reader.list('availabilityInterval', { where, sort: [{ path: ['validFor', 'startDateTime'] }] });
  return rows.flatMap(({ body }) => {
    const [validFor] = objects(body['validFor']);
    const [from, to] = [instant(validFor?.['startDateTime']), instant(validFor?.['endDateTime'])];
    if (from === 0 || !STATES.includes(text(body['state']) ?? '')) return [];
    return [{ id: body.id, state: body['state'] as IntervalState, from, ...(to > 0 && { to }) }];
  });
}
