import { ALL, type ApiFacts, NOW } from './definition.ts';

export const quoteManagement: ApiFacts = {
  api: 'TMF648',
  base: 'quoteManagement',
  resources: [
    {
      resource: 'quote',
      type: 'Quote',
      operations: ALL,
      mandatory: ['quoteItem'],
      defaults: { state: 'inProgress', quoteDate: NOW, relatedParty: [] },
      itemDefaults: { quoteItem: { action: 'add', quantity: 1, state: 'inProgress' } },
      fixed: ['quoteDate', 'quoteTotalPrice', 'version', 'approvalProcess'],
      accounts: ['billingAccount.id'],
      tells: [{ event: 'InformationRequired', attribute: 'state', value: 'pending', fieldPath: 'note' }],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        initial: ['inProgress'],
        moves: {
          inProgress: ['approved', 'pending', 'cancelled'],
          pending: ['inProgress', 'cancelled'],
          approved: ['accepted', 'rejected'],
          accepted: [],
          rejected: [],
          cancelled: [],
        },
        openWhenFinal: ['note'],
        stamps: { accepted: 'effectiveQuoteCompletionDate', rejected: 'effectiveQuoteCompletionDate', cancelled: 'effectiveQuoteCompletionDate' },
      },
    },
  ],
};
