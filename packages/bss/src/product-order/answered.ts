import { sameJson } from '../rules/lifecycle.ts';
import type { Json } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { switching, waitsForSwitch } from './activation.ts';
import { hasAnswered, resumed } from './exception.ts';
import { leavesOf, OPERATOR, remade } from './item.ts';

const THANKS = 'Thank you, that is what we needed. We go on.';

/** Has the customer given what the line waits for: a note, a document, another address or number, another day, a visit? */
function isAnswered(was: Json, is: Json): boolean {
  if (hasAnswered(was, is, OPERATOR)) return true;
  return ['requestedCompletionDate', 'appointment', 'product'].some((name) => is[name] !== undefined && !sameJson(was[name], is[name]));
}

/** Lines that wait for the customer go on when they have answered, on the line or on the order as a whole. */
export function answered(before: Resource, after: Resource, now: Date): Resource {
  const were = new Map(leavesOf(before).map((item) => [String(item['id']), item]));
  const all = hasAnswered(before, after, OPERATOR);
  const items = remade(after, (item) => {
    const was = were.get(String(item['id']));
    if (!was || item['state'] !== 'pending' || item['waitingFor'] !== 'customer') return item;
    const began = switching(was, item, now);
    if (began) return began;
    if (waitsForSwitch(was)) return item;
    return all || isAnswered(was, item) ? resumed(item, THANKS, now) : item;
  });
  return { ...after, productOrderItem: items };
}
