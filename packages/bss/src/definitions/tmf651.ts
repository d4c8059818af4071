import { ALL, type ApiFacts, NOW } from './definition.ts';

/** Contracts. TMF651 leaves the words of `status` to the operator. */
export const agreementManagement: ApiFacts = {
  api: 'TMF651',
  base: 'agreementManagement',
  resources: [
    {
      resource: 'agreement',
      type: 'Agreement',
      operations: ALL,
      mandatory: ['agreementItem', 'agreementType', 'engagedParty', 'name'],
      defaults: { status: 'inProcess', initialDate: NOW },
    },
    {
      resource: 'agreementSpecification',
      type: 'AgreementSpecification',
      operations: ALL,
      mandatory: ['attachment', 'name'],
      defaults: { lastUpdate: NOW, lifecycleStatus: 'Active', version: '1.0' },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
    },
  ],
};
