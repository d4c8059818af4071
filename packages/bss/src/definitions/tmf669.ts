import { ALL, type ApiFacts, NOW } from './definition.ts';

export const partyRole: ApiFacts = {
  api: 'TMF669',
  base: 'partyRoleManagement',
  versions: ['v4', 'v5'],
  resources: [
    {
      resource: 'partyRole',
      type: 'PartyRole',
      operations: ALL,
      mandatory: ['name'],
      defaults: { status: 'initialized' },
      v5: { mandatory: ['name', 'engagedParty'] },
    },
    {
      resource: 'partyRoleSpecification',
      type: 'PartyRoleSpecification',
      only: 'v5',
      operations: ALL,
      mandatory: ['name'],
      defaults: { lifecycleStatus: 'active', isBundle: false, version: '1.0', lastUpdate: NOW },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
    },
  ],
};
