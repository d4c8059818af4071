import { offerNoun } from '@faceplate/client';
import {
  Cart,
  type CartItemChange,
  type CartItemRequest,
  CartShare,
  type CartSwap,
  Checkout,
  KeptCartList,
  NumberList,
  Quote,
  QuoteList,
  type QuoteRequest,
  SlotList,
  type VisitRequest,
} from '@faceplate/contracts';
import type { createDownload, RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

type Write = Omit<SendOptions, 'body'>;

/** Every write takes an idempotency key: give the same again when the answer was lost, and it is done once all the same. */
export interface CartClient {
  get(options?: RequestOptions): Promise<Cart>;
  add(item: CartItemRequest, options?: Write): Promise<Cart>;
  change(itemId: string, change: CartItemChange, options?: Write): Promise<Cart>;
  swap(swap: CartSwap, options?: Write): Promise<Cart>;
  remove(itemId: string, options?: RequestOptions): Promise<Cart>;
  /** Numbers to choose from for a line. */
  numbers(itemId: string, options?: RequestOptions): Promise<NumberList>;
  /** Windows for the one visit that all lines share. */
  slots(options?: RequestOptions): Promise<SlotList>;
  visit(visit: VisitRequest, options?: Write): Promise<Cart>;
  freeVisit(options?: RequestOptions): Promise<Cart>;
  kept(options?: RequestOptions): Promise<KeptCartList>;
  keep(name: string, options?: Write): Promise<Cart>;
  open(cartId: string, options?: Write): Promise<Cart>;
  /** Forgets one that was kept. */
  forget(cartId: string, options?: RequestOptions): Promise<KeptCartList>;
  share(options?: Write): Promise<CartShare>;
  /** What is behind a link, and taking it into one's own cart. */
  shared(token: string, options?: RequestOptions): Promise<Cart>;
  take(token: string, options?: Write): Promise<Cart>;
  /** What is still to be settled before it can be ordered, billed to the account; a visitor names none. */
  checkout(accountId?: string, options?: RequestOptions): Promise<Checkout>;
  choosePromise(itemId: string, tierId: string, options?: Write): Promise<Cart>;
  /** The cart as a PDF. */
  document(options?: RequestOptions): Promise<Blob>;
}

export interface QuotesClient {
  list(options?: RequestOptions): Promise<QuoteList>;
  get(quoteId: string, options?: RequestOptions): Promise<Quote>;
  ask(request: QuoteRequest, options?: Write): Promise<Quote>;
  say(quoteId: string, text: string, options?: Write): Promise<Quote>;
  /** Yes: it becomes an order as it stands. */
  accept(quoteId: string, options?: Write): Promise<Quote>;
  decline(quoteId: string, options?: Write): Promise<Quote>;
  document(quoteId: string, options?: RequestOptions): Promise<Blob>;
}

type Download = ReturnType<typeof createDownload>;

const CART = ['cart', 'offers'] as const;
const id = (value: string) => encodeURIComponent(value);

const cartClient = ({ read, write }: Wire, download: Download): CartClient => ({
  get: (options) => read('/cart', Cart, CART, options),
  add: (body, options) => write('POST /cart/items', Cart, ['cart'], { ...options, body }),
  change: (itemId, body, options) => write(`POST /cart/items/${id(itemId)}/changes`, Cart, ['cart'], { ...options, body }),
  swap: (body, options) => write('POST /cart/swap', Cart, ['cart'], { ...options, body }),
  remove: (itemId, options) => write(`DELETE /cart/items/${id(itemId)}`, Cart, ['cart'], options),
  numbers: (itemId, options) => read(`/cart/items/${id(itemId)}/numbers`, NumberList, ['cart'], { ...options, atMost: 0 }),
  slots: (options) => read('/cart/slots', SlotList, ['cart'], { ...options, atMost: 0 }),
  visit: (body, options) => write('POST /cart/visit', Cart, ['cart'], { ...options, body }),
  freeVisit: (options) => write('DELETE /cart/visit', Cart, ['cart'], options),
  kept: (options) => read('/carts', KeptCartList, ['cart'], options),
  keep: (name, options) => write('POST /carts', Cart, ['cart'], { ...options, body: { name } }),
  open: (cartId, options) => write(`POST /carts/${id(cartId)}/open`, Cart, ['cart'], { ...options, body: {} }),
  forget: (cartId, options) => write(`DELETE /carts/${id(cartId)}`, KeptCartList, ['cart'], options),
  share: (options) => write('POST /cart/share', CartShare, [], { ...options, body: {} }),
  shared: (token, options) => read(`/shared-carts/${id(token)}`, Cart, ['offers'], options),
  take: (token, options) => write('POST /cart/take', Cart, ['cart'], { ...options, body: { token } }),
  checkout: (accountId, options) => read(`/checkout${accountId ? `?account=${id(accountId)}` : ''}`, Checkout, ['cart', 'accounts'], options),
  choosePromise: (itemId, tierId, options) => write(`POST /cart/items/${id(itemId)}/promise`, Cart, ['cart'], { ...options, body: { tierId } }),
  document: (options) => download('/cart/document', options),
});

const quotesClient = ({ read, write }: Wire, download: Download): QuotesClient => ({
  list: (options) => read('/quotes', QuoteList, ['orders'], options),
  get: (quoteId, options) => read(`/quotes/${id(quoteId)}`, Quote, ['orders'], options),
  ask: (body, options) => write('POST /quotes', Quote, ['orders'], { ...options, body }),
  say: (quoteId, text, options) => write(`POST /quotes/${id(quoteId)}/notes`, Quote, ['orders'], { ...options, body: { text } }),
  accept: (quoteId, options) => write(`POST /quotes/${id(quoteId)}/accept`, Quote, ['orders', 'cart'], { ...options, body: {} }),
  decline: (quoteId, options) => write(`POST /quotes/${id(quoteId)}/decline`, Quote, ['orders'], { ...options, body: {} }),
  document: (quoteId, options) => download(`/quotes/${id(quoteId)}/document`, options),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly cart: CartClient;
    readonly quotes: QuotesClient;
  }
}

offerNoun('cart', ({ wire, download }) => cartClient(wire, download));
offerNoun('quotes', ({ wire, download }) => quotesClient(wire, download));
