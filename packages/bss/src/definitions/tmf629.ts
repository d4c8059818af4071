import { ALL, type ApiFacts } from './definition.ts';

export const customerManagement: ApiFacts = {
  api: 'TMF629',
  base: 'customerManagement',
  resources: [
    {
      resource: 'customer',
      type: 'Customer',
      operations: ALL,
      mandatory: ['name', 'engagedParty'],
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
