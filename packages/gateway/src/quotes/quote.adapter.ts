import type { Quote, QuoteLine, QuoteStatus, QuoteSummary } from '@faceplate/contracts';
import { priceIn, type LinePrice, totalOf } from '../cart/line-price.ts';
import { optional } from '../products/products.adapter.ts';
import { instant, meaningOf, needed, QUANTITY, records, text, whole } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

const STATES: Readonly<Record<string, QuoteStatus>> = { inProgress: 'asked', pending: 'waiting-for-your-company', approved: 'offered', accepted: 'accepted', rejected: 'declined', cancelled: 'withdrawn' };
const ENDED: ReadonlySet<QuoteStatus> = new Set(['declined', 'withdrawn', 'offered']);

export const numberOf = (body: TmfBody): string => text(body, 'externalId') ?? needed(text(body, 'id'), 'id');
export const versionOf = (body: TmfBody): number => whole([1, 10_000], { version: Number(text(body, 'version') ?? 1) }, 'version') ?? 1;

/** What becomes of a version: a later one takes its place, and prices stand until their day. */
function statusOf(body: TmfBody, all: readonly TmfBody[], now: Date): QuoteStatus {
  const status = needed(meaningOf(STATES, text(body, 'state')), 'state');
  const isLater = (other: TmfBody) => numberOf(other) === numberOf(body) && versionOf(other) > versionOf(body);
  if (ENDED.has(status) && all.some(isLater)) return 'replaced';
  const until = instant(body, 'validFor', 'endDateTime');
  return status === 'offered' && until !== undefined && Date.parse(until) <= now.getTime() ? 'expired' : status;
}

interface Line {
  line: QuoteLine;
  price: LinePrice;
}

function lineOf(item: TmfBody, currency: string): Line {
  const price = needed(priceIn(records(item, 'quoteItemPrice'), currency), 'quoteItemPrice');
  const [place] = records(item, 'product', 'place');
  const name = text(item, 'productOffering', 'name') ?? text(item, 'product', 'name') ?? 'Line';
  return {
    price,
    line: {
      id: needed(text(item, 'id'), 'quoteItem.id'), name, quantity: whole(QUANTITY, item, 'quantity') ?? 1, once: price.once, monthly: price.monthly,
      ...optional({ after: price.after, place: text(place, 'name') }),
    },
  };
}

function titleOf(lines: readonly QuoteLine[]): string {
  const [first, ...rest] = new Set(lines.map(({ name }) => name));
  if (rest.length === 0) return first ?? 'Quote';
  return rest.length === 1 ? `${first} and ${rest[0]}` : `${first} and ${rest.length} more`;
}

function read(body: TmfBody, all: readonly TmfBody[], { currency, now }: Setting) {
  const found = records(body, 'quoteItem').map((item) => lineOf(item, currency));
  const lines = found.map(({ line }) => line);
  const total = totalOf(found.map(({ price }) => price), currency);
  const summary: QuoteSummary = {
    id: needed(text(body, 'id'), 'id'),
    number: numberOf(body),
    version: versionOf(body),
    status: statusOf(body, all, now),
    title: titleOf(lines),
    askedAt: needed(instant(body, 'quoteDate'), 'quoteDate'),
    once: total.once,
    monthly: total.monthly,
    ...optional({ validUntil: instant(body, 'validFor', 'endDateTime') }),
  };
  return { summary, lines, total };
}

/** `all` are the quotes among which there may be later versions of it. */
export const quoteSummaryOf = (body: TmfBody, all: readonly TmfBody[], setting: Setting): QuoteSummary => read(body, all, setting).summary;

export function quoteOf(body: TmfBody, all: readonly TmfBody[], { setting, sub, orderId }: { setting: Setting; sub: string; orderId: string | undefined }): Quote {
  const { summary, lines, total } = read(body, all, setting);
  const versions = all.filter((one) => numberOf(one) === summary.number).map((one) => ({ id: needed(text(one, 'id'), 'id'), version: versionOf(one), status: statusOf(one, all, setting.now) }));
  const approvals = records(body, 'authorization').map(approvalOf);
  return {
    ...summary, lines,
    notes: records(body, 'note').flatMap((note) => noteOf(note, sub)),
    versions: versions.toSorted((one, other) => other.version - one.version),
    ...(approvals.length > 0 && { approvals }),
    ...optional({ tax: total.tax, after: total.after, orderId }),
  };
}

function noteOf(note: TmfBody, sub: string): Quote['notes'] {
  const [words, authorId, at] = [text(note, 'text'), text(note, 'authorId'), instant(note, 'date')];
  if (words === undefined) return [];
  const by = authorId === undefined ? 'provider' : authorId === sub ? 'you' : 'colleague';
  return [{ by, name: text(note, 'author') ?? '', text: words, ...(at !== undefined && { at }) }];
}

const SAID = { approved: 'approved', rejected: 'rejected' } as const;

function approvalOf(one: TmfBody): NonNullable<Quote['approvals']>[number] {
  const at = instant(one, 'givenDate');
  const [approver] = records(one, 'approver');
  return { name: text(approver, 'name') ?? text(one, 'name') ?? '', state: meaningOf(SAID, text(one, 'state')) ?? 'waiting', ...(at !== undefined && { at }) };
}
