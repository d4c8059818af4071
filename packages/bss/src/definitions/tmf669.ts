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
      v5: { mandatory: ['name', 'engagedParty'] },
    },
    {
      resource: 'partyRoleSpecification',
      type: 'PartyRoleSpecification',
      only: 'v5',
      operations: ALL,
      mandatory: ['name'],
      arrays: [
        'agreementSpecification',
        'attachment',
        'constraint',
        'entitySpecRelationship',
        'permissionSpecificationSet',
        'relatedParty',
        'specCharacteristic',
      ],
      defaults: { lifecycleStatus: 'active', isBundle: false, version: '1.0', lastUpdate: NOW },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
    },
  ],
};
