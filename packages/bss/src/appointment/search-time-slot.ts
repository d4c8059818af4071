import type { Act, Noun } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { iso, objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { DAY } from '../world/zone.ts';
import { areaOf } from './area.ts';
import { freeSlots, nextFree } from './capacity.ts';
import { firstBookable, HORIZON, inWords, type Slot } from './slots.ts';
import { period, periodOf } from './time.ts';

/** Days looked through when no time is asked for. */
const USUAL_DAYS = 14;
/** More slots than this nobody reads. */
const MOST_SLOTS = 60;

const offered = (slot: Slot) => ({ id: iso(slot.from), validFor: period(slot), '@type': 'TimeSlot' });

/** When the customer could be there, cut to what can be booked at all. */
function windowsOf({ requestedTimeSlot }: Resource, now: number): Slot[] {
  const first = firstBookable(now);
  const last = first + HORIZON * DAY;
  const asked = objects(requestedTimeSlot).flatMap(({ validFor }) => periodOf(validFor) ?? []);
  if (asked.length === 0) return [{ from: first, to: first + USUAL_DAYS * DAY }];
  return asked.map(({ from, to }) => ({ from: Math.max(from, first), to: Math.min(to, last) }));
}

/** Answers at once with the slots that are free. */
async function searched({ tx, now }: Act, body: Resource): Promise<Resource> {
  const area = await areaOf(tx, body);
  const found = new Map<number, Slot>();
  for (const { from, to } of windowsOf(body, now.getTime())) {
    for (const slot of await freeSlots(tx, area, from, to)) found.set(slot.from, slot);
  }
  const slots = [...found.values()].toSorted((one, other) => one.from - other.from).slice(0, MOST_SLOTS);
  return { ...body, status: 'done', searchResult: await summary({ tx, now }, area, slots), availableTimeSlot: slots.map(offered) };
}

async function summary({ tx, now }: Act, area: string, slots: readonly Slot[]): Promise<string> {
  if (slots.length > 0) return 'success';
  const [next] = await nextFree(tx, area, now.getTime(), 0, 1);
  return next ? `No visit is free at these times. The next one is ${inWords(next)}.` : 'No visit is free in the next six weeks.';
}

const WISHES = ['requestedTimeSlot', 'relatedPlace', 'relatedParty'];

/** TMF646: which visits are free where and when somebody asks. */
export const searchTimeSlotNoun: Noun = {
  resource: 'searchTimeSlot',
  creating: searched,
  changing: async (act, before, after) => (WISHES.some((name) => !sameJson(before[name], after[name])) ? searched(act, after) : after),
};
