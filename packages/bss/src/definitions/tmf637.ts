import { ALL, type ApiFacts } from './definition.ts';

/** The specification's own enum has `"aborted "` with a blank at its end, in v4 and v5 alike. */
export const productInventory: ApiFacts = {
  api: 'TMF637',
  base: 'productInventory',
  versions: ['v4', 'v5'],
  aliases: ['/tmf-api/productInventoryManagement/v4', '/tmf-api/productInventoryManagement/v5'],
  resources: [
    {
      resource: 'product',
      type: 'Product',
      operations: ALL,
      defaults: { status: 'created', productCharacteristic: [], productPrice: [], relatedParty: [] },
      accounts: ['billingAccount.id'],
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        moves: {
          created: ['pendingActive', 'active'],
          pendingActive: ['active', 'cancelled', 'aborted '],
          active: ['suspended', 'pendingTerminate', 'terminated'],
          suspended: ['active'],
          pendingTerminate: ['terminated'],
          terminated: [],
          cancelled: [],
          'aborted ': [],
        },
      },
    },
  ],
};
