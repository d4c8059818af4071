import { ALL, type ApiFacts } from './definition.ts';

/** What runs behind a product. `operatingStatus` is v5's; whether a service is suspended v4 cannot say: it is inactive then. */
export const serviceInventory: ApiFacts = {
  api: 'TMF638',
  base: 'serviceInventory',
  versions: ['v4', 'v5'],
  aliases: ['/tmf-api/serviceInventoryManagement/v4', '/tmf-api/serviceInventoryManagement/v5'],
  resources: [
    {
      resource: 'service',
      type: 'Service',
      operations: ALL,
      mandatory: ['serviceSpecification', 'state'],
      defaults: { relatedParty: [] },
      tells: [{ event: 'OperatingStatusChange', attribute: 'operatingStatus' }],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        moves: {
          feasibilityChecked: ['designed', 'reserved', 'inactive', 'active'],
          designed: ['reserved', 'inactive', 'active'],
          reserved: ['designed', 'inactive', 'active'],
          inactive: ['active'],
          active: ['inactive', 'terminated'],
          // The one inventory in which an end can be taken back (TMF638).
          terminated: ['active'],
        },
        stamps: { terminated: 'endDate' },
      },
    },
  ],
};
