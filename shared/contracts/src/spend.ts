import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Month } from './time.ts';

export const SpendBy = z.enum(['service', 'person', 'site', 'unit', 'cost-centre', 'account', 'kind']);
export type SpendBy = z.infer<typeof SpendBy>;

/** What the lines of one service, person, site … came to, month by month, before tax. */
export const SpendGroup = z.object({
  id: z.string(),
  name: z.string(),
  /** The unit above, where groups form a tree; its own amounts hold those of the units below. */
  parentId: z.optional(z.string()),
  /** One for each of `months`. */
  amounts: z.array(Money),
  total: Money,
  /** The last month against the one before it. */
  change: Money,
});
export type SpendGroup = z.infer<typeof SpendGroup>;

/** `GET /spend?by&months&account`: one sheet a currency; the amounts of the groups at the top add up to `sums`. Dearest first. */
export const SpendList = z.object({
  by: SpendBy,
  months: z.array(Month),
  /**
   * Accounts that had a bill of the month before the last and have none of the last: as long as one may come, the last
   * month is not whole. Absent where there is none such.
   */
  awaited: z.optional(z.array(z.object({ id: z.string(), name: z.string() }))),
  sheets: z.array(z.object({ currency: z.string(), sums: z.array(Money), groups: z.array(SpendGroup) })),
  gaps: z.array(Gap),
});
export type SpendList = z.infer<typeof SpendList>;
