import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { LocalDate } from './time.ts';

export const LineOfBusiness = z.enum(['mobile', 'fixed', 'tv', 'device', 'other']);
export type LineOfBusiness = z.infer<typeof LineOfBusiness>;

/** Something the customer owns. */
export const Product = z.object({
  id: z.string(),
  name: z.string(),
  lineOfBusiness: LineOfBusiness,
  status: z.enum(['pending', 'active', 'suspended', 'ended']),
  /** What tells it from its twin: a phone number, an address. */
  identifier: z.optional(z.string()),
  accountId: z.optional(z.string()),
  offerId: z.optional(z.string()),
  startedOn: z.optional(LocalDate),
  termEndsOn: z.optional(LocalDate),
  monthly: z.optional(Money),
});
export type Product = z.infer<typeof Product>;

/** `GET /products` */
export const ProductList = listOf(Product);
export type ProductList = z.infer<typeof ProductList>;
