import { type ApiFacts, NOW, TASK, workFrom } from './definition.ts';

/** The file's own base path, `/customer/v4`, is another API's by mistake; it is kept as an alias. `creationDate` is our extension. */
export const productRecommendation: ApiFacts = {
  api: 'TMF680',
  base: 'productRecommendation',
  aliases: ['/customer/v4'],
  resources: [
    {
      resource: 'queryProductRecommendation',
      type: 'QueryProductRecommendation',
      operations: TASK,
      defaults: { state: 'accepted', creationDate: NOW, instantSyncRecommendation: false },
      fixed: ['creationDate', 'validFor'],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        moves: workFrom('accepted'),
      },
    },
  ],
};
