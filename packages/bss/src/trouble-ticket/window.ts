import { valueOf, withValues } from '../rules/characteristic.ts';
import { instant, iso } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';

/** So long after a fix its customer can say that it is none; then the ticket is closed. */
export const REOPEN_DAYS = 5;
const WINDOW = REOPEN_DAYS * 86_400_000;

const LIST = 'troubleTicketCharacteristic';

/** What the simulator fixes stays open to a "no, it is not" as long as it took to fix, at most five days: time flies in demonstrations. Milliseconds. */
export const patience = (ticket: Resource, now: number, step: number): number => Math.min(Math.max(now - instant(ticket['creationDate']), 2 * step), WINDOW);

/** Until when a fix can be doubted. */
export const reopenUntil = (ticket: Resource): number => instant(valueOf(ticket[LIST], 'reopenUntil')) || instant(ticket['resolutionDate']) + WINDOW;

/** A fix with the end of its window: five days, or as long as was said with it. */
export function withWindow(ticket: Resource): Resource {
  const said = Number(valueOf(ticket[LIST], 'patience'));
  const length = Number.isFinite(said) && said > 0 ? Math.min(said, WINDOW) : WINDOW;
  return { ...ticket, [LIST]: withValues(ticket[LIST], { patience: undefined, reopenUntil: iso(instant(ticket['resolutionDate']) + length) }) };
}

/** Throws a 422 when a fix is doubted too late. */
export function refuseLateReopening(before: Resource, now: number): void {
  const ended = reopenUntil(before);
  if (now > ended) {
    throw unprocessable(`This ticket could be reopened until ${new Date(ended).toISOString()}. Raise another one and name this one in it.`);
  }
}
