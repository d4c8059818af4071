import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { SpendBy } from './spend.ts';
import { Instant } from './time.ts';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));
const months = z.int().check(z.minimum(2), z.maximum(24));

/**
 * A question about spending that a person keeps under a name; the answer is asked for anew each time, by `GET /spend`.
 * Without `account` it is about all of them.
 */
export const SavedReport = z.object({
  id: z.string(),
  name: z.string(),
  by: SpendBy,
  months: z.int(),
  /** `gone`: it is not the person's any more, so there is nothing to show; its name is the one the report was saved with. */
  account: z.optional(z.object({ id: z.string(), name: z.string(), gone: z.optional(z.boolean()) })),
  madeAt: Instant,
  changedAt: Instant,
});
export type SavedReport = z.infer<typeof SavedReport>;

/** `GET /reports`: one's own, by name; never anybody else's. */
export const SavedReportList = listOf(SavedReport);
export type SavedReportList = z.infer<typeof SavedReportList>;

/** `POST /reports`: at most 50 a person, each under a name of its own (capitals make no difference). */
export const SavedReportRequest = z.object({ name, by: SpendBy, months, accountId: z.optional(z.string()) });
export type SavedReportRequest = z.infer<typeof SavedReportRequest>;

/** `PATCH /reports/{id}`: what is to be otherwise; `accountId: null` makes it one about all accounts. */
export const SavedReportChange = z.object({ name: z.optional(name), by: z.optional(SpendBy), months: z.optional(months), accountId: z.optional(z.nullable(z.string())) });
export type SavedReportChange = z.infer<typeof SavedReportChange>;
