import { sameJson } from '../rules/lifecycle.ts';
import { instant, iso, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { conflict, invalidField, unprocessable } from '../surface/tmf-error.ts';
import { DAY } from '../world/zone.ts';
import { guardedActivation } from './activation.ts';
import { delayed } from './exception.ts';
import { isRoundPlanned } from './visit-time.ts';
import { isOver, isPastReturn, ITEM_MOVES, linesOf, milestonesOf, noted, stateOf } from './item.ts';

/** What we write on a line; a line sent back without it has it still. */
const OURS = [
  'state', 'milestone', 'note', 'expectedCompletionDate', 'requestedCompletionDate', 'waitingFor', 'informationRequired', 'informationProvided',
  'appointment', 'needsVisit', 'reserved', 'awaitsStock', 'awaitsNumber', 'isBundled', 'cancellation', 'cancellationRefused',
  'needsActivation', 'activationFault', 'productOrderItem',
];

/** Milliseconds ahead that a line can be asked for. */
const FURTHEST = 730 * DAY;

const nameOf = (item: Json) => text(objects(item['product'])[0]?.['name']) ?? `Line ${String(item['id'])}`;
const placeOf = (item: Json) => objects(item['product'])[0]?.['place'];

function kept(before: Json, after: Json): Json {
  const missing = OURS.filter((name) => after[name] === undefined && before[name] !== undefined);
  return { ...Object.fromEntries(missing.map((name) => [name, before[name]])), ...after };
}

function refuseMove(before: Json, after: Json): void {
  const from = stateOf(before);
  const to = after['state'];
  // A line inside a line may have been stored without a state of its own.
  if (from === to || before['state'] === to) return;
  if (typeof to !== 'string' || !Object.hasOwn(ITEM_MOVES, to)) throw invalidField(`"productOrderItem.state" must be one of: ${Object.keys(ITEM_MOVES).join(', ')}.`);
  const legal = ITEM_MOVES[from];
  if (legal && !legal.includes(to)) throw conflict(`${nameOf(before)} cannot go from ${from} to ${to}.`);
}

/** What of a line cannot change any more, in words for people; undefined when everything can. */
function refuseLate(before: Json, after: Json, now: Date): void {
  const isPlanned = isRoundPlanned(before, now.getTime());
  if (!isPastReturn(before) && !isPlanned) return;
  const facts: [string, unknown, unknown][] = [
    ['quantity', before['quantity'], after['quantity']],
    ['date', before['requestedCompletionDate'], after['requestedCompletionDate']],
    ['place', placeOf(before), placeOf(after)],
    ['action', before['action'], after['action']],
    ['offer', before['productOffering'], after['productOffering']],
  ];
  const late = facts.find(([, was, is]) => !sameJson(was, is));
  if (!late) return;
  const begun = isPlanned ? "the technician's day is planned" : 'the work on it has begun';
  const why = isOver(before) ? `it is ${stateOf(before)}` : begun;
  throw conflict(`The ${late[0]} of ${nameOf(before)} can no longer change: ${why}.`);
}

function refuseOver(before: Json, after: Json): void {
  if (!isOver(before)) return;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].find((name) => name !== 'note' && !sameJson(before[name], after[name]));
  if (changed !== undefined) throw conflict(`"${changed}" of ${nameOf(before)} can no longer change: it is ${stateOf(before)}.`);
}

function refuseQuantity(before: Json, after: Json): void {
  const { quantity } = after;
  if (sameJson(before['quantity'], quantity) || quantity === undefined) return;
  if (!Number.isInteger(quantity) || Number(quantity) < 1 || Number(quantity) > 10_000) throw invalidField('"quantity" must be a whole number from 1 to 10000.');
  if (objects(before['reserved']).length > 0) throw unprocessable(`${nameOf(before)} is kept in stock as it was ordered. Cancel the line and order the quantity you need.`);
}

/** A later day the customer has asked for moves what is ahead; an earlier one than we can keep is refused. */
function redated(before: Json, after: Json, now: Date): Json {
  const wish = after['requestedCompletionDate'];
  if (sameJson(before['requestedCompletionDate'], wish) || milestonesOf(before).length === 0) return after;
  if (instant(wish) === 0) throw invalidField('"requestedCompletionDate" must be a date-time, like 2026-12-01T10:00:00.000Z.');
  if (objects(before['appointment']).length > 0) {
    throw unprocessable(`A technician comes for ${nameOf(before)}. Move the visit (appointment ${String(objects(before['appointment'])[0]?.['id'])}) to another time.`);
  }
  const expected = instant(before['expectedCompletionDate']);
  if (instant(wish) > now.getTime() + FURTHEST) throw unprocessable('We plan two years ahead. Choose an earlier day.');
  if (instant(wish) < expected) throw unprocessable(`${nameOf(before)} cannot be ready before ${iso(expected)}.`);
  return noted(delayed(after, instant(wish) - expected), 'You asked for a later day.', iso(now.getTime()));
}

/** Only those who have to approve let a line go on that waits for them. */
function refuseShortCut(order: Resource, before: Json, after: Json): void {
  if (order['approvalProcess'] === undefined || before['waitingFor'] !== 'company' || before['state'] !== 'pending') return;
  const isLet = after['waitingFor'] !== 'company' || ['inProgress', 'partial'].includes(stateOf(after));
  if (isLet && stateOf(after) !== 'cancelled') throw conflict(`${nameOf(before)} waits for an approval. Decide its task, or cancel the order.`);
}

function guarded(order: Resource, before: Json, after: Json, now: Date): Json {
  const line = guardedActivation(before, kept(before, after));
  refuseShortCut(order, before, line);
  refuseOver(before, line);
  refuseMove(before, line);
  refuseLate(before, line, now);
  refuseQuantity(before, line);
  return redated(before, line, now);
}

/** An order nobody has looked at yet may still get other lines; then a line leaves only by being cancelled. */
function refuseRegrouping(before: Resource, after: Resource): void {
  const planned = linesOf(before).filter((item) => milestonesOf(item).length > 0 || stateOf(item) !== 'acknowledged');
  if (planned.length === 0) return;
  const idsOf = (order: Resource) => new Set(linesOf(order).map(({ id }) => String(id)));
  const [was, is] = [idsOf(before), idsOf(after)];
  const gone = [...was].find((id) => !is.has(id));
  if (gone !== undefined) throw conflict(`Line ${gone} cannot be taken out of the order any more. Cancel it instead.`);
  const fresh = [...is].find((id) => !was.has(id));
  if (fresh !== undefined) throw conflict(`Line ${fresh} cannot be added: the order is being worked on. Place another order.`);
}

/** The lines of an order as a caller leaves them. Throws what is wrong with that: 400, 409 or 422. */
export function guardedLines(before: Resource, after: Resource, now: Date): Json[] {
  const known = new Map(linesOf(before).map((item) => [String(item['id']), item]));
  const renew = (item: Json): Json => {
    const was = known.get(String(item['id']));
    const line = was ? kept(was, item) : { state: 'acknowledged', ...item };
    const parts = objects(line['productOrderItem']).map(renew);
    const whole = parts.length > 0 ? { ...line, productOrderItem: parts } : line;
    return was ? guarded(before, was, whole, now) : whole;
  };
  const items = objects(after['productOrderItem']).map(renew);
  refuseRegrouping(before, { ...after, productOrderItem: items });
  return items;
}
