import type { InterimBill, InterimBillStatus } from '@faceplate/contracts';
import { instant, needed, text } from '../tmf/read.ts';
import { originOf } from '../upstream/origin.ts';
import type { TmfBody } from '../upstream/types.ts';

/** TMF678 knows four states; a task of a state we do not know is still at it, unless its bill is there. */
const STATUSES: Readonly<Record<string, InterimBillStatus>> = { done: 'ready', rejected: 'refused', terminatedWithError: 'failed' };

const statusOf = (state = '', billId?: string): InterimBillStatus => STATUSES[state] ?? (billId === undefined ? 'making' : 'ready');

/** What a bill is known by beside its id: the task refers to it by that alone. */
export type NumberOf = (billId: string) => string | undefined;

/** A TMF678 customerBillOnDemand. */
export function interimBillOf(body: TmfBody, numberOf: NumberOf, origin: string): InterimBill {
  const accountId = needed(text(body, 'billingAccount', 'id'), 'billingAccount.id');
  const accountName = text(body, 'billingAccount', 'name');
  const billId = text(body, 'customerBill', 'id');
  const changedAt = instant(body, 'lastUpdate');
  const status = statusOf(text(body, 'state'), billId);
  // While it is made the description is the asker's; where it comes to nothing, the operator's.
  const reason = status === 'refused' || status === 'failed' ? text(body, 'description') : undefined;
  return {
    id: needed(text(body, 'id'), 'id'),
    account: { id: accountId, name: accountName ?? accountId },
    origin: originOf(body) ?? origin,
    status,
    ...(changedAt !== undefined && { changedAt }),
    ...(reason !== undefined && { reason }),
    ...(status === 'ready' && billId !== undefined && { bill: { id: billId, number: numberOf(billId) ?? billId } }),
  };
}
