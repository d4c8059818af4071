import type { Noun } from '../nouns/noun.ts';
import { stockLevers } from './level.ts';

/** What of a device is left; orders take from it and cancelling gives back. */
export const productStockNoun: Noun = { resource: 'productStock', levers: stockLevers };
