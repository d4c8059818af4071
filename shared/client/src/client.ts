import type { Noun } from '@faceplate/contracts';
import { type AccountsClient, accountsClient } from './accounts.ts';
import type { Gathered } from './archive.ts';
import { type BillsClient, billsClient } from './bills.ts';
import { type CartClient, cartClient, type QuotesClient, quotesClient } from './cart.ts';
import { ChangeFeed } from './changes.ts';
import { type InteractionsClient, interactionsClient } from './interactions.ts';
import { type OffersClient, offersClient } from './offers.ts';
import { type OrdersClient, ordersClient } from './orders.ts';
import { type PaymentsClient, paymentsClient } from './payments.ts';
import { type PlacesClient, placesClient } from './places.ts';
import { type ProductsClient, productsClient } from './products.ts';
import { type ReportsClient, reportsClient } from './reports.ts';
import { createDownload, createSend, type HttpConfig } from './send.ts';
import { type ServiceLevelsClient, serviceLevelsClient } from './service-levels.ts';
import { type SessionClient, sessionClient } from './session.ts';
import { type TicketsClient, ticketsClient } from './tickets.ts';
import { type UsageClient, usageClient } from './usage.ts';
import { type VisitorClient, visitorClient } from './visitor.ts';
import { createWire } from './wire.ts';

/** What every portlet's slice of the client has beside its nouns. */
export interface Freshness {
  /** Since when a value is known, if it is older than it should be because no newer one could be had. */
  staleSince(value: object): Date | undefined;
  /** Calls `wake` when one of the nouns changes, here or elsewhere, until the function returned is called. */
  watch(nouns: readonly Noun[], wake: () => void): () => void;
}

export interface FaceplateClient extends Freshness {
  readonly session: SessionClient;
  readonly accounts: AccountsClient;
  readonly bills: BillsClient;
  readonly orders: OrdersClient;
  readonly products: ProductsClient;
  readonly offers: OffersClient;
  readonly places: PlacesClient;
  readonly cart: CartClient;
  readonly quotes: QuotesClient;
  readonly tickets: TicketsClient;
  readonly serviceLevels: ServiceLevelsClient;
  readonly interactions: InteractionsClient;
  readonly payments: PaymentsClient;
  readonly usage: UsageClient;
  readonly visitor: VisitorClient;
  readonly reports: ReportsClient;
  /** Forgets all that was read; for when the person changes. */
  forget(): void;
}

/** One client serves all portlets of a page that share a gateway and a person. */
export function createClient(config: HttpConfig): FaceplateClient {
  const send = createSend(config);
  const wire = createWire(send);
  const download = createDownload(config);
  const archives = new Map<string, Gathered>();
  const feed = new ChangeFeed(config, wire.cache);
  return {
    session: sessionClient(send, config.gateway),
    accounts: accountsClient(wire),
    bills: billsClient(wire, download, archives),
    orders: ordersClient(wire, download),
    products: productsClient(wire),
    offers: offersClient(wire),
    places: placesClient(wire),
    cart: cartClient(wire, download),
    quotes: quotesClient(wire, download),
    tickets: ticketsClient(wire, download),
    serviceLevels: serviceLevelsClient(wire),
    interactions: interactionsClient(wire),
    payments: paymentsClient(wire, download),
    usage: usageClient(wire, download),
    visitor: visitorClient(wire),
    reports: reportsClient(wire),
    staleSince: (value) => wire.staleSince(value),
    watch: (nouns, wake) => feed.watch(nouns, wake),
    forget: () => {
      feed.stop();
      wire.cache.clear();
      archives.clear();
    },
  };
}
