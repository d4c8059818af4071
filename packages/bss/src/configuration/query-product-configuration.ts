import type { Act } from '../nouns/noun.ts';
import { text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { task } from '../task/task.ts';
import { faultsOf, stateReasonOf } from './faults.ts';
import { readShelf, type Shelf } from './shelf.ts';
import { choiceOf, configuredItem, withIds } from './task-items.ts';
import { treeOf } from './tree.ts';

async function computed(reader: StoreReader, shelf: Shelf, item: JsonObject, body: Resource): Promise<JsonObject> {
  const id = text(item['id']) ?? '01';
  const answer = {
    '@type': 'QueryProductConfigurationItem',
    id,
    productConfigurationItemRelationship: [{ '@type': 'ProductConfigurationItemRelationship', id, role: 'requestItem' }],
    ...(item['contextItem'] !== undefined && { contextItem: item['contextItem'] }),
  };
  const found = await configuredItem(reader, shelf, item, body);
  if ('reason' in found) return { ...answer, state: 'rejected', stateReason: [found.reason] };
  const { configured } = found;
  const faults = faultsOf(configured, shelf.now);
  return {
    ...answer,
    state: faults.length === 0 ? 'accepted' : 'rejected',
    ...(faults.length > 0 && { stateReason: faults.map(stateReasonOf) }),
    productConfiguration: treeOf(shelf, configured, id),
  };
}

async function query({ tx, now }: Act, body: Resource): Promise<JsonObject> {
  const asked = withIds(body['requestProductConfigurationItem'], 'QueryProductConfigurationItem');
  const shelf = await readShelf(tx, now, asked.map(choiceOf));
  const items: JsonObject[] = [];
  for (const item of asked) items.push(await computed(tx, shelf, item, body));
  return { state: items.length > 0 ? 'done' : 'terminatedWithError', computedProductConfigurationItem: items };
}

/** TMF760: what can be chosen of an offering or a product, what is chosen so far, and what that costs. */
export const queryProductConfigurationNoun = task({
  resource: 'queryProductConfiguration',
  attribute: 'state',
  start: 'acknowledged',
  running: 'inProgress',
  asked: 'creationDate',
  instant: 'instantSync',
  items: { attribute: 'requestProductConfigurationItem', most: 100 },
  prepare: (body) => ({ ...body, requestProductConfigurationItem: withIds(body['requestProductConfigurationItem'], 'QueryProductConfigurationItem') }),
  work: query,
});
