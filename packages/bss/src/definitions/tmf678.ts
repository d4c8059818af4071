import { type ApiFacts, NOW, READ, TASK } from './definition.ts';

/** TMF678 v4 names no events; these carry v5's names. A bill is made by billing alone: only its state may be patched. */
export const customerBill: ApiFacts = {
  api: 'TMF678',
  base: 'customerBillManagement',
  versions: ['v4', 'v5'],
  resources: [
    {
      resource: 'customerBill',
      type: 'CustomerBill',
      operations: [...READ, 'patch'],
      fixed: [
        'billDate',
        'billNo',
        'category',
        'lastUpdate',
        'nextBillDate',
        'paymentDueDate',
        'runType',
        'amountDue',
        'appliedPayment',
        'billDocument',
        'disputedAmount',
        'billingAccount',
        'billingPeriod',
        'financialAccount',
        'paymentMethod',
        'relatedParty',
        'remainingAmount',
        'taxExcludedAmount',
        'taxIncludedAmount',
        'taxItem',
      ],
      touched: ['lastUpdate'],
      accounts: ['billingAccount.id'],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        moves: {
          new: ['validated', 'onHold'],
          validated: ['sent', 'onHold'],
          sent: ['partiallyPaid', 'settled', 'onHold'],
          // Money comes back when a bank takes a payment back, or when it is refunded.
          partiallyPaid: ['settled', 'sent', 'onHold'],
          // A bill that is paid can still be disputed.
          settled: ['partiallyPaid', 'sent', 'onHold'],
          onHold: ['new', 'validated', 'sent', 'partiallyPaid', 'settled'],
        },
      },
    },
    {
      resource: 'appliedCustomerBillingRate',
      type: 'AppliedCustomerBillingRate',
      operations: READ,
      accounts: ['billingAccount.id'],
    },
    {
      resource: 'customerBillOnDemand',
      type: 'CustomerBillOnDemand',
      operations: TASK,
      mandatory: ['billingAccount'],
      defaults: { state: 'inProgress', lastUpdate: NOW },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
      accounts: ['billingAccount.id'],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        moves: { inProgress: ['done', 'rejected', 'terminatedWithError'], done: [], rejected: [], terminatedWithError: [] },
        initial: ['inProgress'],
      },
    },
    { resource: 'billCycle', type: 'BillCycle', operations: READ, only: 'v5' },
  ],
};
