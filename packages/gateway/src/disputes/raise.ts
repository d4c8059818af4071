import type { Charge, Dispute, DisputeRequest, DisputeSummary, Money } from '@faceplate/contracts';
import { add, subtract, sum, taxOn, toDecimal } from '@faceplate/domain';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import { chargeOf } from '../bills/charge.adapter.ts';
import { invalid, notFound, Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { numberFor } from '../tmf/once.ts';
import { found, ownRecord } from '../tmf/owned.ts';
import { readOne } from '../tmf/read-one.ts';
import { text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import { disputeBody, type Matter } from './dispute-body.ts';
import { disputeSummaryOf, isOpen } from './dispute.adapter.ts';
import { type DisputesBackend, disputesBackend } from './disputes.backend.ts';
import { paidSince, termsOf } from './terms.ts';
import { view } from './view.ts';

type Raising = Call<{ billId: string }, unknown, DisputeRequest>;

const NO_LINE = 'There is no such line on this bill.';

/** The line, by its own record: its right to be seen is the bill's. */
async function lineOf(call: Raising, billId: string, chargeId: string): Promise<TmfBody> {
  if (!OPAQUE_ID.test(chargeId)) throw notFound();
  const body = await found(call.tmf('TMF678').get('appliedCustomerBillingRate', chargeId));
  if (body['id'] !== chargeId || text(body, 'bill', 'id') !== billId) throw notFound();
  return body;
}

async function matterOf(call: Raising): Promise<Matter> {
  const { chargeId } = call.body;
  const bill = await ownRecord(call, 'TMF678', 'customerBill', call.params.billId, { action: 'dispute.raise' });
  if (chargeId === undefined) return { bill, charge: undefined };
  const line = await namedInBody('chargeId', NO_LINE, lineOf(call, call.params.billId, chargeId));
  return { bill, charge: readOne(call.tmf('TMF678').origin, () => chargeOf(line, settingOf(call))) };
}

/** What a line costs with its tax: what the billing system says, or its net and the tax on that. */
const grossOf = ({ gross, net, taxRate }: Charge): Money => gross ?? add(net, taxOn(net, taxRate));

const tooMuch = (left: Money) =>
  new Refusal({
    status: 422,
    code: 'dispute-too-much',
    title: left.amount > 0 ? 'That is more than can be disputed here.' : 'There is nothing here to dispute.',
    detail: `At most ${toDecimal(left)} ${left.currency}.`,
  });

/** Money that is held or given back already cannot be disputed again. */
const spoken = (disputes: readonly DisputeSummary[], currency: string): Money =>
  sum(disputes.flatMap((one) => (isOpen(one) ? [one.amount] : one.outcome ? [one.outcome.granted] : [])).filter((amount) => amount.currency === currency), currency);

/** @throws {Refusal} with what is wrong, in the order in which a person could mend it. */
function demandRaisable(call: Raising, { bill, charge }: Matter, known: readonly DisputeSummary[]): void {
  const summary = readOne(call.tmf('TMF678').origin, () => billSummaryOf(bill, settingOf(call), call.tmf('TMF678').origin));
  const { amount, chargeId } = call.body;
  const same = known.filter((one) => one.charge?.id === chargeId);
  if (same.some(isOpen)) throw new Refusal({ status: 409, code: 'dispute-exists', title: 'You have disputed this already. It is being looked at.' });
  if (summary.remaining.amount <= 0 && summary.date < paidSince(call.tenant, settingOf(call).today)) {
    throw new Refusal({ status: 422, code: 'dispute-too-late', title: `A paid bill can be disputed for ${termsOf(call.tenant).paidDays} days.` });
  }
  const most = charge ? grossOf(charge) : summary.total;
  if (amount.currency !== most.currency) throw invalid(422, [{ path: 'amount.currency', message: `This bill is in ${most.currency}.` }]);
  if (amount.amount <= 0) throw invalid(422, [{ path: 'amount.amount', message: 'An amount above nothing is needed.' }]);
  const ofBill = subtract(summary.total, spoken(known, most.currency));
  const ofLine = subtract(most, spoken(charge ? same : known, most.currency));
  const left = ofLine.amount < ofBill.amount ? ofLine : ofBill;
  if (amount.amount > left.amount) throw tooMuch(left);
}

/** Disputes of this bill that are known; what cannot be read holds nothing here, and the ticket system refuses for itself. */
async function knownOf(call: Raising, backend: DisputesBackend): Promise<DisputeSummary[]> {
  return readEach('TMF621', await backend.disputes(call.params.billId), (row) => disputeSummaryOf(row, call.tenant.currency)).items;
}

/** Once per Idempotency-Key, also when the process that began it is gone. */
export async function raiseDispute(call: Raising): Promise<Dispute> {
  const backend = disputesBackend(call);
  const number = numberFor('D', call);
  const matter = await matterOf(call);
  const before = await backend.raised(number);
  if (before) return view(call, before);
  demandRaisable(call, matter, await knownOf(call, backend));
  return view(call, await backend.raise(disputeBody(call.body, matter, call.subject, number)));
}
