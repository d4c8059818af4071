import { type Answers, Guide, OfferList, Shortlist } from '@faceplate/contracts';
import type { RequestOptions } from './send.ts';
import type { Wire } from './wire.ts';

export interface OffersClient {
  list(options?: RequestOptions): Promise<OfferList>;
  guide(options?: RequestOptions): Promise<Guide>;
  shortlist(answers: Answers, options?: RequestOptions): Promise<Shortlist>;
}

export const offersClient = ({ read, write }: Wire): OffersClient => ({
  // What is in the cart decides what may be added to it.
  list: (options) => read('/offers', OfferList, ['offers', 'products', 'cart'], options),
  guide: (options) => read('/guide', Guide, ['offers'], options),
  shortlist: (answers, options) => write('POST /guide/shortlist', Shortlist, [], { ...options, body: { answers } }),
});
