import { ALL, type ApiFacts } from './definition.ts';

export const partyRole: ApiFacts = {
  api: 'TMF669',
  base: 'partyRoleManagement',
  resources: [
    {
      resource: 'partyRole',
      type: 'PartyRole',
      operations: ALL,
      mandatory: ['name'],
      arrays: [
        'account',
        'agreement',
        'characteristic',
        'contactMedium',
        'creditProfile',
        'paymentMethod',
        'relatedParty',
      ],
      defaults: { status: 'initialized' },
    },
  ],
};
