import * as z from 'zod/mini';
import { Obstacle } from './offer.ts';

/** One field of a refused request: where it is wrong and what to do. */
export const FieldProblem = z.object({ path: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** What every refusal looks like (RFC 9457). `code` is for programs, `title` for people, `trace` for support. */
export const Problem = z.object({
  type: z.optional(z.string()),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  code: z.string(),
  trace: z.optional(z.string()),
  errors: z.optional(z.array(FieldProblem)),
  /** Of what cannot be had: why, and what a page can make buttons of. */
  obstacles: z.optional(z.array(Obstacle)),
  /** Of `step-up-needed`: how strongly, and at most how many seconds ago. */
  acr: z.optional(z.string()),
  maxAge: z.optional(z.int()),
});
export type Problem = z.infer<typeof Problem>;
