import type { Charge, DisputeRequest } from '@faceplate/contracts';
import { customerRef } from '../accounts/accounts.adapter.ts';
import type { Subject } from '../options.ts';
import { tmfMoney } from '../tmf/money.ts';
import { text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { TICKET_TYPE } from './dispute.adapter.ts';

/** What a dispute is about, as it was read just now. */
export interface Matter {
  bill: TmfBody;
  charge: Charge | undefined;
}

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
