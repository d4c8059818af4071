import type { Noun } from './noun.ts';
import { productOrderNoun } from '../product-order/product-order.ts';

/** Every resource that does something of its own. Another is a folder of its own and a line here. */
export const nouns: readonly Noun[] = [productOrderNoun];

const byResource = new Map(nouns.map((noun) => [noun.resource, noun]));

/** What a resource does; undefined where it is only kept. */
export function nounOf(resource: string): Noun | undefined {
  return byResource.get(resource);
}
