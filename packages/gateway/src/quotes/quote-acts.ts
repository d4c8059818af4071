import type { Quote, QuoteRequest } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import { customerRef } from '../accounts/accounts.adapter.ts';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { cartBackend } from '../cart/cart.backend.ts';
import { priceBody } from '../cart/line-price.ts';
import { cartOf } from '../cart/open-cart.ts';
import { readAround, shownCart } from '../cart/view.ts';
import { type Catalogue, readCatalogue } from '../offers/catalogue.ts';
import { obstacleRefusal } from '../offers/obstacle-refusal.ts';
import { chosenProduct, orderedProduct } from '../orders/order-body.ts';
import { ordersBackend } from '../orders/orders.backend.ts';
import { factsOf } from '../policy/facts.ts';
import { invalid } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { numberFor } from '../tmf/once.ts';
import { at, QUANTITY, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { numberOf } from './quote.adapter.ts';
import { notOpen, orderNumberOf, orderOfQuote, quotesBackend, shownQuote } from './quotes.backend.ts';

type OfQuote<Body = unknown> = Call<{ quoteId: string }, unknown, Body>;
type Asking = Call<unknown, unknown, QuoteRequest>;

const markOf = ({ operationKey }: Call): string => operationKey.slice(0, 10);

/** Asks for the prices of a cart to stand: a new quote, or the next version of one. The cart stays as it is. */
export async function askQuote(call: Asking): Promise<Quote> {
  const { cartId, accountId, number } = call.body;
  const backend = quotesBackend(call);
  const account = await namedInBody('accountId', 'You have no such account.', accountsBackend(call).billable(accountId));
  const cartBody = await namedInBody('cartId', 'You have no such cart.', cartBackend(call).cart(cartId));
  call.demand(factsOf({ billingAccount: account }));
  const { rows } = await backend.quotes();
  if (number !== undefined && !rows.some((row) => numberOf(row) === number)) throw invalid(422, [{ path: 'number', message: 'You have no such quote.' }]);
  // A repeat finds the version that it made: its lines are called after the call.
  const before = rows.find((row) => text(records(row, 'quoteItem')[0], 'id')?.startsWith(`${markOf(call)}-`));
  return shownQuote(call, before ?? (await backend.ask(await quoteBody(call, cartBody, account))));
}

async function quoteBody(call: Asking, cartBody: TmfBody, account: TmfBody): Promise<TmfBody> {
  const cart = cartOf(call, cartBody);
  const around = await readAround(call, cart);
  const shown = shownCart(cart, around, call.tenant.currency);
  const lines = cart.lines.filter(({ later }) => !later);
  if (lines.length === 0) throw invalid(422, [{ path: 'cartId', message: 'The cart is empty. Choose an offer first.' }]);
  const barred = shown.items.find(({ obstacles, later }) => obstacles && !later);
  if (barred) throw obstacleRefusal(barred.obstacles ?? [], 'cartId');
  const customer = customerRef(account);
  const { sub, name } = call.subject;
  const { number = numberFor('Q', call), note } = call.body;
  return {
    externalId: number,
    billingAccount: [{ id: account['id'], name: text(account, 'name'), '@referredType': 'BillingAccount' }],
    relatedParty: customer.id === sub ? [customer] : [customer, { id: sub, name, role: 'originator', '@referredType': 'Individual' }],
    quoteItem: lines.map((line, index) => ({
      id: `${markOf(call)}-${index + 1}`,
      action: 'add',
      quantity: line.quantity,
      productOffering: { id: line.offerId, name: line.name, '@referredType': 'ProductOffering' },
      product: chosenProduct(line, { name: line.name, lineOfBusiness: around.catalogue.byId.get(line.offerId)?.offer.lineOfBusiness ?? 'other' }),
    })),
    ...(note && { note: [noteBody(call, note)] }),
  };
}

const noteBody = (call: Call, words: string): TmfBody => ({ id: markOf(call), author: call.subject.name, authorId: call.subject.sub, date: call.clock().toISOString(), text: words });

/** Says something about a quote; a repeat says it once. */
export async function sayOfQuote(call: OfQuote<{ text: string }>): Promise<Quote> {
  const body = await quotesBackend(call).change(call.params.quoteId, (quote) => {
    const notes = records(quote, 'note');
    return notes.some((note) => note['id'] === markOf(call)) ? undefined : { note: [...notes, noteBody(call, call.body.text)] };
  });
  return shownQuote(call, body);
}

const DECLINED: Readonly<Record<string, string>> = { approved: 'rejected', inProgress: 'cancelled', pending: 'cancelled' };

export async function declineQuote(call: OfQuote): Promise<Quote> {
  const body = await quotesBackend(call).change(call.params.quoteId, (quote) => {
    const state = text(quote, 'state') ?? '';
    if (state === 'rejected' || state === 'cancelled') return undefined;
    const next = DECLINED[state];
    if (next === undefined) throw notOpen();
    return { state: next };
  });
  return shownQuote(call, body);
}

/** Yes: the quote is accepted, and ordered as it stands, once, whoever says it how often. */
export async function acceptQuote(call: OfQuote): Promise<Quote> {
  const backend = quotesBackend(call);
  const seen = await backend.quote(call.params.quoteId);
  const shown = await shownQuote(call, seen);
  call.demand({ ...factsOf(seen), spend: add(shown.once, shown.monthly) });
  const quote = await backend.change(call.params.quoteId, (body) => {
    const state = text(body, 'state');
    if (state === 'accepted') return undefined;
    if (state !== 'approved') throw notOpen();
    return { state: 'accepted' };
  });
  if (!(await orderOfQuote(call, quote))) await ordersBackend(call).place(orderBody(quote, shown, await readCatalogue(call)));
  return shownQuote(call, quote);
}

/** Prices as the cart and the quote showed them. */
function orderBody(quote: TmfBody, shown: Quote, catalogue: Catalogue): TmfBody {
  const account = records(quote, 'billingAccount')[0];
  return {
    externalId: orderNumberOf(quote),
    channel: [{ id: 'self-service', name: 'Self-service', role: 'origin' }],
    ...(account && { billingAccount: account }),
    relatedParty: records(quote, 'relatedParty'),
    quote: [{ id: quote['id'], name: numberOf(quote), '@referredType': 'Quote' }],
    orderTotalPrice: priceBody(shown),
    productOrderItem: records(quote, 'quoteItem').map((item, index) => {
      const [id, quantity] = [String(index + 1), whole(QUANTITY, item, 'quantity') ?? 1];
      const [product = {}] = records(item, 'product');
      return { id, action: 'add', quantity, productOffering: at(item, 'productOffering'), itemTotalPrice: priceOf(item, shown), ...orderedProduct(product, { id, quantity }, catalogue) };
    }),
  };
}

function priceOf(item: TmfBody, { lines }: Quote): TmfBody[] {
  const line = lines.find(({ id }) => id === text(item, 'id'));
  return line ? priceBody(line) : records(item, 'quoteItemPrice');
}
