import * as z from 'zod/mini';
import { Instant } from './time.ts';

/** What a change is about; the word is the API's path segment. */
export const Noun = z.enum(['accounts', 'bills', 'orders', 'products', 'offers', 'cart', 'tickets', 'service-levels', 'interactions', 'payments', 'usage', 'reports']);
export type Noun = z.infer<typeof Noun>;

/** One message of `/api/v1/events`: a hint to read again, never the data itself. */
export const Change = z.object({ noun: Noun, id: z.string(), at: Instant });
export type Change = z.infer<typeof Change>;
