import * as z from 'zod/mini';
import { Instant } from './time.ts';

/** Something the answer should hold and does not: a backend that is down, a record that could not be read. */
export const Gap = z.object({
  /** The part of the operator that is missing, in plain words: "Billing". */
  source: z.string(),
  reason: z.enum(['unreachable', 'unreadable']),
  /** Last time this source gave good data, where known. */
  since: z.optional(Instant),
  /** Set when it is shown as it was at this moment, because it cannot be asked for now. */
  asOf: z.optional(Instant),
  /** How many records could not be shown, where known. */
  count: z.optional(z.int()),
});
export type Gap = z.infer<typeof Gap>;

/**
 * Every list of the API: what was found, and what is missing.
 * `total` counts all that match, also those beyond this answer; `next` is the cursor of the page after it.
 */
export const listOf = <Item extends z.core.$ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int(), gaps: z.array(Gap), next: z.optional(z.string()) });

export interface List<Item> {
  items: Item[];
  total: number;
  gaps: Gap[];
  next?: string | undefined;
}
