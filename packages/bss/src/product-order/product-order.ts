import type { Noun } from '../nouns/noun.ts';
import { orders } from './orders.ts';

/** TMF622: what an order does beyond being kept. */
export const productOrderNoun: Noun = { resource: 'productOrder', courses: [orders] };
