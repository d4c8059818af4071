import type { Act } from '../nouns/noun.ts';
import { iso, type Json } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { DAY } from '../world/zone.ts';
import { delayed } from './exception.ts';
import { noted, without } from './item.ts';
import { reserved } from './reserve.ts';

/** Looks whether what was missing is in stock again; if not, looks again in a day, and the line is expected a day later. */
export async function restocked(act: Act, order: Resource, item: Json): Promise<Json> {
  const kept = await reserved(act, order, item, 'device');
  if (!kept) return delayed(item, DAY);
  const at = iso(act.now.getTime());
  return noted({ ...without(kept, 'awaitsStock', 'waitingFor'), state: 'inProgress' }, 'It is in stock again and kept for you.', at);
}
