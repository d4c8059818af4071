import type { LocalDate } from '@faceplate/contracts';
import type { Span } from '../calendar.ts';

/** What was recorded of a service. One without an end is still going on. */
export interface AvailabilityStretch {
  id: string;
  kind: 'outage' | 'degraded' | 'maintenance' | 'waiting-for-you' | 'no-data';
  from: Date;
  /** Absent while it lasts. */
  to?: Date | undefined;
  reason?: string | undefined;
  /** Of `degraded`: how much of an outage it was, in whole per cent, 1 to 100. Half as fast as promised may be 50. */
  weight?: number | undefined;
  /** Of `maintenance`: when it was announced. Absent: in good time. */
  announcedAt?: Date | undefined;
  /** Of `maintenance`: the customer agreed to it in a freeze period. */
  agreed?: boolean | undefined;
}

/** A part of some days of the week, by the clock on the wall. */
export interface OpenHours {
  /** 1 is Monday, 7 is Sunday. */
  days: readonly number[];
  /** Minutes after midnight; `to` is not in them any more, 1440 is the end of the day. */
  from: number;
  to: number;
}

/** When a promise counts at all. */
export interface ServiceCalendar {
  open: readonly OpenHours[];
  /** Local days on which it does not, whatever their weekday: public holidays. */
  closed?: readonly LocalDate[] | undefined;
}

/** What was promised, and by which rules it is judged. */
export interface ServiceLevelTerms {
  /** IANA zone in which days and months begin and end. */
  zone: string;
  /** Promised share of counted time, exact to seven digits after the point. */
  target: number;
  /** When the promise began and ended; the service is not judged outside. */
  since?: Date | undefined;
  until?: Date | undefined;
  /** Around the clock when absent. */
  calendar?: ServiceCalendar | undefined;
  /** Disturbances shorter than so many seconds do not count; those as long count whole. */
  minimumSeconds?: number | undefined;
  /** Planned work counts as planned only when it was announced so many seconds ahead. */
  noticeSeconds?: number | undefined;
  /** No planned work was to be done in these, unless the customer agreed. */
  freezes?: readonly Span[] | undefined;
  /** What time without data is: unknown (the default), or down. Never up. */
  gaps?: 'unknown' | 'down' | undefined;
}
