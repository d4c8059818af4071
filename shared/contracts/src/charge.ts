import * as z from 'zod/mini';
import { Money } from './money.ts';
import { Period } from './time.ts';

export const ChargeKind = z.enum(['recurring', 'usage', 'one-off', 'discount', 'credit', 'penalty']);
export type ChargeKind = z.infer<typeof ChargeKind>;

/** One line of a bill. `net` is before tax; discounts and credits are negative. */
export const Charge = z.object({
  id: z.string(),
  kind: ChargeKind,
  name: z.string(),
  /** What the charge is for: a number, an address; absent for account-wide lines. */
  service: z.optional(z.object({ productId: z.string(), name: z.string() })),
  period: z.optional(Period),
  quantity: z.optional(z.object({ value: z.number(), unit: z.string() })),
  net: Money,
  /** In per cent: 19 is 19 %. */
  taxRate: z.number(),
});
export type Charge = z.infer<typeof Charge>;
