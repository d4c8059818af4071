import { type Json, objects } from '../simulator/course.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { offeringOf } from './kind.ts';
import { partsOf } from './item.ts';

const LINES: Readonly<Record<string, string>> = { Mobile: 'mobile', Fixed: 'fixed', TV: 'tv', Devices: 'device' };

async function partOf(tx: StoreTransaction, item: Json, reference: Json, index: number): Promise<Json[]> {
  const offering = await tx.get('productOffering', String(reference['id']));
  if (!offering) return [];
  const { id, name, category } = offering.body;
  const line = LINES[String(objects(category)[0]?.['name'])] ?? 'other';
  return [{
    id: `${String(item['id'])}.${index + 1}`,
    action: item['action'],
    quantity: item['quantity'] ?? 1,
    state: 'acknowledged',
    isBundled: true,
    productOffering: { id, name, '@referredType': 'ProductOffering' },
    product: { ...placeOf(item), name, productCharacteristic: [{ name: 'lineOfBusiness', valueType: 'string', value: line }] },
    ...(item['requestedCompletionDate'] !== undefined && { requestedCompletionDate: item['requestedCompletionDate'] }),
  }];
}

function placeOf(item: Json): Json {
  const place = objects(item['product'])[0]?.['place'];
  return place === undefined ? {} : { place };
}

/** A new line for a bundle holds a line for each thing in it: each comes in its own time and way. The price stays with the bundle. */
async function unbundled(tx: StoreTransaction, item: Json): Promise<Json> {
  if (item['action'] !== 'add' || partsOf(item).length > 0) return item;
  const offering = await offeringOf({ tx }, item);
  if (offering?.['isBundle'] !== true) return item;
  const parts: Json[] = [];
  for (const [index, reference] of objects(offering['bundledProductOffering']).entries()) parts.push(...(await partOf(tx, item, reference, index)));
  return parts.length > 1 ? { ...item, productOrderItem: parts } : item;
}

export async function withParts(tx: StoreTransaction, order: Resource): Promise<Resource> {
  const items: Json[] = [];
  for (const item of partsOf(order)) items.push(await unbundled(tx, item));
  return { ...order, productOrderItem: items };
}
