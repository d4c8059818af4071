import { type Json, objects, text } from '../simulator/course.ts';
import { invalidField } from '../surface/tmf-error.ts';
import { type Slot } from './slots.ts';

/** The instants of a TMF TimePeriod; undefined unless both are there. Throws 400 when they are no instants or in the wrong order. */
export function periodOf(value: unknown): Slot | undefined {
  const [period] = objects(value);
  const start = text(period?.['startDateTime']);
  const end = text(period?.['endDateTime']);
  if (start === undefined || end === undefined) return undefined;
  const from = Date.parse(start);
  const to = Date.parse(end);
  if (Number.isNaN(from) || Number.isNaN(to)) throw invalidField('"validFor" must hold date-times, like 2026-11-24T09:00:00.000Z.');
  if (from > to) throw invalidField('"validFor" must end after it begins.');
  return { from, to };
}

export const period = ({ from, to }: Slot): Json => ({ startDateTime: new Date(from).toISOString(), endDateTime: new Date(to).toISOString() });
