import { objects, oneOf, text } from '../simulator/course.ts';
import { aroundTheClock, type ServiceHours } from '../sla/service-hours.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { ZONE } from '../world/zone.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export type Severity = 'Critical' | 'Major' | 'Minor';

/** Milliseconds of service time until somebody begins, and until it works again. */
export interface Target {
  respond: number;
  restore: number;
}

/** What a customer may expect of our support. */
export interface Entitlement {
  name: string;
  hours: Readonly<Record<Severity, ServiceHours>>;
  targets: Readonly<Record<Severity, Target>>;
}

const always = aroundTheClock(ZONE);
const shop: ServiceHours = { zone: ZONE, days: [1, 2, 3, 4, 5, 6], from: 8 * 60, to: 20 * 60 };
const office: ServiceHours = { zone: ZONE, days: [1, 2, 3, 4, 5], from: 8 * 60, to: 18 * 60 };

/** Support as our general terms promise it; the service level objectives of the world are written from this table. */
export const CONSUMER: Entitlement = {
  name: 'consumer',
  hours: { Critical: always, Major: shop, Minor: shop },
  targets: {
    Critical: { respond: 2 * HOUR, restore: 24 * HOUR },
    Major: { respond: 4 * HOUR, restore: 24 * HOUR },
    Minor: { respond: 8 * HOUR, restore: 36 * HOUR },
  },
};

export const BUSINESS: Entitlement = {
  name: 'business',
  hours: { Critical: always, Major: always, Minor: office },
  targets: {
    Critical: { respond: 30 * MINUTE, restore: 4 * HOUR },
    Major: { respond: HOUR, restore: 8 * HOUR },
    Minor: { respond: 4 * HOUR, restore: 20 * HOUR },
  },
};

/** Severity is free text in TMF621; what we do not know is minor. */
export function severityOf(ticket: Resource): Severity {
  const said = text(ticket['severity'])?.toLowerCase();
  if (said === 'critical') return 'Critical';
  return said === 'major' ? 'Major' : 'Minor';
}

/** The party a ticket is about, the customer before others. */
export function customerOf(ticket: Resource): string | undefined {
  const parties = objects(ticket['relatedParty']);
  return text((parties.find(({ role }) => role === 'customer') ?? parties[0])?.['id']);
}

/** The products a ticket names. */
export function productsOf(ticket: Resource): string[] {
  const entities = objects(ticket['relatedEntity']).filter((one) => one['@referredType'] === 'Product' || one['role'] === 'product');
  return entities.flatMap(({ id }) => text(id) ?? []);
}

const UNITS: Readonly<Record<string, number>> = { minute: MINUTE, hour: HOUR };

/** Minutes or hours that a contract promises for a metric; undefined where it is silent. */
function promised(slas: readonly Resource[], metric: string): number | undefined {
  for (const rule of slas.flatMap((sla) => objects(sla['rule']))) {
    const unit = UNITS[text(rule['unit']) ?? ''];
    const value = Number(rule['referenceValue']);
    if (rule['metric'] === metric && unit !== undefined && value > 0) return value * unit;
  }
  return undefined;
}

function contracted({ hours, targets }: Entitlement, respond: number | undefined, restore: number | undefined): Entitlement {
  const of = (target: Target): Target => ({ respond: respond ?? target.respond, restore: restore ?? target.restore });
  return { name: 'contract', hours, targets: { Critical: of(targets.Critical), Major: of(targets.Major), Minor: of(targets.Minor) } };
}

async function segmentOf(reader: StoreReader, party: string | undefined): Promise<Entitlement> {
  if (party === undefined) return CONSUMER;
  const { rows } = await reader.list('customer', { where: [oneOf('engagedParty.id', party)], limit: 1 });
  const segment = objects(rows[0]?.body['characteristic']).find(({ name }) => name === 'segment')?.['value'];
  return segment === 'business' ? BUSINESS : CONSUMER;
}

/**
 * What the customer of a ticket may expect: the table of their segment, or what
 * a service level agreement on the product promises in rules for the metrics
 * `timeToRespond` and `timeToRestore` (unit `minute` or `hour`).
 */
export async function entitlementOf(reader: StoreReader, ticket: Resource): Promise<Entitlement> {
  const segment = await segmentOf(reader, customerOf(ticket));
  const products = productsOf(ticket);
  if (products.length === 0) return segment;
  const { rows } = await reader.list('sla', { where: [oneOf('relatedEntity.id', ...products), oneOf('state', 'active')], limit: 20 });
  const slas = rows.map(({ body }) => body);
  const [respond, restore] = [promised(slas, 'timeToRespond'), promised(slas, 'timeToRestore')];
  return respond === undefined && restore === undefined ? segment : contracted(segment, respond, restore);
}
