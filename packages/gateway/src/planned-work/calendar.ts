import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { KnownWork } from './planned-work.ts';

interface Told {
  operator: string;
  /** Where it is looked at, and objected to. */
  url: string;
  now: Date;
}

/** How often a program that subscribes may ask: calendars that heed it come once an hour. */
const EVERY_SECONDS = 3_600;

/**
 * Planned work as a calendar (RFC 5545). Each piece has a UID of its own, and a SEQUENCE that is never smaller than before: the
 * seconds from its announcement to its last change. So a calendar that reads it again moves, or strikes out, what it has; the
 * same facts are the same bytes.
 */
export function workCalendar(works: readonly KnownWork[], { operator, url, now }: Told): string {
  const calendar = ical({ name: `${operator}: planned work`, prodId: { company: operator, product: 'Faceplate' }, method: ICalCalendarMethod.PUBLISH, ttl: EVERY_SECONDS });
  for (const { work, changedAt } of works) {
    const { id, title, text: description, from, to, services, announcedAt, state } = work;
    const changed = changedAt === undefined ? now : new Date(changedAt);
    calendar.createEvent({
      id: `work-${id}`,
      sequence: Math.max(0, Math.round((changed.getTime() - Date.parse(announcedAt ?? changed.toISOString())) / 1000)),
      stamp: changed,
      lastModified: changed,
      start: new Date(from),
      end: new Date(to),
      summary: `${operator}: ${title}`,
      description: [description, ...services.map(({ name }) => name)].filter((line) => line !== undefined).join('\n'),
      url,
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
