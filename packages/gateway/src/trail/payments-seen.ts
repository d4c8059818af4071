import type { TrailMissing } from '@faceplate/contracts';
import type { Attempt } from '../payments/attempt.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { Booking, PaymentSeen } from './seen.ts';
import { bookingOf, wishOf } from './seen.adapter.ts';
import type { TrailBackend } from './trail.backend.ts';

/** The provider is asked for each of them. */
const MOST_ATTEMPTS = 20;

/** The parts of a payment that are for the caller's accounts. */
export const mineIn = (call: Call, attempt: Attempt): Attempt['parts'] => attempt.parts.filter(({ account }) => call.allows({ accountIds: [account.id] }, 'payment.read'));

/** A payment of the portal's by its id, when some of it is the caller's. */
export async function ownAttempt(call: Call, id: string | undefined): Promise<Attempt | undefined> {
  const attempt = id === undefined ? undefined : await call.payments?.store.read(id);
  return attempt && mineIn(call, attempt).length > 0 ? attempt : undefined;
}

/** Payments in the portal, at the provider and in billing; `known` is what billing has said of them already. */
export async function seePayments(call: Call, backend: TrailBackend, begun: readonly Attempt[], known: readonly TmfBody[]): Promise<{ payments: PaymentSeen[]; missing: TrailMissing[] }> {
  const attempts = begun.slice(0, MOST_ATTEMPTS);
  const told = attempts.length === 0 ? { rows: [], isWhole: true } : await backend.payments({ correlatorId: attempts.map(({ id }) => id) });
  const { items: bookings, lost } = await bookingsOf(call, backend, [...known, ...told.rows]);
  // A booking that could not be read, or is in a system that is away, may be anybody's of these.
  const isWhole = told.isWhole && lost === 0;
  const charges = await Promise.all(attempts.map(({ id }) => backend.charge(id)));
  const mine = attempts.map((attempt, at) => ({ wish: wishOf(attempt, mineIn(call, attempt)), charge: charges[at], booked: bookings.filter(({ correlation }) => correlation === attempt.id) }));
  const isElsewhere = ({ wish, booked }: (typeof mine)[number]) => isWhole && booked.length === 0 && !wish.isWhole;
  const payments: PaymentSeen[] = mine.map((one) => ({ wish: one.wish, ...(one.charge && { charge: one.charge }), ...(isWhole && !isElsewhere(one) && { bookings: one.booked }) }));
  // Where somebody paid for several houses at once, the record can stand on an account of another.
  const missing: TrailMissing[] = mine.filter(isElsewhere).map(() => ({ kind: 'booking', system: call.tmf('TMF676').origin, reason: 'not-yours' }));
  const others = bookings.filter(({ correlation }) => !attempts.some(({ id }) => id === correlation));
  if (others.length > 0) missing.push({ kind: 'wish', system: call.tenant.name, reason: 'elsewhere' });
  return { payments: [...payments, ...(isWhole ? others : bookings).map((one) => ({ bookings: [one] }))], missing };
}

async function bookingsOf(call: Call, backend: TrailBackend, bodies: readonly TmfBody[]): Promise<{ items: Booking[]; lost: number }> {
  const rows = [...new Map(bodies.map((body) => [text(body, 'id'), body])).values()];
  // What was given back is asked for before the bills: nothing read later can make it look like too much.
  const refunds = await backend.refunds(rows.flatMap((body) => text(body, 'id') ?? []));
  const { origin } = call.tmf('TMF676');
  const { items, gaps, lost } = readEach('TMF676', { rows, unreadable: 0 }, (body) => bookingOf(body, refunds, settingOf(call), origin));
  backend.gaps.push(...gaps);
  return { items, lost };
}
