import type { Quote } from '@faceplate/contracts';
import { factsOf } from '../policy/facts.ts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { madeBefore } from '../tmf/once.ts';
import { byParty, type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { numberOf, quoteOf } from './quote.adapter.ts';

/** What quotes need from the other side (TMF648). */
export interface QuotesBackend {
  quotes(): Promise<OwnRows>;
  quote(id: string): Promise<TmfBody>;
  ask(body: TmfBody): Promise<TmfBody>;
  /** Writes what follows from the quote as it stands; leaves it as it is when nothing does. */
  change(id: string, patch: (quote: TmfBody) => TmfBody | undefined): Promise<TmfBody>;
}

const over = () => new Refusal({ status: 409, code: 'quote-not-open', title: 'This quote cannot be accepted or declined any more. Ask for a new version.' });

export function quotesBackend(call: Call): QuotesBackend {
  const client = call.tmf('TMF648');
  const quote = (id: string) => ownRecord(call, 'TMF648', 'quote', id);
  return {
    quotes: () => ownRows(call, 'TMF648', 'quote', byParty(call), { query: { sort: '-quoteDate' }, limit: 300 }),
    quote,
    ask: (body) => refusing(client.post('quote', body)),
    change: (id, patch) =>
      refusing(
        changeRecord(client, {
          resource: 'quote',
          id,
          read: () => quote(id),
          patch: (body) => {
            call.demand(factsOf(body));
            return patch(body);
          },
        }),
      ),
  };
}

async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'refused' && (error.status === 409 || error.status === 422)) throw over();
    throw error;
  }
}

export const notOpen = over;

/** The number under which a quote is ordered: one quote is one order, whoever says yes to it, and however often. */
export const orderNumberOf = (quote: TmfBody): string => `O-${numberOf(quote).replace(/^Q-/, '')}`;

export const orderOfQuote = (call: Call, quote: TmfBody): Promise<TmfBody | undefined> => madeBefore(call, 'TMF622', 'productOrder', byParty(call), orderNumberOf(quote));

/** A quote as customers see it, among the other versions of it, and with the order it became. */
export async function shownQuote(call: Call, body: TmfBody): Promise<Quote> {
  const accepted = text(body, 'state') === 'accepted';
  const [{ rows }, order] = await Promise.all([quotesBackend(call).quotes(), accepted ? orderOfQuote(call, body) : undefined]);
  const all = [body, ...rows.filter((row) => row['id'] !== body['id'])];
  return readOne(call.tmf('TMF648').origin, () => quoteOf(body, all, { setting: settingOf(call), sub: call.subject.sub, orderId: text(order, 'id') }));
}
