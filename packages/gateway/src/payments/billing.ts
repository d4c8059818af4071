import type { PaymentPart } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import type { Upstreams } from '../options.ts';
import { tmfMoney } from '../tmf/money.ts';
import { text } from '../tmf/read.ts';
import { tmfClient } from '../upstream/client.ts';
import { untagged } from '../upstream/merged/tags.ts';
import type { TmfBody, TmfClient } from '../upstream/types.ts';
import type { Attempt } from './attempt.ts';
import { billedStatus } from './payments.adapter.ts';

/** What billing says of a payment it has: one record in each of its systems. */
export interface Booked {
  ids: string[];
  /** The bills are settled by it. */
  captured: boolean;
}

const bookedOf = (bodies: readonly TmfBody[]): Booked => ({
  ids: bodies.flatMap((body) => text(body, 'id') ?? []),
  captured: bodies.every((body) => billedStatus(body) === 'paid'),
});

/** Longer than any write upstream may take. */
const within = (id: string) => ({ trace: crypto.randomUUID(), signal: AbortSignal.timeout(9_000), idempotencyKey: id });

const payments = (upstreams: Upstreams, id: string): TmfClient => tmfClient('TMF676', upstreams('TMF676'), within(id));

/** TMF676, as of one payer for all accounts of one system: each part by itself, for the receivables of its account. */
function bodyOf(attempt: Attempt, parts: readonly PaymentPart[]): TmfBody {
  const [first] = parts;
  const all = sum(parts.map((part) => part.amount), attempt.amount.currency);
  return {
    '@type': 'Payment',
    correlatorId: attempt.id,
    name: attempt.reference,
    description: attempt.description,
    account: { id: first?.account.id, name: first?.account.name, '@referredType': 'BillingAccount' },
    payer: { id: attempt.person, '@referredType': 'Individual' },
    amount: tmfMoney(all),
    totalAmount: tmfMoney(all),
    authorizationCode: attempt.providerId,
    channel: { name: 'selfCare' },
    paymentDate: attempt.settledAt ?? attempt.at,
    paymentMethod: { '@type': 'TokenizedCard', name: attempt.means?.name ?? 'Card' },
    paymentItem: parts.map(({ account, bill, amount: part }, at) => ({
      id: String(at + 1),
      amount: tmfMoney(part),
      totalAmount: tmfMoney(part),
      item: bill ? { id: bill.id, name: bill.number, '@referredType': 'CustomerBill' } : { id: account.id, name: account.name, '@referredType': 'BillingAccount' },
      account: { id: account.id, name: account.name, '@referredType': 'BillingAccount' },
    })),
  };
}

/** The parts by the billing system that has their accounts: each takes in what is for its own. */
function bySystem(upstreams: Upstreams, { parts }: Attempt): PaymentPart[][] {
  const marks = upstreams('TMF676').merge?.tags['TMF676'] ?? [];
  return [...Map.groupBy(parts, ({ account }) => untagged(marks, account.id).tag ?? '').values()];
}

/**
 * Tells billing that the money is there. TM Forum has no idempotency key, but a payment keeps its payer's number: what an
 * earlier try has left behind is found by it, even when this process died in between.
 */
export async function tellBilling(upstreams: Upstreams, attempt: Attempt): Promise<Booked> {
  const client = payments(upstreams, attempt.id);
  const booked: TmfBody[] = [];
  for (const parts of bySystem(upstreams, attempt)) {
    const account = parts[0]?.account.id ?? '';
    const { items } = await client.list('payment', { correlatorId: attempt.id, 'account.id': [account] }, { limit: 10 });
    const before = items.find((body) => text(body, 'correlatorId') === attempt.id && text(body, 'account', 'id') === account);
    booked.push(before ?? (await client.post('payment', bodyOf(attempt, parts))));
  }
  return bookedOf(booked);
}

/** How billing's payments of it stand by now. */
export async function askBilling(upstreams: Upstreams, { id, billingIds = [] }: Attempt): Promise<Booked> {
  const client = payments(upstreams, id);
  return bookedOf(await Promise.all(billingIds.map((billingId) => client.get('payment', billingId))));
}
