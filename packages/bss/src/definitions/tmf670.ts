import { ALL, type ApiFacts, NOW } from './definition.ts';

/** Ways to pay, as tokens: what a card says on its face is nobody's to send us (payment/no-card-data.ts). Status is free text. */
export const paymentMethod: ApiFacts = {
  api: 'TMF670',
  base: 'paymentMethod',
  resources: [
    {
      resource: 'paymentMethod',
      type: 'PaymentMethod',
      operations: ALL,
      mandatory: ['@type', 'name'],
      defaults: { status: 'active', statusDate: NOW, isPreferred: false },
      fixed: ['statusDate'],
      parties: ['relatedParty.id'],
      accounts: ['account.id'],
      // Its states are anybody's words, so that no lifecycle tells of their change.
      tells: [{ event: 'StatusChange', attribute: 'status' }],
    },
  ],
};
