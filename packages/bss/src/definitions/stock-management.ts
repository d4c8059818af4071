import { ALL, type ApiFacts } from './definition.ts';

/** How many of a device are left. Shaped by TMF687's productStock; of that API nothing else is served. */
export const stockManagement: ApiFacts = {
  api: 'TMF687',
  base: 'stockManagement',
  resources: [
    {
      resource: 'productStock',
      type: 'ProductStock',
      operations: ALL,
      arrays: ['place', 'relatedParty'],
      defaults: { productStockLevel: { amount: 0, units: 'piece' } },
    },
  ],
};
