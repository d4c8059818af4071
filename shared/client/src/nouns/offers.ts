import { offerNoun } from '@faceplate/client';
import {
  type Answers,
  Comparison,
  Configuration,
  type ConfigurationRequest,
  DeviceList,
  Estimate,
  type EstimateRequest,
  Guide,
  type OfferCheckRequest,
  OfferDetail,
  OfferList,
  OfferShelf,
  OfferVerdictList,
  type RecommendationAnswer,
  RecommendationSlot,
  Shortlist,
} from '@faceplate/contracts';
import { query } from '../query.ts';
import type { RequestOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

/** What of the list is wanted. `ids`: these alone, sold or not; `possible`: nothing that this customer may not have. */
export interface OffersAsked {
  search?: string;
  category?: string;
  possible?: boolean;
  ids?: readonly string[];
  limit?: number;
  cursor?: string;
}

export interface OffersClient {
  /** All that is sold, or a part of it. */
  list(options?: RequestOptions & OffersAsked): Promise<OfferList>;
  /** All that is sold, in short: to be searched, filtered and sorted in the page. */
  shelf(options?: RequestOptions): Promise<OfferShelf>;
  /** One version, with the others of it, as bought and today; and what stands in the way at a place, with a device. */
  get(offerId: string, options?: RequestOptions & { placeId?: string; device?: string }): Promise<OfferDetail>;
  /** May I have these, each by itself? */
  check(request: OfferCheckRequest, options?: RequestOptions): Promise<OfferVerdictList>;
  /** Two to four of one category, side by side, over so many months. */
  compare(offerIds: readonly string[], months: number, options?: RequestOptions): Promise<Comparison>;
  /** What they would cost by own use, or by what is given. */
  estimate(request: EstimateRequest, options?: RequestOptions): Promise<Estimate>;
  configure(request: ConfigurationRequest, options?: RequestOptions): Promise<Configuration>;
  devices(search: string, options?: RequestOptions): Promise<DeviceList>;
  recommendation(options?: RequestOptions): Promise<RecommendationSlot>;
  /** Not this one again, or none at all; answers what is in its place. */
  answer(answer: RecommendationAnswer, options?: RequestOptions): Promise<RecommendationSlot>;
  guide(options?: RequestOptions): Promise<Guide>;
  shortlist(answers: Answers, options?: RequestOptions): Promise<Shortlist>;
}

// What one has, and what is in the cart, decides what may be added to it.
const OWN = ['offers', 'products', 'cart'] as const;

const offersClient = ({ read, write }: Wire): OffersClient => ({
  list: ({ search, category, possible, ids, limit, cursor, ...options } = {}) =>
    read(`/offers${query({ search, category, possible: possible || undefined, ids, limit, cursor })}`, OfferList, OWN, options),
  shelf: (options) => read('/offers/shelf', OfferShelf, OWN, options),
  get: (offerId, { placeId, device, ...options } = {}) => read(`/offers/${encodeURIComponent(offerId)}${query({ place: placeId, device })}`, OfferDetail, OWN, options),
  check: (body, options) => write('POST /offers/check', OfferVerdictList, [], { ...options, body }),
  compare: (ids, months, options) => read(`/offers/compare${query({ ids, months })}`, Comparison, OWN, options),
  estimate: (body, options) => write('POST /offers/estimate', Estimate, [], { ...options, body }),
  configure: (body, options) => write('POST /configuration', Configuration, [], { ...options, body }),
  devices: (search, options) => read(`/offers/devices${query({ search })}`, DeviceList, ['offers'], options),
  recommendation: (options) => read('/offers/recommendation', RecommendationSlot, OWN, options),
  answer: (body, options) => write('POST /offers/recommendation', RecommendationSlot, ['offers'], { ...options, body }),
  guide: (options) => read('/guide', Guide, ['offers', 'products'], options),
  shortlist: (answers, options) => write('POST /guide/shortlist', Shortlist, [], { ...options, body: { answers } }),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly offers: OffersClient;
  }
}

offerNoun('offers', ({ wire }) => offersClient(wire));
