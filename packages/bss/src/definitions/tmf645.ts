import { ALL, type ApiFacts, NOW, type ResourceFacts, workFrom } from './definition.ts';

/** The file's states begin with `accepted`; its picture says `acknowledged`. What was found out stays; words about it may still change. */
const task = {
  operations: ALL,
  lifecycle: {
    attribute: 'state',
    event: 'StateChange',
    moves: workFrom('accepted'),
    openWhenFinal: ['description', 'expectedQualificationDate', 'externalId', 'interest', 'registerInterest', 'relatedParty'],
  },
} satisfies Partial<ResourceFacts>;

export const serviceQualification: ApiFacts = {
  api: 'TMF645',
  base: 'serviceQualificationManagement',
  resources: [
    {
      ...task,
      resource: 'checkServiceQualification',
      type: 'CheckServiceQualification',
      mandatory: ['serviceQualificationItem'],
      defaults: {
        state: 'accepted',
        checkServiceQualificationDate: NOW,
        instantSyncQualification: false,
        provideAlternative: true,
        provideUnavailabilityReason: true,
      },
      fixed: ['checkServiceQualificationDate', 'effectiveQualificationDate', 'qualificationResult'],
      tells: [{ event: 'InformationRequired', attribute: 'informationRequired', value: 'place', fieldPath: 'serviceQualificationItem.service.place' }],
    },
    {
      ...task,
      resource: 'queryServiceQualification',
      type: 'QueryServiceQualification',
      mandatory: ['searchCriteria'],
      defaults: { state: 'accepted', queryServiceQualificationDate: NOW, instantSyncQualification: false },
      fixed: ['queryServiceQualificationDate', 'effectiveQualificationDate'],
    },
  ],
};
