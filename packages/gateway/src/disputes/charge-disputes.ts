import type { Charge, DisputeSummary, Gap } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach } from '../tmf/gather.ts';
import { disputeSummaryOf, isOpen } from './dispute.adapter.ts';
import { disputesBackend } from './disputes.backend.ts';

export interface ChargeDisputes {
  /** What is known of a line: the dispute that is open, or the one last decided. */
  of(chargeId: string): Charge['dispute'];
  gaps: Gap[];
}

/** Of two disputes of one line the open one counts, then the one changed last. */
function counts(one: DisputeSummary, other: DisputeSummary | undefined): boolean {
  if (!other) return true;
  return isOpen(one) === isOpen(other) ? one.changedAt > other.changedAt : isOpen(one);
}

/**
 * The disputes about the lines of one bill, for a page that shows the bill. Whoever may not read disputes sees a bill
 * without any; a ticket system that is down leaves a gap, and the bill is shown.
 */
export async function chargeDisputes(call: Call, billId: string): Promise<ChargeDisputes> {
  const { value, gaps } = await orGap('TMF621', disputesBackend(call).disputes(billId));
  const read = value ? readEach('TMF621', value, (row) => disputeSummaryOf(row, call.tenant.currency)) : { items: [], gaps: [] };
  const byCharge = new Map<string, DisputeSummary>();
  for (const one of read.items) {
    const id = one.charge?.id;
    if (id !== undefined && one.bill.id === billId && one.status !== 'withdrawn' && counts(one, byCharge.get(id))) byCharge.set(id, one);
  }
  return {
    of: (chargeId) => {
      const one = byCharge.get(chargeId);
      return one && { id: one.id, amount: one.amount, open: isOpen(one) };
    },
    gaps: [...gaps, ...read.gaps],
  };
}
