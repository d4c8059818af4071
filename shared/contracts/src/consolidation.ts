import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { LocalDate } from './time.ts';

const named = z.object({ id: z.string(), name: z.string() });

/** Why charges of an account cannot stand on the bill of another. Each has a remedy that people are told. */
export const ConsolidationRefusal = z.enum([
  // Not this person's to decide.
  'no-right',
  'other-holder',
  'other-payer',
  'other-currency',
  'other-system',
  // It is on somebody's bill itself, or others are on its own.
  'on-another-bill',
  'holds-others',
  'closed',
]);
export type ConsolidationRefusal = z.infer<typeof ConsolidationRefusal>;

/** An account whose bill could have the charges of another; `refusals` say why it cannot, none of them that it can. */
export const ConsolidationTarget = z.object({
  account: named,
  /** As printed on the bill. */
  number: z.string(),
  /** What its newest bill came to, tax included; absent where it has none that could be read. */
  lastBill: z.optional(Money),
  refusals: z.array(ConsolidationRefusal),
});
export type ConsolidationTarget = z.infer<typeof ConsolidationTarget>;

/**
 * `GET /accounts/{id}/consolidation`: on whose bill the charges of an account stand. A switch takes effect with the bills
 * of `nextBill` and can be taken back until then: `joining` is to come, `joined` is so, `leaving` ends with `until`.
 */
export const Consolidation = z.object({
  account: named,
  state: z.enum(['separate', 'joining', 'joined', 'leaving']),
  /** On whose bill the charges stand, or are going to. */
  with: z.optional(named),
  /** Bills of this day and later have them. */
  from: z.optional(LocalDate),
  /** Bills of this day and later are the account's own again. */
  until: z.optional(LocalDate),
  /** The day of the next bill: a switch made now takes effect with it. */
  nextBill: LocalDate,
  lastBill: z.optional(Money),
  /** What keeps the account itself from being switched; of these only `no-right` keeps it from being had back. */
  refusals: z.array(ConsolidationRefusal),
  /** Accounts whose charges stand on this account's bill, or are going to. */
  holds: z.array(z.object({ account: named, from: LocalDate, until: z.optional(LocalDate) })),
  targets: z.array(ConsolidationTarget),
  gaps: z.array(Gap),
});
export type Consolidation = z.infer<typeof Consolidation>;

/** `POST /accounts/{id}/consolidation`: the account whose bill is to have the charges. */
export const ConsolidationRequest = z.object({ with: z.string().check(z.minLength(1), z.maxLength(64)) });
export type ConsolidationRequest = z.infer<typeof ConsolidationRequest>;
