import { ALL, type ApiFacts, NOW } from './definition.ts';

/** How many of a device are left, and what is kept for somebody who has not ordered yet. Shaped by TMF687's productStock and reserveProductStock; of that API nothing else is served. */
export const stockManagement: ApiFacts = {
  api: 'TMF687',
  base: 'stockManagement',
  resources: [
    {
      resource: 'productStock',
      type: 'ProductStock',
      operations: ALL,
      defaults: { productStockLevel: { amount: 0, units: 'piece' } },
    },
    {
      resource: 'reserveProductStock',
      type: 'ReserveProductStock',
      operations: ALL,
      defaults: { reserveProductStockState: 'accepted', reserveProductStockItem: [], requestedReservationDate: NOW },
      fixed: ['reservedUntil', 'requestedReservationDate'],
    },
  ],
};
