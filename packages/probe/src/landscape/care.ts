import type { ApiFacts } from './facts.ts';

const TICKET = ['acknowledged', 'inProgress', 'pending', 'held', 'resolved', 'closed', 'rejected', 'cancelled'];

/** Bills, accounts, payments, and what a customer asks or is told. */
export const care: readonly ApiFacts[] = [
  {
    api: 'TMF621',
    title: 'Trouble tickets',
    names: ['troubleTicket', 'troubleTicketManagement'],
    resources: [
      {
        name: 'troubleTicket',
        scope: 'relatedParty.id',
        filters: ['externalId'],
        sort: '-lastUpdate',
        needed: ['id', 'status', 'creationDate|lastUpdate', 'name|description'],
        conforming: ['href', 'description', 'severity', 'ticketType'],
        dates: ['creationDate', 'lastUpdate', 'expectedResolutionDate'],
        states: { attribute: 'status', words: TICKET, needed: true },
      },
    ],
  },
  {
    api: 'TMF666',
    title: 'Accounts',
    names: ['accountManagement', 'account'],
    resources: [
      {
        name: 'billingAccount',
        scope: 'relatedParty.id',
        filters: ['id'],
        needed: ['id', 'relatedParty'],
        conforming: ['href', 'name'],
        money: ['accountBalance.amount', 'creditLimit'],
      },
      { name: 'billingCycleSpecification', needed: ['id'], conforming: ['href', 'name'] },
      { name: 'billPresentationMedia', needed: ['id'], conforming: ['href', 'name'] },
    ],
  },
  {
    api: 'TMF678',
    title: 'Customer bills',
    names: ['customerBillManagement', 'customerBill'],
    resources: [
      {
        name: 'customerBill',
        scope: 'billingAccount.id',
        sort: '-billDate',
        needed: ['id', 'billDate', 'taxIncludedAmount|amountDue', 'billingAccount'],
        conforming: ['href', 'billDocument'],
        dates: ['billDate', 'paymentDueDate'],
        money: ['taxIncludedAmount', 'amountDue', 'remainingAmount'],
        states: { attribute: 'state', words: ['new', 'onHold', 'validated', 'sent', 'partiallyPaid', 'settled'], needed: false },
      },
      {
        name: 'appliedCustomerBillingRate',
        filters: ['bill.id'],
        needed: ['id', 'taxExcludedAmount|taxIncludedAmount', 'bill|billingAccount'],
        conforming: ['href', 'isBilled'],
        dates: ['date'],
        money: ['taxExcludedAmount', 'taxIncludedAmount'],
      },
      { name: 'customerBillOnDemand', task: true, scope: 'billingAccount.id', needed: ['id'], conforming: ['href'] },
    ],
  },
  {
    api: 'TMF670',
    title: 'Payment methods',
    names: ['paymentMethod', 'paymentMethodManagement', 'paymentMethods'],
    resources: [{ name: 'paymentMethod', scope: 'relatedParty.id', needed: ['id', '@type'], conforming: ['href', 'name'] }],
  },
  {
    api: 'TMF676',
    title: 'Payments',
    names: ['paymentManagement', 'payment'],
    resources: [
      {
        name: 'payment',
        scope: 'account.id',
        needed: ['id', 'account', 'totalAmount|amount'],
        conforming: ['href', 'paymentMethod'],
        dates: ['paymentDate'],
        money: ['totalAmount', 'amount'],
      },
      { name: 'refund', scope: 'account.id', needed: ['id', 'account', 'totalAmount|amount'], money: ['totalAmount', 'amount'] },
    ],
  },
  {
    api: 'TMF654',
    title: 'Prepaid balances',
    names: ['prepayBalanceManagement', 'prepayBalance'],
    resources: [
      { name: 'bucket', scope: 'relatedParty.id', needed: ['id', 'usageType'], conforming: ['href', 'status'] },
      { name: 'topupBalance', task: true, needed: ['id'], conforming: ['href'] },
    ],
  },
  {
    api: 'TMF681',
    title: 'Messages',
    names: ['communicationManagement', 'communication', 'communicationMessage'],
    resources: [{ name: 'communicationMessage', scope: 'receiver.id', needed: ['id', 'content'], conforming: ['href', 'messageType', 'receiver', 'sender'] }],
  },
  {
    api: 'TMF683',
    title: 'Interactions',
    names: ['partyInteraction', 'partyInteractionManagement'],
    resources: [
      {
        name: 'partyInteraction',
        scope: 'relatedParty.id',
        sort: '-interactionDate.startDateTime',
        needed: ['id', 'reason', 'interactionDate.startDateTime|interactionDate|creationDate'],
        conforming: ['href', 'channel', 'direction'],
        dates: ['creationDate', 'interactionDate.startDateTime'],
      },
    ],
  },
  {
    api: 'TMF667',
    title: 'Documents',
    names: ['document', 'documentManagement'],
    resources: [{ name: 'document', needed: ['id', 'name'], conforming: ['href', 'status'], dates: ['creationDate', 'lastUpdate'] }],
  },
  {
    api: 'TMF717',
    title: 'Customer at a glance',
    names: ['customer360', 'customer360Management'],
    resources: [{ name: 'customer360', only: 'v5', needed: ['id'] }],
  },
];
