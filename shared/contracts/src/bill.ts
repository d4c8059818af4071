import * as z from 'zod/mini';
import { Charge } from './charge.ts';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { LocalDate, Period } from './time.ts';

export const BillStatus = z.enum(['due', 'overdue', 'part-paid', 'paid', 'on-hold']);
export type BillStatus = z.infer<typeof BillStatus>;

const summary = {
  id: z.string(),
  number: z.string(),
  account: z.object({ id: z.string(), name: z.string() }),
  /** The billing system it came from, in the operator's words. */
  origin: z.string(),
  date: LocalDate,
  period: Period,
  due: LocalDate,
  status: BillStatus,
  /** Tax included. */
  total: Money,
  /** What is still owed of `total`. */
  remaining: Money,
};

export const BillSummary = z.object(summary);
export type BillSummary = z.infer<typeof BillSummary>;

/** `GET /bills`: newest first. */
export const BillList = listOf(BillSummary);
export type BillList = z.infer<typeof BillList>;

/** `rate` in per cent: 19 is 19 %. */
export const Tax = z.object({ name: z.string(), rate: z.number(), amount: Money });
export type Tax = z.infer<typeof Tax>;

/** The charges' nets add up to `net`; `net` and the taxes add up to `total`. */
export const Bill = z.object({
  ...summary,
  net: Money,
  taxes: z.array(Tax),
  charges: z.array(Charge),
});
export type Bill = z.infer<typeof Bill>;
