import * as z from 'zod/mini';

/** What of this API is offered here: nouns that are absent, and those that work with limits. */
export const Capabilities = z.object({
  absent: z.array(z.string()),
  limited: z.array(z.object({ noun: z.string(), limits: z.array(z.enum(['incomplete', 'slow', 'no-details', 'no-parts'])) })),
});
export type Capabilities = z.infer<typeof Capabilities>;
