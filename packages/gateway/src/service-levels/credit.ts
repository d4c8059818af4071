import type { Gap, Money, Month, ServiceCredit } from '@faceplate/contracts';
import { monthBounds } from '@faceplate/domain';
import { creditFor, type CreditWorking, type Figures } from '@faceplate/domain/service-level';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { chunks } from '../tmf/chunks.ts';
import { orGap } from '../tmf/gather.ts';
import { byAccount, byParty, ownRecord, ownRows } from '../tmf/owned.ts';
import { characteristic, instant, money, records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody, TmfQuery } from '../upstream/types.ts';
import type { ServiceRecord } from './record.ts';

const MOST_VIOLATIONS = 500;
const MOST_CREDITS = 500;
/** Two years of monthly bills of many accounts. */
const MOST_BILLS = 1_000;

/** What is known of a missed month elsewhere: that it was written down, and what was given back for it. */
interface Known {
  violation: TmfBody | undefined;
  charge: TmfBody | undefined;
  gaps: Gap[];
}

const isAbout = (violation: TmfBody, service: string): boolean => records(violation, 'relatedEntity').some((one) => text(one, 'id') === service);

/** The violation of a service in a month. */
export async function violationIn(call: Call, service: string, month: Month): Promise<TmfBody | undefined> {
  const start = +monthBounds(month, call.tenant.zone).from;
  const { rows } = await ownRows(call, 'TMF623', 'slaViolation', byParty(call), { query: { 'relatedEntity.id': service }, limit: MOST_VIOLATIONS });
  return rows.find((row) => isAbout(row, service) && Date.parse(instant(row, 'validFor', 'startDateTime') ?? '') === start);
}

/**
 * The line of a bill, or of one to come, that the violation names, or that says it goes back to it. A line on a bill does not name its
 * account: a system that shows each caller their own alone gives it by its id, and not in a list of a product's. One that
 * the violation does not name is then looked for on the person's bills.
 */
async function chargeFor(call: Call, service: string, violation: TmfBody): Promise<TmfBody | undefined> {
  const named = text(violation, 'credit', 'appliedCustomerBillingRate', 'id');
  if (named !== undefined) return await call.tmf('TMF678').get('appliedCustomerBillingRate', named).catch(orGone);
  const about = { 'product.id': service, type: 'appliedBillingCredit' };
  const list = async (more: TmfQuery) => (await call.tmf('TMF678').list('appliedCustomerBillingRate', { ...about, ...more }, { limit: MOST_CREDITS })).items;
  const isIt = (row: TmfBody) => characteristic(records(row, 'characteristic'), 'reason') === text(violation, 'id');
  const found = (await list({})).find(isIt);
  if (found) return found;
  const onBills = await Promise.all(chunks(await billsSince(call, violation)).map((ids) => list({ 'bill.id': ids })));
  return onBills.flat().find(isIt);
}

/** The person's bills since the month of the violation. */
async function billsSince(call: Call, violation: TmfBody): Promise<string[]> {
  const { rows } = await ownRows(call, 'TMF678', 'customerBill', byAccount(call), { query: { sort: '-billDate' }, limit: MOST_BILLS });
  const begin = instant(violation, 'validFor', 'startDateTime') ?? '';
  return rows.filter((bill) => (instant(bill, 'billDate') ?? begin) >= begin).flatMap((bill) => text(bill, 'id') ?? []);
}

/** A line that is gone is none. */
function orGone(error: unknown): undefined {
  if (!(error instanceof UpstreamProblem && error.fault === 'not-found')) throw error;
  return undefined;
}

/** The bill it stands on, for who may see that. */
async function billOf(call: Call, charge: TmfBody | undefined): Promise<string | undefined> {
  const id = charge && text(charge, 'bill', 'id');
  if (id === undefined) return undefined;
  try {
    return text(await ownRecord(call, 'TMF678', 'customerBill', id), 'id');
  } catch (error) {
    if (error instanceof Refusal || error instanceof UpstreamProblem) return undefined;
    throw error;
  }
}

async function known(call: Call, { id }: ServiceRecord, month: Month): Promise<Known> {
  const found = await orGap('TMF623', violationIn(call, id, month));
  const violation = found.value;
  if (!violation) return { violation, charge: undefined, gaps: found.gaps };
  const charge = await orGap('TMF678', chargeFor(call, id, violation));
  return { violation, charge: charge.value, gaps: [...found.gaps, ...charge.gaps] };
}

export const workingOf = ({ used, step, cap, ...rest }: CreditWorking): ServiceCredit['working'] => ({
  ...rest,
  ...(Number.isFinite(used) && { used: Math.floor(used * 100) / 100 }),
  step,
  ...(cap && { cap }),
});

/** What the terms give back for a month; undefined where it was not missed, or nobody says what is given back. */
export function creditIn({ target, monthlyIn, credit }: ServiceRecord, month: Month, figures: Figures): CreditWorking | undefined {
  const fee = monthlyIn(month);
  return fee && credit ? creditFor(figures, target, fee, credit) : undefined;
}

function grantedIn({ violation, charge }: Known, currency: string): Money | undefined {
  const [said] = violation ? records(violation, 'credit') : [];
  if (said && text(said, 'state') === 'granted') return money(currency, said, 'amount');
  const gross = charge && money(currency, charge, 'taxIncludedAmount');
  return gross && { ...gross, amount: Math.abs(gross.amount) };
}

/** `claimable` only where nothing is unknown: what may have been given back already is not promised again. */
function stateOf(granted: Money | undefined, over: boolean, { violation, gaps }: Known): ServiceCredit['state'] {
  if (granted) return 'granted';
  return over && violation && gaps.length === 0 ? 'claimable' : 'expected';
}

/** The line it is found again by, and the bill that has it; nothing before a bill has taken it. */
async function standing(call: Call, charge: TmfBody | undefined): Promise<Pick<ServiceCredit, 'chargeId' | 'billId'>> {
  const billId = await billOf(call, charge);
  const chargeId = charge && text(charge, 'id');
  return billId === undefined || chargeId === undefined ? {} : { chargeId, billId };
}

/** Where the credit of a month stands, with its working; nothing where the month was kept. */
export async function creditOf(call: Call, service: ServiceRecord, month: Month, figures: Figures): Promise<{ credit?: ServiceCredit; gaps: Gap[] }> {
  const working = creditIn(service, month, figures);
  const facts = await known(call, service, month);
  const granted = grantedIn(facts, call.tenant.currency);
  if (!working && !granted) return { gaps: facts.gaps };
  const over = +monthBounds(month, call.tenant.zone).to <= +call.clock();
  const credit = { state: stateOf(granted, over, facts), ...(granted && { granted }), ...(await standing(call, facts.charge)), ...(working && { working: workingOf(working) }) };
  return { credit, gaps: facts.gaps };
}
