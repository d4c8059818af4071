import type { Account } from './accounts.ts';
import { writeAllowances } from './allowances.ts';
import type { Draft } from './draft.ts';
import { writePayments } from './payments.ts';
import { writeUse } from './use-records.ts';
import { BILLED_MONTHS } from './bills.ts';
import { billCycleBody } from '../customer-bill/bill-run.ts';
import { type Cycle, cycleOf } from '../customer-bill/period.ts';
import { GRACE_DAYS } from '../customer-bill/late-fee.ts';
import { iso, DAY } from './zone.ts';

/** How far the billing of a month has come by now. */
function stageOf({ to, due }: Cycle, now: number): 'billing' | 'collecting' | 'reminding' | 'closed' {
  if (now < to) return 'billing';
  if (now < due) return 'collecting';
  return now < due + GRACE_DAYS * DAY ? 'reminding' : 'closed';
}

const SPECIFICATIONS = [
  ['data', 'Mobile data', 'GB'],
  ['voice', 'Calls', 'minutes'],
  ['sms', 'Texts', 'texts'],
] as const;

/** What the operator's billing is made of, whoever its customers are. */
export function writeBilling(draft: Draft): void {
  for (let month = draft.month - BILLED_MONTHS; month <= draft.month; month += 1) {
    const cycle = cycleOf(month);
    draft.add('billCycle', billCycleBody(cycle, stageOf(cycle, draft.now)));
  }
  for (const [key, name, unit] of SPECIFICATIONS) {
    draft.add('usageSpecification', {
      id: draft.id('usage specification', key),
      name,
      version: '1.0',
      isBundle: false,
      lifecycleStatus: 'Active',
      lastUpdate: iso(cycleOf(draft.month - BILLED_MONTHS).from),
      specCharacteristic: [
        { name: 'quantity', valueType: 'number', configurable: true, characteristicValueSpecification: [{ unitOfMeasure: unit }] },
        { name: 'unit', valueType: 'string', configurable: true, characteristicValueSpecification: [{ value: unit, isDefault: true }] },
      ],
    });
  }
}

/** What an account includes this month, what its lines have used of it, and how it pays. */
export function writeMoney(draft: Draft, account: Account, hasMandate = draft.dice('mandate', account.id).chance(0.5)): void {
  const buckets = writeAllowances(draft, account);
  writeUse(draft, account, buckets);
  writePayments(draft, account, hasMandate);
}
