import { type ApiFacts, READ } from './definition.ts';

/** One document of all that concerns a customer, made when it is asked for. */
export const customer360: ApiFacts = {
  api: 'TMF717',
  base: 'customer360',
  versions: ['v5'],
  resources: [{ resource: 'customer360', type: 'Customer360', operations: READ, only: 'v5', from: 'customer' }],
};
