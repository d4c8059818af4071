import { instant } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';

/** So long after a fix its customer can say that it is none; then the ticket is closed. */
export const REOPEN_DAYS = 5;
const WINDOW = REOPEN_DAYS * 86_400_000;

/** A fixed ticket stays open to a "no, it is not" as long as it took to fix, at most five days; time flies in demonstrations. */
export function patience(ticket: Resource, step: number): number {
  const took = instant(ticket['resolutionDate']) - instant(ticket['creationDate']);
  return Math.min(Math.max(took, 2 * step), WINDOW);
}

/** Throws a 422 when a fix is doubted too late. */
export function refuseLateReopening(before: Resource, now: number): void {
  const ended = instant(before['resolutionDate']) + WINDOW;
  if (now > ended) {
    throw unprocessable(`This ticket could be reopened until ${new Date(ended).toISOString()}. Raise another one and name this one in it.`);
  }
}
