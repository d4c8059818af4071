import type { Charge, DisputeRequest } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';
import { customerRef } from '../accounts/accounts.adapter.ts';
import type { Subject } from '../options.ts';
import { text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { TICKET_TYPE } from './dispute.adapter.ts';

/** What a dispute is about, as it was read just now. */
export interface Matter {
  bill: TmfBody;
  charge: Charge | undefined;
}

/** TM Forum's records name money by a number; ours are whole minor units. */
const tmfMoney = (amount: DisputeRequest['amount']): TmfBody => ({ unit: amount.currency, value: Number(toDecimal(amount)) });

/** The TMF621 body of a dispute. */
export function disputeBody(request: DisputeRequest, { bill, charge }: Matter, subject: Subject, externalId: string): TmfBody {
  const number = text(bill, 'billNo') ?? text(bill, 'id');
  const accountId = text(bill, 'billingAccount', 'id');
  return {
    externalId,
    name: charge ? `Dispute: ${charge.name}, bill ${number}` : `Dispute: bill ${number}`,
    description: request.description,
    severity: 'Minor',
    ticketType: TICKET_TYPE,
    channel: { id: 'self-service', name: 'Self-service' },
    relatedParty: [
      ...(text(bill, 'relatedParty', 'id') === undefined ? [] : [customerRef(bill)]),
      { id: subject.sub, name: subject.name, role: 'originator', '@referredType': 'Individual' },
    ],
    relatedEntity: [
      { id: bill['id'], name: number, role: 'bill', '@referredType': 'CustomerBill' },
      ...(charge ? [{ id: charge.id, name: charge.name, role: 'charge', '@referredType': 'AppliedCustomerBillingRate' }] : []),
      ...(accountId === undefined ? [] : [{ id: accountId, role: 'account', '@referredType': 'BillingAccount' }]),
    ],
    troubleTicketCharacteristic: [
      { name: 'disputedAmount', valueType: 'object', value: tmfMoney(request.amount) },
      { name: 'disputeReason', valueType: 'string', value: request.reason },
    ],
  };
}
