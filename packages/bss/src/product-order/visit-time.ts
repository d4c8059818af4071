import { cutOffOf } from '../appointment/slots.ts';
import { instant, type Json, objects } from '../simulator/course.ts';

/** Beyond it there are no calendars of ours. */
const LAST_YEAR = Date.UTC(9999, 0, 1);

/** Is it too late to send the technician of a line elsewhere? The same cut-off as for the visit itself. */
export function isRoundPlanned(item: Json, now: number): boolean {
  const [{ startDateTime, endDateTime } = {}] = objects(objects(item['appointment'])[0]?.['validFor']);
  const from = instant(startDateTime);
  return from > 0 && from < LAST_YEAR && now > cutOffOf({ from, to: instant(endDateTime) });
}
