import * as z from 'zod/mini';

/** A moment, RFC 3339 in UTC: `2026-11-21T08:00:00.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A day in the account's own zone: `2026-11-21`. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** A calendar month in the account's own zone: `2026-11`. */
export const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
export type Month = z.infer<typeof Month>;

/** Both days belong to the period. */
export const Period = z.object({ from: LocalDate, to: LocalDate });
export type Period = z.infer<typeof Period>;
