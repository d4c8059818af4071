import { objects, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { type Choice, choiceIn } from './choice.ts';
import { configure, type Configured, type Given } from './configured.ts';
import { existing, type Shelf } from './shelf.ts';

/** Items with an id and v5's class each, whatever was sent. */
export function withIds(items: unknown, type: string): JsonObject[] {
  return objects(items).map((item, index) => ({ '@type': type, ...item, id: text(item['id']) ?? String(index + 1).padStart(2, '0') }));
}

/** What a guide has found out before (`contextCharacteristic`), by name. */
function contextIn(body: Resource): Map<string, unknown> {
  const pairs = objects(body['contextCharacteristic']).flatMap((one): [string, unknown][] => {
    const name = text(one['name']);
    return name === undefined || one['value'] === undefined ? [] : [[name, one['value']]];
  });
  return new Map(pairs);
}

/** Why there is nothing to configure. */
function unreadable({ offeringId, productId }: Choice): JsonObject {
  const label =
    offeringId !== undefined
      ? `There is no offering "${offeringId}".`
      : productId !== undefined
        ? `There is no product "${productId}" with an offering behind it.`
        : 'Nothing is named that could be configured.';
  const remedy = { action: 'change', label: 'Name the offering: productConfiguration.productOffering.id, or the product to change: product.id.' };
  return { '@type': 'StateReason', code: 'nothingToConfigure', label, remedy };
}

export const choiceOf = (item: JsonObject): Choice => choiceIn(objects(item['productConfiguration'])[0] ?? {});

/** What an item asks for, as it stands; or the reason why there is nothing to configure. */
export async function configuredItem(
  reader: StoreReader,
  shelf: Shelf,
  item: JsonObject,
  body: Resource,
): Promise<{ configured: Configured; given: Given } | { reason: JsonObject }> {
  const choice = choiceOf(item);
  const owned = await existing(reader, choice, shelf);
  const offering = shelf.catalogue.offerings.get(choice.offeringId ?? owned?.owned.offering?.id ?? '');
  if (!offering) return { reason: unreadable(choice) };
  const given: Given = { existing: owned, context: contextIn(body) };
  return { configured: configure(shelf, offering, choice, given), given };
}
