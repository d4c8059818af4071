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
  /** What is still owed of `total`, what is in dispute included. */
  remaining: Money,
  /** The part of `remaining` that is held back while a dispute lasts: not to be paid now. Absent where nothing is. */
  disputed: z.optional(Money),
};

export const BillSummary = z.object(summary);
export type BillSummary = z.infer<typeof BillSummary>;

/** `GET /bills`: newest first. */
export const BillList = listOf(BillSummary);
export type BillList = z.infer<typeof BillList>;

/** `rate` in per cent: 19 is 19 %. */
export const Tax = z.object({ name: z.string(), rate: z.number(), amount: Money });
export type Tax = z.infer<typeof Tax>;

/** What has settled a part of a bill. */
export const AppliedPayment = z.object({ kind: z.enum(['payment', 'credit']), amount: Money, id: z.optional(z.string()), name: z.optional(z.string()) });
export type AppliedPayment = z.infer<typeof AppliedPayment>;

/**
 * `net` and the taxes add up to `total`. `charges` are all lines, whose nets add up to `net`, unless `lines` says that
 * there are more: then they are the first, and `GET /bills/{id}/charges` has any of them.
 */
export const Bill = z.object({
  ...summary,
  net: Money,
  taxes: z.array(Tax),
  charges: z.array(Charge),
  /** How many lines the bill has in all, where `charges` are not all of them. */
  lines: z.optional(z.int()),
  applied: z.optional(z.array(AppliedPayment)),
});
export type Bill = z.infer<typeof Bill>;

/** `GET /bills/{id}/charges?offset&limit`, or `?around`: lines `offset` to `offset + items.length`, in the order of the bill. */
export const ChargeList = z.object({ ...listOf(Charge).shape, offset: z.int().check(z.minimum(0)) });
export type ChargeList = z.infer<typeof ChargeList>;

/** `GET /charges?search`: lines of all bills in which the words stand, those of the newest bill first. */
export const FoundCharge = z.object({ ...Charge.shape, bill: z.object({ id: z.string(), number: z.string(), date: LocalDate }) });
export type FoundCharge = z.infer<typeof FoundCharge>;
export const FoundChargeList = listOf(FoundCharge);
export type FoundChargeList = z.infer<typeof FoundChargeList>;

/** A paper of an archive: its name in the ZIP, its bytes in base64, and their SHA-256 in hexadecimal digits. */
export const ArchiveFile = z.object({ name: z.string(), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)), content: z.string() });
export type ArchiveFile = z.infer<typeof ArchiveFile>;

/**
 * `GET /bills/archive?year&account&from`: the papers of some bills of a year, oldest first. `of` bills in all; ask again
 * with `from: next` until there is none. A bill that could not be made into papers is in `missing`, by its number.
 */
export const ArchivePart = z.object({ year: z.string(), of: z.int(), files: z.array(ArchiveFile), missing: z.array(z.string()), next: z.optional(z.int()) });
export type ArchivePart = z.infer<typeof ArchivePart>;
