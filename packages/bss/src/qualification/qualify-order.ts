import type { Resource, StoreReader } from '../store/store.ts';
import { askedItems } from './asked.ts';
import { judge, type Judgement } from './judge.ts';
import { partiesIn } from './parties.ts';

/**
 * What speaks against the items of an order or a cart (TMF622, TMF663; stored form), each judged beside the others and
 * beside what the customer owns. Refuses nothing: where it bites is for the order to say.
 */
export async function orderVerdicts(reader: StoreReader, body: Resource, now: Date): Promise<Judgement[]> {
  const items = body['productOrderItem'] ?? body['cartItem'];
  return judge(reader, { items: askedItems(items, body['place']), parties: partiesIn(body['relatedParty']) }, now);
}
