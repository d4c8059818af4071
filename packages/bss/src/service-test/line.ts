import { objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';

/** How a line is at the moment, as our network sees it. */
export interface LineState {
  product: Resource;
  condition: 'good' | 'degraded' | 'down' | 'maintenance';
  /** `mobile`, `fixed`, `tv`, … */
  kind: string;
  /** Promised, in Mbit/s. */
  download: number;
  upload: number;
  /** What goes on, where it is not good. */
  trouble?: string | undefined;
}

const HOME = { download: 50, upload: 10 };

/** The product behind a service: what the service realises, or a product asked about by its own id. */
async function productOf(reader: StoreReader, id: string): Promise<Resource | undefined> {
  const service = await reader.get('service', id);
  const realised = objects(service?.body['relatedEntity']).find((one) => one['@referredType'] === 'Product')?.['id'];
  return (await reader.get('product', text(realised) ?? id))?.body;
}

async function promised(reader: StoreReader, product: Resource): Promise<{ download: number; upload: number }> {
  const offering = await reader.get('productOffering', text(objects(product['productOffering'])[0]?.['id']) ?? '');
  const value = (name: string) => {
    const use = objects(offering?.body['prodSpecCharValueUse']).find((one) => one['name'] === name);
    return Number(objects(use?.['productSpecCharacteristicValue'])[0]?.['value']);
  };
  return { download: value('Download') || HOME.download, upload: value('Upload') || HOME.upload };
}

const isOpen = (interval: Resource): boolean => objects(interval['validFor'])[0]?.['endDateTime'] === undefined;

/** An open outage takes a line down; a lesser incident without one only slows it. */
async function troubleOn(reader: StoreReader, product: Resource): Promise<Pick<LineState, 'condition' | 'trouble'>> {
  const where = [oneOf('relatedEntity.id', product.id)];
  const open = (await reader.list('availabilityInterval', { where })).rows.map(({ body }) => body).filter(isOpen);
  const worst = open.find(({ state }) => state === 'outage') ?? open.find(({ state }) => state === 'maintenance');
  if (worst) return { condition: worst['state'] === 'outage' ? 'down' : 'maintenance', trouble: text(worst['description']) };
  const problems = await reader.list('serviceProblem', { where: [...where, oneOf('status', 'acknowledged', 'inProgress', 'pending', 'held')] });
  const known = problems.rows.map(({ body }) => body).find(({ category }) => category !== 'plannedMaintenance');
  return known ? { condition: 'degraded', trouble: text(known['description']) } : { condition: 'good' };
}

/** How the line behind a service stands; undefined where we know no such line. */
export async function lineOf(reader: StoreReader, serviceId: string): Promise<LineState | undefined> {
  const product = await productOf(reader, serviceId);
  if (!product) return undefined;
  const characteristics = objects(product['productCharacteristic']);
  const kind = text(characteristics.find(({ name }) => name === 'lineOfBusiness')?.['value']) ?? 'fixed';
  return { product, kind, ...(await promised(reader, product)), ...(await troubleOn(reader, product)) };
}
