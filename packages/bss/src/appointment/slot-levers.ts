import type { Lever } from '../nouns/noun.ts';
import { iso } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import { conflict, invalidField } from '../surface/tmf-error.ts';
import { forgetPast, freeCrew, nextFree, takeCrew } from './capacity.ts';
import { inWords, slotAt } from './slots.ts';
import { HOUR } from '../world/zone.ts';

const HOLDER = 'sim';

/** A slot named by when it begins: two hours long, or three on a Saturday. */
function slotFrom(start: number) {
  const slot = slotAt(start, start + 2 * HOUR) ?? slotAt(start, start + 3 * HOUR);
  if (!slot) throw invalidField('"from" must be the instant at which a slot begins; searchTimeSlot shows them.');
  return slot;
}

export const slotLevers: readonly Lever[] = [
  {
    path: 'slots/fill',
    summary: 'Leaves a slot with room for so many more visits in an area (the first two digits of the postcode); none unless told.',
    body: { area: 'text', from: 'instant', leave: 'integer' },
    optional: ['leave'],
    pull: async ({ tx, now }, { body }) => {
      const area = String(body['area']);
      const slot = slotFrom(Date.parse(String(body['from'])));
      await forgetPast(tx, area, now.getTime());
      const taken: string[] = [];
      for (let n = 0, key = await takeCrew(tx, area, slot, `${HOLDER}-0`); key; n += 1, key = await takeCrew(tx, area, slot, `${HOLDER}-${n}`)) taken.push(key);
      const leave = Math.min(Math.max(Number(body['leave'] ?? 0), 0), taken.length);
      for (const key of taken.slice(taken.length - leave)) await freeCrew(tx, area, key);
      const free = await nextFree(tx, area, now.getTime(), slot.from);
      return { area, from: iso(slot.from), taken: taken.length - leave, left: leave, nextFree: free.map(inWords) };
    },
  },
  {
    path: 'appointments/:id/plan',
    summary: 'Plans the rounds of the day of a visit now: from here on it can be neither moved nor cancelled.',
    pull: async ({ tx, now }, { params }) => {
      const visit = (await tx.get('appointment', params['id'] ?? ''))?.body;
      if (visit?.['status'] !== 'confirmed') throw conflict('There is no such visit, or nobody has booked it.');
      const changeUntil = iso(now.getTime() - 1000);
      await save(tx, 'appointment', { ...visit, changeUntil }, now);
      return { id: visit.id, changeUntil };
    },
  },
];
