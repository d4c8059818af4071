import { type ApiFacts, READ } from './definition.ts';

/** TMF678 v4 names no events; these carry v5's names. A bill is made by billing alone: only its state may be patched. */
export const customerBill: ApiFacts = {
  api: 'TMF678',
  base: 'customerBillManagement',
  resources: [
    {
      resource: 'customerBill',
      type: 'CustomerBill',
      operations: [...READ, 'patch'],
      arrays: ['appliedPayment', 'billDocument', 'relatedParty', 'taxItem'],
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
          partiallyPaid: ['settled', 'onHold'],
          // A bill that is paid can still be disputed.
          settled: ['onHold'],
          onHold: ['new', 'validated', 'sent', 'partiallyPaid', 'settled'],
        },
      },
    },
    {
      resource: 'appliedCustomerBillingRate',
      type: 'AppliedCustomerBillingRate',
      operations: READ,
      arrays: ['appliedTax', 'characteristic'],
      accounts: ['billingAccount.id'],
    },
    {
      resource: 'customerBillOnDemand',
      type: 'CustomerBillOnDemand',
      operations: [...READ, 'create'],
      mandatory: ['billingAccount'],
      defaults: { state: 'inProgress' },
      accounts: ['billingAccount.id'],
    },
  ],
};
