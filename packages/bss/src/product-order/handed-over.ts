import type { Act } from '../nouns/noun.ts';
import type { Json } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { deliver } from './delivery.ts';
import { partsOf } from './item.ts';

/** The products of bundles whose last part has just come, whether by itself or because somebody says so. */
export async function handedOver(act: Act, before: Resource, after: Resource): Promise<Resource> {
  const were = new Map(partsOf(before).map((item) => [item['id'], item['state']]));
  const items: Json[] = [];
  for (const item of partsOf(after)) {
    const isNew = partsOf(item).length > 0 && item['state'] === 'completed' && were.get(item['id']) !== 'completed';
    items.push(isNew ? await deliver(act, after, item) : item);
  }
  return { ...after, productOrderItem: items };
}
