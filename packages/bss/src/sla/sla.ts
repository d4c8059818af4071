import { addMonths, localMonth, monthBounds } from '@faceplate/domain/calendar';
import type { Act, Noun } from '../nouns/noun.ts';
import { type Course, instant, oneOf, type Pace } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { ZONE } from '../world/zone.ts';
import { agreementsOf } from './agreement.ts';
import { generalTerms } from './credit.ts';
import { sampling } from './sampling.ts';
import { judged } from './violation.ts';

/** Up to where the months of an agreement have been judged; one without is judged from the month before this. */
function judgedUntil(sla: Resource, now: number): number {
  const known = instant(sla['assessedUntil']);
  return known > 0 ? known : monthBounds(addMonths(localMonth(now, ZONE), -1), ZONE).from.getTime();
}

const nextMonth = (sla: Resource, now: number): string => localMonth(judgedUntil(sla, now), ZONE);

/** When a month ends, every promise in it is judged. */
async function advance(tx: StoreTransaction, sla: Resource, { now }: Pace): Promise<void> {
  const act = { tx, now: new Date(now) };
  const month = nextMonth(sla, now);
  for (const agreement of agreementsOf(sla)) await judged(act, agreement, month);
  await save(tx, 'sla', { ...sla, assessedUntil: monthBounds(month, ZONE).to.toISOString() }, act.now);
}

const monthEnd: Course = {
  resource: 'sla',
  open: [oneOf('state', 'active')],
  isDue: (sla, { now }) => agreementsOf(sla).length > 0 && now >= monthBounds(nextMonth(sla, now), ZONE).to.getTime(),
  advance,
};

/** An outage is over: where nothing that is still to come can save the month, that is written down now. */
export async function reviewed(act: Act, products: readonly string[]): Promise<Resource[]> {
  const found: Resource[] = [];
  const month = localMonth(act.now.getTime(), ZONE);
  for (let start = 0; start < products.length; start += 100) {
    const some = products.slice(start, start + 100);
    const { rows } = await act.tx.list('sla', { where: [oneOf('relatedEntity.id', ...some), oneOf('state', 'active')] });
    const hit = rows.flatMap(({ body }) => agreementsOf(body)).filter(({ product }) => some.includes(String(product['id'])));
    for (const agreement of hit) {
      const violation = await judged(act, agreement, month);
      if (violation) found.push(violation);
    }
  }
  return found;
}

/** A new promise of availability without terms of its own goes by our general ones, and says so. */
const withTerms = (sla: Resource): Resource => (sla['creditTerms'] === undefined && agreementsOf(sla).length > 0 ? { ...sla, creditTerms: generalTerms() } : sla);

/** TMF623-shaped: promises, judged at the end of each month. A new one is not judged for what was before it. */
export const slaNoun: Noun = {
  resource: 'sla',
  creating: async ({ now }, body) => ({ ...withTerms(body), assessedUntil: monthBounds(localMonth(now, ZONE), ZONE).from.toISOString() }),
  courses: [monthEnd],
  levers: [sampling],
};
