import type { Bill, TrailStep } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import type { Gathered } from './gather.ts';
import type { OrderSeen } from './orders.ts';
import { countedOf } from './mismatches.ts';
import type { Booking, PaymentSeen, Refund } from './seen.ts';

/** Who speaks for the portal and for the provider. */
export interface Speakers {
  portal: string;
  provider: string;
}

/** A number that the portal gives to an order (`numberFor`): it was wished for here. */
const OURS = /^O-\d{10}$/;
/** Lines of one bill that stand in a trail; the bill has them all. */
const MOST_LINES = 50;

/** Every record in the order in which it came about. Of several at one moment: what was wished for first. */
export function stepsOf({ seen: { payments }, bills, orders }: Gathered, speakers: Speakers): TrailStep[] {
  const shown = new Set(bills.map(({ id }) => id));
  const steps = [
    ...orders.flatMap((one) => orderSteps(one, speakers)),
    ...bills.flatMap(billSteps),
    ...payments.flatMap((one) => [...wishSteps(one, speakers), ...(one.bookings ?? []).flatMap((booking) => bookingSteps(booking, bills))]),
  ];
  const related = steps.filter(({ bill }) => bill === undefined || shown.has(bill.id));
  return related.toSorted((one, other) => momentOf(one).localeCompare(momentOf(other)));
}

const momentOf = ({ at, on }: TrailStep): string => at ?? on ?? '';

function orderSteps({ order, system, lines }: OrderSeen, { portal }: Speakers): TrailStep[] {
  const { id, number, placedAt: at, title: name, stage: status } = order;
  const isOurs = OURS.test(number);
  return [
    ...(isOurs ? [{ kind: 'wish' as const, system: portal, id: number, number, name, at }] : []),
    { kind: 'order', system, id, number, name, at, status, ...(isOurs && { correlation: number }) },
    ...lines.slice(0, MOST_LINES).map(({ bill, charge }) => ({
      kind: 'line' as const, system: bill.origin, id: charge.id, name: charge.name, correlation: id, on: bill.date, amount: charge.gross ?? charge.net, bill: { id: bill.id, number: bill.number },
    })),
  ];
}

/** A bill, and the lines of credit that have settled some of it. */
const billSteps = ({ id, number, origin: system, date: on, total: amount, status, account, applied = [] }: Bill): TrailStep[] => [
  { kind: 'bill', system, id, number, on, amount, status, account },
  ...applied.filter(({ kind }) => kind === 'credit').map((one): TrailStep => ({ kind: 'applied', system, id, on, amount: one.amount, bill: { id, number }, ...(one.id !== undefined && { correlation: one.id }), ...(one.name !== undefined && { name: one.name }) })),
];

/** What the caller may see of the whole: of parts that are others' neither amount nor sum. */
function wishSteps({ wish, charge }: PaymentSeen, { portal, provider }: Speakers): TrailStep[] {
  if (!wish) return [];
  const { id, reference: number, at, settledAt, isWhole, status } = wish;
  const asked: TrailStep = { kind: 'wish', system: portal, id, number, at, status, amount: sum(wish.parts.map(({ amount }) => amount), wish.amount.currency) };
  if (charge === undefined || charge === 'none') return [asked];
  return [asked, { kind: 'charge', system: provider, id: charge.id, correlation: charge.reference, status: charge.state, ...(isWhole && { amount: charge.amount }), ...(settledAt !== undefined && { at: settledAt }) }];
}

function bookingSteps(booking: Booking, bills: readonly Bill[]): TrailStep[] {
  const { payment, system, account, correlation, refunds } = booking;
  const { id, reference: number, amount, status } = payment;
  const at = payment.settledAt ?? payment.at;
  const counted = bills.flatMap((bill) => countedOf(bill, booking).map((one) => ({ bill, amount: one })));
  return [
    { kind: 'booking', system, id, number, at, amount, status, account, ...(correlation !== undefined && { correlation }) },
    ...counted.map((one): TrailStep => ({ kind: 'applied', system: one.bill.origin, id: one.bill.id, correlation: id, at, amount: one.amount, bill: { id: one.bill.id, number: one.bill.number } })),
    ...refunds.map((refund) => refundStep(refund, id)),
  ];
}

const refundStep = ({ id, system, amount, at, isDone }: Refund, correlation: string): TrailStep => ({
  kind: 'refund', system, id, correlation, amount, status: isDone ? 'done' : 'processing', ...(at !== undefined && { at }),
});
