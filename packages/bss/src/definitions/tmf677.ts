import { type ApiFacts, NOW, TASK } from './definition.ts';

/** Asks what is left of the allowances; answered at once. The report is v5's way to ask. */
export const usageConsumption: ApiFacts = {
  api: 'TMF677',
  base: 'usageConsumption',
  versions: ['v4', 'v5'],
  resources: [
    {
      resource: 'queryUsageConsumption',
      type: 'QueryUsageConsumption',
      operations: [...TASK, 'delete'],
      defaults: { queryUsageConsumptionDate: NOW, searchCriteria: {}, state: 'done' },
      fixed: ['queryUsageConsumptionDate'],
    },
    {
      resource: 'usageConsumptionReport',
      type: 'UsageConsumptionReport',
      operations: [...TASK, 'delete'],
      defaults: { name: 'Usage consumption', creationDate: NOW, lastUpdate: NOW },
      fixed: ['creationDate', 'lastUpdate'],
      parties: ['relatedParty.id', 'relatedParty.partyOrPartyRole.id'],
      only: 'v5',
    },
  ],
};
