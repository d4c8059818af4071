import { offerNoun } from '@faceplate/client';
import { Availability, Interest, InterestList, type InterestRequest, Place, PlaceList, type SiteCheckRequest, SiteCheckList } from '@faceplate/contracts';
import { query } from '../query.ts';
import type { RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

/** Where lines can go, and which of them reach a place. */
export interface PlacesClient {
  /** Houses that begin like what is typed. */
  search(words: string, options?: RequestOptions): Promise<PlaceList>;
  /** A house with its flats, or a flat. */
  get(placeId: string, options?: RequestOptions): Promise<Place>;
  availability(placeId: string, options?: RequestOptions): Promise<Availability>;
  /** Up to 200 at once. */
  check(request: SiteCheckRequest, options?: RequestOptions): Promise<SiteCheckList>;
  interests(options?: RequestOptions): Promise<InterestList>;
  /** Puts one's name down for what is not there yet. */
  register(request: InterestRequest, options?: Omit<SendOptions, 'body'>): Promise<Interest>;
  /** Takes it off again. */
  forget(interestId: string, options?: RequestOptions): Promise<Interest>;
}

const placesClient = ({ read, write }: Wire): PlacesClient => ({
  search: (search, options) => read(`/places${query({ search })}`, PlaceList, [], options),
  get: (placeId, options) => read(`/places/${encodeURIComponent(placeId)}`, Place, [], options),
  availability: (place, options) => read(`/availability${query({ place })}`, Availability, ['offers'], options),
  check: (body, options) => write('POST /availability/sites', SiteCheckList, [], { ...options, body }),
  interests: (options) => read('/availability/interests', InterestList, ['offers'], options),
  register: (body, options) => write('POST /availability/interests', Interest, ['offers'], { ...options, body }),
  forget: (interestId, options) => write(`DELETE /availability/interests/${encodeURIComponent(interestId)}`, Interest, ['offers'], options),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly places: PlacesClient;
  }
}

offerNoun('places', ({ wire }) => placesClient(wire));
