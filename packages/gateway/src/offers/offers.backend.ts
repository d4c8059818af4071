import type { Call } from '../routing/route.ts';
import type { Rows } from '../tmf/gather.ts';
import { type OwnRows, ownRows } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { rowsOf } from '../tmf/rows.ts';
import type { TmfBody } from '../upstream/types.ts';
import { GUIDE_NAME } from './offers.adapter.ts';

const MOST_OFFERS = 10_000;
const MOST_PRICES = 40_000;

/** What offers, guide and cart need from the other side (TMF620, TMF629). The catalogue is everybody's; customers are not. */
export interface OffersBackend {
  readonly origin: string;
  offerings(): Promise<Rows>;
  prices(): Promise<ReadonlyMap<string, TmfBody>>;
  guide(): Promise<TmfBody | undefined>;
  customers(): Promise<OwnRows>;
}

export function offersBackend(call: Call): OffersBackend {
  const client = call.tmf('TMF620');
  return {
    origin: client.origin,
    offerings: async () => rowsOf(call, 'TMF620', 'productOffering', await client.list('productOffering', {}, { limit: MOST_OFFERS })),
    prices: async () => {
      const { items } = await client.list('productOfferingPrice', {}, { limit: MOST_PRICES });
      return new Map(items.flatMap((price) => (text(price, 'id') ? [[text(price, 'id') ?? '', price]] : [])));
    },
    guide: async () => {
      const { items } = await client.list('productSpecification', { name: GUIDE_NAME }, { limit: 10 });
      return items.find((one) => text(one, 'name') === GUIDE_NAME);
    },
    customers: () => ownRows(call, 'TMF629', 'customer', { by: 'engagedParty.id', ids: call.subject.partyIds }, { limit: 200 }),
  };
}
