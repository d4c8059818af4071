import type { Charge } from './charge.ts';

/** Days after the due date before a fee is asked for. */
export const GRACE_DAYS = 3;

/** For a bill that was not paid in time. Damages for late payment bear no VAT. */
export function lateFee(at: number, billId: string): Charge {
  return { kind: 'penalty', name: 'Late payment fee', net: 350, rate: 0, at, reasonKind: 'bill', reason: billId };
}
