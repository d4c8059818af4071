import { Quote, QuoteList, QuoteRequest, type QuoteSummary } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { cartKey } from '../cart/open-cart.ts';
import { shoppingPaper } from '../cart/shopping-paper.ts';
import { OBSTACLES } from '../offers/obstacle-refusal.ts';
import { falling, type Order, sorted } from '../paging/page.ts';
import { localeQuery } from '../papers/locale-query.ts';
import { printerOf } from '../papers/paper-bill.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { acceptQuote, askQuote, declineQuote, sayOfQuote } from './quote-acts.ts';
import { quoteSummaryOf } from './quote.adapter.ts';
import { quotesBackend, shownQuote } from './quotes.backend.ts';

const NEWEST: Order<QuoteSummary> = [falling(({ askedAt }) => askedAt), falling(({ id }) => id)];

/** Changes of one quote wait for each other. */
const inTurn = <T>(call: Call<{ quoteId: string }>, work: () => Promise<T>): Promise<T> => call.inTurn(`quote ${call.params.quoteId}`, work);

const one = async (call: Call<{ quoteId: string }>): Promise<Quote> => shownQuote(call, await quotesBackend(call).quote(call.params.quoteId));

const CHANGING = ['quote-not-open', 'changed-meanwhile', 'busy', 'upstream-refused'] as const;

export const quoteRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/quotes',
    summary: 'Your quotes, newest first.',
    answer: QuoteList,
    policy: { action: 'order.read' },
    handle: async (call) => {
      const found = await quotesBackend(call).quotes();
      const { items, gaps } = readEach('TMF648', found, (body) => quoteSummaryOf(body, found.rows, settingOf(call)));
      return { items: sorted(items, NEWEST), gaps, total: found.total };
    },
  }),
  route({
    method: 'GET',
    path: '/quotes/:quoteId',
    summary: 'One version of a quote: its lines, until when it stands, the talk about it, who has to say yes.',
    answer: Quote,
    policy: { action: 'order.read' },
    handle: one,
  }),
  route({
    method: 'POST',
    path: '/quotes',
    summary: 'Asks for a quote of the cart, or for a new version of one.',
    detail: '`number` is that of the quote of which it shall be the next version. The cart stays as it is.',
    body: QuoteRequest,
    codes: ['not-found', 'quote-not-open', 'upstream-refused', ...OBSTACLES],
    answer: Quote,
    status: 201,
    policy: { action: 'order.place' },
    handle: (call) => call.inTurn(cartKey(call), () => askQuote(call)),
  }),
  route({
    method: 'POST',
    path: '/quotes/:quoteId/notes',
    summary: 'Says something about a quote.',
    body: z.object({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)) }),
    codes: ['not-found', ...CHANGING],
    answer: Quote,
    policy: { action: 'order.change' },
    handle: (call) => inTurn(call, () => sayOfQuote(call)),
  }),
  route({
    method: 'POST',
    path: '/quotes/:quoteId/accept',
    summary: 'Accepts a quote: it is ordered as it stands, once.',
    body: z.object({}),
    codes: ['not-found', 'over-limit', ...CHANGING],
    answer: Quote,
    policy: { action: 'order.place' },
    handle: (call) => inTurn(call, () => acceptQuote(call)),
  }),
  route({
    method: 'POST',
    path: '/quotes/:quoteId/decline',
    summary: 'Declines a quote, or takes back that it was asked for.',
    body: z.object({}),
    codes: ['not-found', ...CHANGING],
    answer: Quote,
    policy: { action: 'order.change' },
    handle: (call) => inTurn(call, () => declineQuote(call)),
  }),
  route({
    method: 'GET',
    path: '/quotes/:quoteId/document',
    summary: 'A quote as a PDF.',
    query: z.object(localeQuery),
    codes: ['documents-unavailable', 'documents-busy'],
    answer: { media: 'application/pdf' },
    policy: { action: 'order.read' },
    routeClass: 'export',
    handle: async (call) => {
      const quote = call.project(await one(call));
      const { number, version, validUntil } = quote;
      const paper = shoppingPaper(quote, { tenant: call.tenant, locale: call.query.locale, on: quote.askedAt, quote: { number: `${number}/${version}`, validUntil } });
      return { bytes: await printerOf(call).print(paper), fileName: `quote-${quote.id}.pdf` };
    },
  }),
];
