import { ALL, type ApiFacts } from './definition.ts';

export const customerManagement: ApiFacts = {
  api: 'TMF629',
  base: 'customerManagement',
  versions: ['v4', 'v5'],
  v5Base: 'customer',
  aliases: ['/tmf-api/customerManagement/v5'],
  resources: [
    {
      resource: 'customer',
      type: 'Customer',
      operations: ALL,
      mandatory: ['name', 'engagedParty'],
      defaults: { status: 'initialized' },
    },
  ],
};
