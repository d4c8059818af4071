import * as z from 'zod/mini';
import { LOCALES } from './words.ts';

/** The language of a paper; English where none is named. */
export const localeQuery = { locale: z.optional(z.enum(LOCALES)) };
