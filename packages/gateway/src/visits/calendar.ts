import type { Visit } from '@faceplate/contracts';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

interface Told {
  title: string;
  operator: string;
  /** Where the visit is looked at and moved. */
  url: string;
  now: Date;
}

/**
 * A visit as a calendar file (RFC 5545). Its UID is the visit's own and its SEQUENCE grows with every move, so that a calendar
 * that takes the file again moves the entry it has.
 */
export function calendarOf(visit: Visit, { title, operator, url, now }: Told): string {
  const calendar = ical({ prodId: { company: operator, product: 'Faceplate' }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `visit-${visit.id}`,
    sequence: visit.history.length + (visit.state === 'cancelled' ? 1 : 0),
    stamp: now,
    start: new Date(visit.from),
    end: new Date(visit.to),
    summary: title,
    url,
    status: visit.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(visit.place !== undefined && { location: visit.place }),
    ...(visit.wishes?.notes !== undefined && { description: visit.wishes.notes }),
  });
  return calendar.toString();
}
