import * as z from 'zod/mini';

/** A whole number as queries bring it; `words` say to people what may stand there. */
export const numeral = (words: string, least: number, most: number) =>
  z.pipe(z.string().check(z.regex(/^\d{1,7}$/, words)), z.pipe(z.transform(Number), z.int().check(z.minimum(least, words), z.maximum(most, words))));
