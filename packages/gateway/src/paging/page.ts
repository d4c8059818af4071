import * as z from 'zod/mini';
import { numeral } from '../routing/numeral.ts';
import type { Call } from '../routing/route.ts';

const MOST = 200;
/** A page that goes on without a size of its own. */
const USUAL = 50;

/** What every list takes besides its own filters. */
export const pageQuery = {
  cursor: z.optional(z.string().check(z.maxLength(1_000))),
  limit: z.optional(numeral(`Ask for 1 to ${MOST} at once.`, 1, MOST)),
};
export interface PageQuery {
  cursor?: string | undefined;
  limit?: number | undefined;
}

type Key = string | number;
interface Step<Item> {
  of: (item: Item) => Key;
  sign: 1 | -1;
}
/** The order of a list, by keys that a cursor can keep. The last is unlike for any two items. */
export type Order<Item> = readonly Step<Item>[];

export const rising = <Item>(of: (item: Item) => Key): Step<Item> => ({ of, sign: 1 });
export const falling = <Item>(of: (item: Item) => Key): Step<Item> => ({ of, sign: -1 });

const compared = (one: Key | undefined, other: Key | undefined): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), 'en');

const byKeys = <Item>(order: Order<Item>, one: readonly Key[], other: readonly Key[]): number => {
  for (const [index, { sign }] of order.entries()) {
    const difference = compared(one[index], other[index]);
    if (difference !== 0) return difference * sign;
  }
  return 0;
};

const inOrder = <Item>(items: readonly Item[], order: Order<Item>) =>
  items.map((item) => ({ item, keys: order.map(({ of }) => of(item)) })).toSorted((one, other) => byKeys(order, one.keys, other.keys));

/** All items in their order. */
export const sorted = <Item>(items: readonly Item[], order: Order<Item>): Item[] => inOrder(items, order).map(({ item }) => item);

/**
 * The items in their order: all of them, or from a cursor on and no more than a page. A page begins after the last item's
 * keys, not at a number, so what is added or removed meanwhile neither repeats nor drops another.
 */
export async function paged<Item>(call: Call<unknown, PageQuery>, items: readonly Item[], order: Order<Item>): Promise<{ items: Item[]; next?: string }> {
  const { cursor, limit } = call.query;
  const keyed = inOrder(items, order);
  if (cursor === undefined && limit === undefined) return { items: keyed.map(({ item }) => item) };
  const after = cursor === undefined ? undefined : ((await call.cursor.read(cursor)) as Key[]);
  const rest = after === undefined ? keyed : keyed.filter(({ keys }) => byKeys(order, keys, after) > 0);
  const shown = rest.slice(0, limit ?? USUAL);
  const last = shown.at(-1);
  const next = last && rest.length > shown.length ? { next: await call.cursor.make(last.keys) } : {};
  return { items: shown.map(({ item }) => item), ...next };
}
