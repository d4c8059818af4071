import { ORDER_MOVES } from '../definitions/tmf622.ts';
import { type Json, objects, text } from '../simulator/course.ts';

/** Deeper than a bundle of bundles no order goes. */
const MOST_DEPTH = 4;

/**
 * The ways of a line: TMF622's own table of an order. v5 adds `partial` and
 * draws no arrow to it; whatever is under way or waits can be delivered in part.
 */
export const ITEM_MOVES: Readonly<Record<string, readonly string[]>> = {
  ...ORDER_MOVES,
  pending: [...ORDER_MOVES.pending, 'partial'],
  held: [...ORDER_MOVES.held, 'partial'],
};

export const stateOf = (item: Json): string => text(item['state']) ?? 'acknowledged';

export const isOver = (item: Json): boolean => ITEM_MOVES[stateOf(item)]?.length === 0;

export const isCancelling = (item: Json): boolean => ['assessingCancellation', 'pendingCancellation'].includes(stateOf(item));

export const milestonesOf = (item: Json): Json[] => objects(item['milestone']);

export const isReached = (milestone: Json): boolean => milestone['status'] === 'Completed';

/** From here on somebody is on the way to the customer: no more changing, no more cancelling. */
export const isPastReturn = (item: Json): boolean =>
  isOver(item) || milestonesOf(item).some((milestone) => milestone['name'] === 'in-progress' && isReached(milestone));

/** Is it one of a bundle's own parts, and paid for with it? */
export const isPart = (item: Json): boolean => item['isBundled'] === true;

export const partsOf = (item: Json): Json[] => objects(item['productOrderItem']);

/** The lines that are worked on: those that hold no others. */
export function leavesOf(owner: Json, depth = 0): Json[] {
  return partsOf(owner).flatMap((item) => (depth < MOST_DEPTH && partsOf(item).length > 0 ? leavesOf(item, depth + 1) : [item]));
}

/** Every line, those that hold others before what they hold. */
export function linesOf(owner: Json, depth = 0): Json[] {
  return partsOf(owner).flatMap((item) => [item, ...(depth < MOST_DEPTH ? linesOf(item, depth + 1) : [])]);
}

export type Remake = (item: Json) => Json;

/** The lines of an order or a line, each leaf made anew and what holds leaves told by `around`. */
export function remade(owner: Json, leaf: Remake, around: Remake = (item) => item, depth = 0): Json[] {
  return partsOf(owner).map((item) => {
    if (depth >= MOST_DEPTH || partsOf(item).length === 0) return leaf(item);
    return around({ ...item, productOrderItem: remade(item, leaf, around, depth + 1) });
  });
}

export const OPERATOR = 'Meridian Telecom';

/** A line with one more word from us. */
export function noted(item: Json, words: string, at: string): Json {
  const notes = objects(item['note']);
  return { ...item, note: [...notes, { id: `${String(item['id'])}-${notes.length + 1}`, author: OPERATOR, date: at, text: words }] };
}

export function without(item: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

/** The last day among the lines on which something is expected. */
export function latestDay(items: readonly Json[]): string | undefined {
  return items.flatMap((item) => text(item['expectedCompletionDate']) ?? []).toSorted().at(-1);
}
