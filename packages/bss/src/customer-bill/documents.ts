import { CURRENCY, money, taxOn } from './amounts.ts';
import type { Charge, Step } from './charge.ts';
import type { Cycle } from './period.ts';
import type { Totals } from './totals.ts';
import type { Resource } from '../store/store.ts';
import { iso } from '../world/zone.ts';

/** What a bill says beside its figures. */
export interface BillPlan {
  id: string;
  number: string;
  cycle: Cycle;
  runType: 'onCycle' | 'offCycle';
  state: string;
  paid: number;
  billedAt: number;
  billingAccount: object;
  customer: object;
  currency?: string;
}

/** A bill as TMF678 has it, without what the store adds. */
export function billBody(plan: BillPlan, { net, taxes, total }: Totals): Resource {
  const { id, number, cycle, runType, state, paid, billedAt, currency = CURRENCY } = plan;
  const amount = (minor: number) => money(minor, currency);
  return {
    id,
    billNo: number,
    billDate: iso(billedAt),
    billingPeriod: { startDateTime: iso(cycle.from), endDateTime: iso(cycle.to) },
    paymentDueDate: iso(cycle.due),
    nextBillDate: iso(cycle.next),
    lastUpdate: iso(billedAt),
    category: 'normal',
    runType,
    state,
    taxExcludedAmount: amount(net),
    taxItem: taxes.map((tax) => ({ taxCategory: 'VAT', taxRate: tax.rate, taxAmount: amount(tax.amount) })),
    taxIncludedAmount: amount(total),
    amountDue: amount(total),
    remainingAmount: amount(total - paid),
    ...(paid > 0 && { appliedPayment: [{ appliedAmount: amount(paid) }] }),
    billingAccount: plan.billingAccount,
    relatedParty: [plan.customer],
  };
}

const TYPES: Partial<Record<Charge['kind'], string>> = {
  credit: 'appliedBillingCredit',
  discount: 'appliedBillingCredit',
  penalty: 'appliedPenaltyCharge',
};

/** Of deferred money the outside is told that it is a part of a plan, or that it came back. */
function kindTold({ kind, reasonKind }: Charge): string {
  if (kind !== 'deferred') return kind;
  return reasonKind === 'payment' ? 'one-off' : 'instalment';
}

/** A step of a price as documents have it: decimals, tax included. */
export const tierTold = ({ quantity, each, amount }: Step, currency = CURRENCY) => ({ quantity, each: money(each, currency).value, amount: money(amount, currency).value });

/** What the outside is told of a charge beside its amounts; what does not apply is left out. */
function factsOf(charge: Charge, currency: string) {
  const { kind, tax, quantity, unit, tiers, included: includedQuantity, days, reasonKind, reason, settled } = charge;
  const facts = Object.entries({
    chargeKind: kindTold(charge),
    taxIncluded: tax === undefined ? undefined : true,
    quantity,
    unit,
    tiers: tiers?.map((tier) => tierTold(tier, currency)),
    includedQuantity,
    daysCharged: days?.charged,
    daysOf: days?.of,
    deferred: kind === 'deferred' ? true : undefined,
    reasonKind,
    reason,
    settled,
  });
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, valueType: Array.isArray(value) ? 'array' : typeof value, value }]));
}

/** A line of a bill, or of the one that is running: `billing` says which. */
export function rateBody(charge: Charge, id: string, billing: object, currency = CURRENCY): Resource {
  const { kind, name, net, rate, at, line, from, to } = charge;
  const { tax = taxOn(net, rate) } = charge;
  return {
    id,
    name,
    ...(line?.identifier !== undefined && { description: line.identifier }),
    date: iso(at),
    type: TYPES[kind] ?? 'appliedBillingCharge',
    ...billing,
    ...(from !== undefined && to !== undefined && { periodCoverage: { startDateTime: iso(from), endDateTime: iso(to) } }),
    ...(line && { product: { id: line.id, name: line.name, '@referredType': 'Product' } }),
    taxExcludedAmount: money(net, currency),
    taxIncludedAmount: money(net + tax, currency),
    appliedTax: [{ taxCategory: 'VAT', taxRate: rate, taxAmount: money(tax, currency) }],
    characteristic: factsOf(charge, currency),
  };
}

export const billedOn = (billId: string) => ({ isBilled: true, bill: { id: billId, '@referredType': 'CustomerBill' } });
/** A line that was run up on another account than the bill's says on which. */
export const lineBilling = ({ account }: Charge, billId: string) => ({ ...billedOn(billId), ...(account && { billingAccount: account }) });
export const notBilled = (billingAccount: object) => ({ isBilled: false, billingAccount });

/** `202611-123456`: month and the end of the account's number. */
export const billNumber = (cycle: Cycle, accountNumber: string): string => `${cycle.name.replace('-', '')}-${accountNumber.slice(-6)}`;
