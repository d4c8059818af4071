import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { wayTo } from '../rules/way.ts';
import { change, iso, type Json, objects, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { idOf } from '../world/random.ts';

/** What runs behind each line of business; a device runs by itself. */
const SPECIFICATIONS: Readonly<Record<string, string>> = {
  mobile: 'Mobile line',
  fixed: 'Internet line',
  tv: 'Television',
  other: 'Option',
};

const SERVICE_STATES: Readonly<Record<string, string>> = { active: 'active', suspended: 'inactive', terminated: 'terminated' };
export const OPERATING: Readonly<Record<string, string>> = { active: 'running', inactive: 'stopped', terminated: 'stopped' };

export const serviceId = (productId: string): string => idOf(`service/${productId}`);

const fact = (product: Resource, name: string) => text(objects(product['productCharacteristic']).find((one) => one['name'] === name)?.['value']);

/** The service that realises a product; undefined for what needs none. `resources`: what it stands on, from stock. */
export function serviceFor(product: Resource, resources: readonly Json[] = []): Resource | undefined {
  const line = fact(product, 'lineOfBusiness') ?? 'other';
  const specification = SPECIFICATIONS[line];
  const state = SERVICE_STATES[String(product['status'])];
  if (!specification || !state || product['isBundle'] === true) return undefined;
  const { path, type } = definitionOf('service');
  const id = serviceId(product.id);
  const identifier = fact(product, 'identifier');
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    name: `${specification}: ${String(product['name'])}`,
    category: 'CFS',
    serviceType: line,
    state,
    operatingStatus: OPERATING[state],
    isServiceEnabled: state === 'active',
    hasStarted: true,
    startDate: product['startDate'],
    serviceDate: product['startDate'],
    ...(product['terminationDate'] !== undefined && { endDate: product['terminationDate'] }),
    serviceSpecification: { id: idOf(`serviceSpecification/${line}`), name: specification },
    relatedParty: product['relatedParty'],
    relatedEntity: [{ id: product.id, href: product.href, name: product['name'], role: 'realizes', '@referredType': 'Product' }],
    serviceCharacteristic: identifier === undefined ? [] : [{ name: 'identifier', valueType: 'string', value: identifier }],
    ...(resources.length > 0 && { supportingResource: resources }),
  };
}

export const serviceRef = ({ id, href, name }: Resource): Json => ({ id, href, name, '@referredType': 'Service' });

/** Puts what runs behind a product into the service inventory; the product with a reference to it. Doing it twice does it once. */
export async function realized({ tx, now }: Act, product: Resource, resources: readonly Json[]): Promise<Resource> {
  const service = serviceFor(product, resources);
  if (!service) return product;
  if (!(await tx.get('service', service.id))) await save(tx, 'service', service, now);
  return { ...product, realizingService: [serviceRef(service)] };
}

/** What runs behind a product is switched off and on with it. */
export async function follow({ tx, now }: Act, product: Resource): Promise<void> {
  const state = SERVICE_STATES[String(product['status'])];
  if (state === undefined) return;
  for (const reference of objects(product['realizingService'])) {
    const service = (await tx.get('service', String(reference['id'])))?.body;
    if (service && service['state'] !== state) await switched({ tx, now }, service, state);
  }
}

/** TMF638 has no way from inactive to terminated: what ends while it is off is on for a moment. */
async function switched({ tx, now }: Act, service: Resource, wanted: string): Promise<void> {
  let at = service;
  for (const state of wayTo(definitionOf('service').lifecycle?.moves ?? {}, String(service['state']), wanted) ?? []) {
    const end = state === 'terminated' ? { endDate: iso(now.getTime()) } : {};
    at = await change(tx, 'service', at, { state, operatingStatus: OPERATING[state], isServiceEnabled: state === 'active', ...end }, now.getTime());
  }
}
