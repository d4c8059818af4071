import * as z from 'zod/mini';
import { Offer } from './offer.ts';

export const Question = z.object({
  id: z.string(),
  text: z.string(),
  help: z.optional(z.string()),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
});
export type Question = z.infer<typeof Question>;

/** What is known of a customer already, and from what: an answer they need not give, and may change. */
export const KnownAnswer = z.object({ questionId: z.string(), optionId: z.string(), because: z.string() });
export type KnownAnswer = z.infer<typeof KnownAnswer>;

/** `GET /guide`: the questions come from the catalogue, never from a portlet. `known`: where own use and products answer one. */
export const Guide = z.object({ questions: z.array(Question), known: z.optional(z.array(KnownAnswer)) });
export type Guide = z.infer<typeof Guide>;

/** Question id → option id. Unanswered questions are left out. */
export const Answers = z.record(z.string(), z.string());
export type Answers = z.infer<typeof Answers>;

/** A wish of the customer's and what the offer says to it. */
export const MatchReason = z.object({ wish: z.string(), says: z.string() });
export type MatchReason = z.infer<typeof MatchReason>;

export const Match = z.object({ offer: Offer, met: z.array(MatchReason), unmet: z.array(MatchReason) });
export type Match = z.infer<typeof Match>;

/** `POST /guide/shortlist`: at most three, best first. `considered` counts the offers looked at. */
export const Shortlist = z.object({ matches: z.array(Match), considered: z.int() });
export type Shortlist = z.infer<typeof Shortlist>;

export const ShortlistRequest = z.object({ answers: Answers });
export type ShortlistRequest = z.infer<typeof ShortlistRequest>;
