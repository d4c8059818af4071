import * as z from 'zod/mini';

/** An amount in minor units of its currency (cents for EUR, yen for JPY), never a float. Negative means "in your favour". */
export const Money = z.object({
  amount: z.int(),
  /** ISO 4217. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Money = z.infer<typeof Money>;
