import { type ApiFacts, NOW, type ResourceFacts, TASK } from './definition.ts';

const task = {
  only: 'v5',
  operations: TASK,
  parties: ['relatedParty.partyOrPartyRole.id'],
  lifecycle: {
    attribute: 'state',
    event: 'StateChange',
    moves: {
      acknowledged: ['inProgress', 'done', 'rejected', 'cancelled', 'terminatedWithError'],
      inProgress: ['done', 'cancelled', 'terminatedWithError'],
      done: [],
      rejected: [],
      cancelled: [],
      terminatedWithError: [],
    },
  },
} satisfies Partial<ResourceFacts>;

/** Born in v5. The file names no base path; this one is that of its examples. `creationDate` is our extension. */
export const productConfiguration: ApiFacts = {
  api: 'TMF760',
  base: 'productConfiguration',
  versions: ['v5'],
  aliases: ['/tmf-api/productConfigurationManagement/v5'],
  resources: [
    {
      ...task,
      resource: 'checkProductConfiguration',
      type: 'CheckProductConfiguration',
      mandatory: ['checkProductConfigurationItem'],
      defaults: { state: 'acknowledged', creationDate: NOW, instantSync: false, provideAlternatives: true },
      fixed: ['creationDate'],
    },
    {
      ...task,
      resource: 'queryProductConfiguration',
      type: 'QueryProductConfiguration',
      mandatory: ['requestProductConfigurationItem'],
      defaults: { state: 'acknowledged', creationDate: NOW, instantSync: false },
      fixed: ['creationDate'],
    },
  ],
};
