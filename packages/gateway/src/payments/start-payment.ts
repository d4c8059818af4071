import type { PaymentPart, PaymentRequest } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { numberFor } from '../tmf/once.ts';
import { type Attempt, isUnderWay } from './attempt.ts';
import type { PaymentCounter } from './counter.ts';
import { payerName } from './payer-name.ts';
import { ProviderProblem } from './provider.ts';
import { askedIn, partsOf } from './wish.ts';

const customerOf = ({ tenant, subject }: Pick<Call, 'tenant' | 'subject'>): Promise<string> => payerName(tenant.publicUrl, subject.sub);

/** One key of one person is one payment, in whichever process the repeats arrive, and for ever. */
export const paymentIdOf = ({ operationKey }: Call): string => `pay-${operationKey.slice(0, 40)}`;

export const providerAway = (): Refusal =>
  new Refusal({ status: 503, code: 'payment-provider-away', title: 'The payment provider cannot be reached right now. Try again in a moment.' }, { 'retry-after': '3' });

export async function asking<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ProviderProblem ? providerAway() : error;
  }
}

/** Everybody whose page shows one of the accounts: the payer, and whoever has them. */
const hearers = ({ subject }: Call, accountIds: readonly string[]): string[] => {
  const ties = subject.ties ?? [{ partyIds: subject.partyIds, accountIds: subject.accountIds }];
  const owners = ties.filter((tie) => tie.accountIds.some((id) => accountIds.includes(id))).flatMap(({ partyIds }) => partyIds);
  return [...new Set([subject.sub, ...owners])];
};

/** What is paid, beside by whom: `asked` tells a repeat from another wish; `back` is where the browser goes afterwards. */
interface Wish {
  asked: string;
  keep: boolean;
  back: string;
  meansId: string | undefined;
}

/** Writes a payment down under the call's key; a repeat finds the one there is. @throws {Refusal} 409 while another is under way. */
export async function written(call: Call, desk: PaymentCounter, wish: Wish, partsOf: () => Promise<PaymentPart[]>): Promise<Attempt> {
  const id = paymentIdOf(call);
  const before = await desk.store.read(id);
  if (before) return before;
  const parts = await partsOf();
  const { meansId, keep, back, asked } = wish;
  const reference = numberFor('P', call);
  const attempt: Attempt = {
    id, reference, parts, keep, state: 'new', version: 1, looks: 0,
    person: call.subject.sub,
    partyIds: hearers(call, parts.map(({ account }) => account.id)),
    amount: sum(parts.map(({ amount }) => amount), parts[0]?.amount.currency ?? call.tenant.currency),
    asked,
    customer: await customerOf(call),
    returnUrl: call.tenant.publicUrl + back,
    description: `${call.tenant.name} ${reference}`,
    at: call.clock().toISOString(),
    ...(meansId !== undefined && { meansId }),
  };
  const kept = await desk.begin(attempt);
  if (kept !== 'held') return kept;
  // What holds it may have ended without our being told.
  const others = await desk.store.of(parts.map(({ account }) => account.id), 100);
  await Promise.all(others.filter(isUnderWay).map((other) => desk.look(other)));
  const again = await desk.begin(attempt);
  if (again !== 'held') return again;
  throw new Refusal({ status: 409, code: 'payment-under-way', title: 'A payment for this is under way already. Wait for it, or end it first.' });
}

/**
 * Writes the payment down, then asks the provider for it. What dies in between is gone on with by the next who comes with
 * the same key, or by the next look of ours.
 */
export async function startPayment(call: Call<unknown, unknown, PaymentRequest>, desk: PaymentCounter): Promise<Attempt> {
  const { meansId, keep = false, back = `/payments/${paymentIdOf(call)}` } = call.body;
  const attempt = await written(call, desk, { asked: askedIn(call.body), keep, back, meansId }, () => partsOf(call));
  call.concerns('payment', attempt.id);
  for (const { account } of attempt.parts) call.demand({ accountIds: [account.id], spend: attempt.amount });
  if (attempt.asked !== askedIn(call.body)) throw new Refusal({ status: 422, code: 'key-reused', title: 'That Idempotency-Key was used for something else.' });
  return (await asking(desk.advance(attempt.id))) ?? attempt;
}

/** One payment as it stands now, where payments are taken here and know it. */
export async function attemptOf({ payments }: Pick<Call, 'payments'>, id: string): Promise<Attempt | undefined> {
  const attempt = await payments?.store.read(id);
  return attempt && payments?.look(attempt);
}
