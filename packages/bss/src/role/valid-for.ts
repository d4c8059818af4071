import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { invalidField } from '../surface/tmf-error.ts';

const instantIn = (span: Record<string, unknown> | undefined, end: string): number => (typeof span?.[end] === 'string' ? Date.parse(span[end]) : Number.NaN);

/** When a right or a role ends; Infinity where it has no end. */
export function endOf(body: Resource): number {
  const end = instantIn(objects(body['validFor'])[0], 'endDateTime');
  return Number.isNaN(end) ? Infinity : end;
}

/** Throws a 400 for a time that ends before it begins. */
export function refuseBackwards(body: Resource): void {
  const start = instantIn(objects(body['validFor'])[0], 'startDateTime');
  if (endOf(body) < start) throw invalidField('"validFor" must not end before it begins.');
}
