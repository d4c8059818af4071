import { change, type Course, instant, oneOf } from '../simulator/course.ts';
import { release } from './booking.ts';

/** A visit that nobody confirmed in time is given to others. */
export const holds: Course = {
  resource: 'appointment',
  open: [oneOf('status', 'initialized')],
  isDue: ({ holdUntil }, { now }) => holdUntil !== undefined && instant(holdUntil) <= now,
  advance: async (tx, appointment, { now }) => {
    await release({ tx, now: new Date(now) }, appointment);
    await change(tx, 'appointment', appointment, { status: 'cancelled', description: 'Nobody confirmed this visit in time.' }, now);
  },
};
