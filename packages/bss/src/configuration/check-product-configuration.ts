import type { Act } from '../nouns/noun.ts';
import { text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { task } from '../task/task.ts';
import { faultsOf, stateReasonOf } from './faults.ts';
import { alternative } from './mend.ts';
import { readShelf, type Shelf } from './shelf.ts';
import { choiceOf, configuredItem, withIds } from './task-items.ts';
import { treeOf } from './tree.ts';

async function checked(reader: StoreReader, shelf: Shelf, item: JsonObject, body: Resource): Promise<JsonObject> {
  const { alternateProductConfigurationProposal: _a, stateReason: _r, state: _s, ...asked } = item;
  const found = await configuredItem(reader, shelf, item, body);
  if ('reason' in found) return { ...asked, state: 'rejected', stateReason: [found.reason] };
  const { configured, given } = found;
  const faults = faultsOf(configured, shelf.now);
  if (faults.length === 0) return { ...asked, state: 'accepted' };
  const other = body['provideAlternatives'] === false ? undefined : alternative(shelf, configured, given);
  return {
    ...asked,
    state: 'rejected',
    stateReason: faults.map(stateReasonOf),
    ...(other && { alternateProductConfigurationProposal: [treeOf(shelf, other, text(item['id']) ?? '1')] }),
  };
}

async function check({ tx, now }: Act, body: Resource): Promise<JsonObject> {
  const asked = withIds(body['checkProductConfigurationItem'], 'CheckProductConfigurationItem');
  const shelf = await readShelf(tx, now, asked.map(choiceOf));
  const items: JsonObject[] = [];
  for (const item of asked) items.push(await checked(tx, shelf, item, body));
  return { state: items.length > 0 ? 'done' : 'terminatedWithError', checkProductConfigurationItem: items };
}

/** TMF760: can this be ordered as it was put together, and if not, what is wrong and what would do? */
export const checkProductConfigurationNoun = task({
  resource: 'checkProductConfiguration',
  attribute: 'state',
  start: 'acknowledged',
  running: 'inProgress',
  asked: 'creationDate',
  instant: 'instantSync',
  items: { attribute: 'checkProductConfigurationItem', most: 100 },
  prepare: (body) => ({ ...body, checkProductConfigurationItem: withIds(body['checkProductConfigurationItem'], 'CheckProductConfigurationItem') }),
  work: check,
});
