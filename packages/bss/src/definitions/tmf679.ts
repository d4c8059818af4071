import { ALL, type ApiFacts, NOW, type ResourceFacts, workFrom } from './definition.ts';

const common = {
  operations: ALL,
  lifecycle: {
    attribute: 'state',
    event: 'StateChange',
    moves: workFrom('acknowledged'),
    openWhenFinal: [
      'channel',
      'description',
      'interest',
      'note',
      'registerInterest',
      'relatedParty',
      'requestedPOQCompletionDate',
      'requestedQualificationCompletionDate',
    ],
  },
} satisfies Partial<ResourceFacts>;

/** v4 knows one resource for asking and searching; v5 has a check, which is the same document, and a query of its own. */
export const productOfferingQualification: ApiFacts = {
  api: 'TMF679',
  base: 'productOfferingQualification',
  versions: ['v4', 'v5'],
  resources: [
    {
      ...common,
      resource: 'productOfferingQualification',
      type: 'ProductOfferingQualification',
      defaults: {
        state: 'acknowledged',
        productOfferingQualificationDate: NOW,
        instantSyncQualification: false,
        provideAlternative: true,
        provideOnlyAvailable: false,
        provideUnavailabilityReason: true,
      },
      fixed: ['productOfferingQualificationDate', 'effectiveQualificationDate', 'qualificationResult'],
      tells: [{ event: 'InformationRequired', attribute: 'informationRequired', value: 'place', fieldPath: 'productOfferingQualificationItem.product.place' }],
      v5: {
        resource: 'checkProductOfferingQualification',
        type: 'CheckProductOfferingQualification',
      },
    },
    {
      ...common,
      only: 'v5',
      resource: 'queryProductOfferingQualification',
      type: 'QueryProductOfferingQualification',
      parties: ['relatedParty.partyOrPartyRole.id'],
      defaults: { state: 'acknowledged', creationDate: NOW, instantSyncQualification: false },
      fixed: ['creationDate', 'effectiveQualificationDate', 'qualifiedProductOfferingItem'],
    },
  ],
};
