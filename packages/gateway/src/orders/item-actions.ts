import type { ItemActions, May, Stage, Visit } from '@faceplate/contracts';
import { isFinal } from '@faceplate/domain';
import { records, text } from '../tmf/read.ts';
import { mayActivate } from './activation.adapter.ts';
import type { TmfBody } from '../upstream/types.ts';

interface Known {
  stage: Stage;
  visit?: Visit | undefined;
  now: Date;
  /** Of what cancelling costs. */
  currency: string;
}

/** The code is for pages that speak more languages than we do. */
const no = (code: string, reason: string, remedy?: string): May => ({ allowed: false, code, reason, ...(remedy !== undefined && { remedy }) });

const CALL = 'Call us, or write to us about this order.';

/** Why nothing of the line can change any more; `undefined` while it can. */
function ended(item: TmfBody, { stage, visit, now }: Known): May | undefined {
  if (stage === 'done') return no('delivered', 'It has been delivered.', 'You can change or end the product itself.');
  if (isFinal(stage)) return no('ended', 'It was ended.', 'Order it again.');
  if (['assessingCancellation', 'pendingCancellation'].includes(text(item, 'state') ?? '')) return no('leaving', 'Cancelling it is being looked into.', 'Wait for the answer.');
  if (isPastReturn(item)) return no('begun', 'The work on it has begun.', CALL);
  const until = visit?.changeUntil;
  return until !== undefined && Date.parse(until) <= now.getTime() ? no('planned', 'The technician’s day is planned.', CALL) : undefined;
}

const isPastReturn = (item: TmfBody): boolean => records(item, 'milestone').some((step) => text(step, 'name') === 'in-progress' && text(step, 'status') === 'Completed');

/**
 * What can be done to a line now. A server that says more says it when it is asked: these are the rules that TMF622 leaves to
 * everybody, told beforehand, so that nothing is offered that cannot be.
 */
export function actionsOf(item: TmfBody, known: Known): ItemActions {
  const activate = mayActivate(item);
  return { ...changesOf(item, known), ...(activate && { activate }) };
}

function changesOf(item: TmfBody, known: Known): ItemActions {
  const over = ended(item, known);
  if (over) return { date: over, quantity: over, place: over, contact: over, cancel: over };
  const until = known.visit?.changeUntil;
  const open: May = { allowed: true, ...(until !== undefined && { until }) };
  const isWork = (text(item, 'action') ?? 'add') === 'add';
  const isKept = records(item, 'reserved').length > 0;
  return {
    date: known.visit ? no('visit', 'A technician comes for it.', 'Move the visit to another time.') : open,
    quantity: isKept ? no('kept', 'It is kept for you as it was ordered.', 'Cancel the line and order the quantity you need.') : isWork ? open : no('nothing-delivered', 'Nothing is delivered with it.'),
    place: isWork ? open : no('no-place', 'It has no place of its own.'),
    contact: known.visit ? open : no('no-visit', 'Nobody has to come for it.'),
    // What has not begun costs nothing to call off.
    cancel: { ...open, cost: { amount: 0, currency: known.currency } },
  };
}
