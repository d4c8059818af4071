import type { Guest } from '../options.ts';
import { sha256 } from '../sign-on/encoding.ts';
import { QUANTITY, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** The most lines a cart takes, and the most of one line. */
export interface CartLimits {
  lines: number;
  ofOne: number;
}

export interface MergedLines {
  /** All lines of the person's cart, as the operator keeps them. */
  items: TmfBody[];
  /** Lines of the visitor's that are in it, wholly or in part. */
  lines: number;
  left: NonNullable<Guest['merged']>['left'];
}

/** What tells two lines of one offer apart: what was chosen, where it goes, which number it is. */
const chosen = (item: TmfBody): string => JSON.stringify([text(item, 'productOffering', 'id'), inOrder(item['product'] ?? {}), item['status'] === 'saveForLater']);

/** The same facts are the same text, in whatever order they were written. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder).toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, inner]) => [name, inOrder(inner)]));
}

const quantityOf = (item: TmfBody): number => whole(QUANTITY, item, 'quantity') ?? 1;
const nameOf = (item: TmfBody): string => text(item, 'productOffering', 'name') ?? text(item, 'productOffering', 'id') ?? '';

/** A visitor's lines as they go into another cart: each is called after where it came from. */
export const linesFrom = (theirs: TmfBody): Promise<TmfBody[]> =>
  Promise.all(records(theirs, 'cartItem').map(async (item) => ({ ...item, id: `g${(await sha256(`${text(theirs, 'id')} ${text(item, 'id')}`)).slice(0, 15)}` })));

/**
 * A person's cart with a visitor's lines in it: the same offer chosen alike adds up, everything else is added, nothing is
 * replaced. Each line that took something in is called as that line is, so that the same merge again finds its own work and
 * adds nothing twice.
 */
export function mergedLines(mine: TmfBody, lines: readonly TmfBody[], limits: CartLimits): MergedLines {
  const merging = new Merging(records(mine, 'cartItem'), limits);
  for (const item of lines) merging.take(item, text(item, 'id') ?? '');
  return merging.result;
}

class Merging {
  readonly result: { items: TmfBody[]; lines: number; left: { name: string; quantity: number; why: 'too-many' | 'full' }[] };
  readonly #limits: CartLimits;

  constructor(items: readonly TmfBody[], limits: CartLimits) {
    this.result = { items: [...items], lines: 0, left: [] };
    this.#limits = limits;
  }

  take(item: TmfBody, id: string): void {
    const { items } = this.result;
    if (items.some((one) => one['id'] === id)) return this.#came();
    const same = items.find((one) => chosen(one) === chosen(item));
    if (same) return this.#add(same, item, id);
    if (items.length >= this.#limits.lines) return this.#leave(item, quantityOf(item), 'full');
    items.push({ ...item, id });
    this.#came();
  }

  #add(same: TmfBody, item: TmfBody, id: string): void {
    const wanted = quantityOf(same) + quantityOf(item);
    const quantity = Math.min(wanted, Math.max(this.#limits.ofOne, quantityOf(same)));
    if (wanted > quantity) this.#leave(item, wanted - quantity, 'too-many');
    if (quantity > quantityOf(same)) this.#came();
    this.result.items = this.result.items.map((one) => (one === same ? { ...same, id, quantity } : one));
  }

  #came(): void {
    this.result.lines += 1;
  }

  #leave(item: TmfBody, quantity: number, why: 'too-many' | 'full'): void {
    this.result.left.push({ name: nameOf(item), quantity, why });
  }
}
