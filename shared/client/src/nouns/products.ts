import { offerNoun } from '@faceplate/client';
import { ProductList } from '@faceplate/contracts';
import type { RequestOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

export interface ProductsClient {
  /** Everything the customer owns. */
  list(options?: RequestOptions): Promise<ProductList>;
}

const productsClient = ({ read }: Wire): ProductsClient => ({
  list: (options) => read('/products', ProductList, ['products'], options),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly products: ProductsClient;
  }
}

offerNoun('products', ({ wire }) => productsClient(wire));
