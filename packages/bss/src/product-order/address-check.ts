import type { Act } from '../nouns/noun.ts';
import { isFault } from '../qualification/judge.ts';
import { orderVerdicts } from '../qualification/qualify-order.ts';
import type { ReasonCode } from '../qualification/reason.ts';
import type { Json } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import type { Need } from './exception.ts';

/** What no technician can help with. A flat or a house number that we do not know they find out. */
const IMPOSSIBLE: readonly ReasonCode[] = ['notServed', 'speedNotReached', 'noCapacity'];

/** Why a line cannot come to its address, and what would work there; undefined when it can. */
export async function addressProblem({ tx, now }: Act, order: Resource, item: Json): Promise<Need | undefined> {
  const [verdict] = await orderVerdicts(tx, { ...order, productOrderItem: [item] }, now);
  if (!verdict || isFault(verdict)) return undefined;
  const found = verdict.reasons.find(({ code }) => IMPOSSIBLE.includes(code));
  return found && { kind: 'address', text: `${found.label} ${found.remedy.label}` };
}
