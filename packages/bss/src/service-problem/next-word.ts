import { valueOf, withValues } from '../rules/characteristic.ts';
import { iso, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { isIncident } from './affected.ts';

/** We say how it goes at least this often. */
const EVERY = 60 * 60_000;
const OPEN = ['acknowledged', 'inProgress', 'pending', 'held'];

/** An incident with the instant of our next word on it: an hour after the last, unless who wrote it has set another; none when it is over. */
export function nextWord(problem: Resource, before: Resource | undefined, now: Date): Resource {
  if (!isIncident(problem)) return problem;
  const said = valueOf(problem['characteristic'], 'nextUpdate');
  const isSet = said !== undefined && said !== valueOf(before?.['characteristic'], 'nextUpdate');
  const open = OPEN.includes(text(problem['status']) ?? 'acknowledged');
  const nextUpdate = open ? (isSet ? said : iso(now.getTime() + EVERY)) : undefined;
  return { ...problem, characteristic: withValues(problem['characteristic'], { nextUpdate }) };
}
