import { ALL, type ApiFacts } from './definition.ts';

/** Targets alone: TMF657 has no measured values, no violations and no states. */
export const serviceQuality: ApiFacts = {
  api: 'TMF657',
  base: 'serviceQualityManagement',
  resources: [
    {
      resource: 'serviceLevelObjective',
      type: 'ServiceLevelObjective',
      operations: ALL,
      mandatory: ['conformanceComparator', 'conformanceTarget', 'serviceLevelObjectiveParameter'],
    },
    {
      resource: 'serviceLevelSpecification',
      type: 'ServiceLevelSpecification',
      operations: ALL,
      mandatory: ['name', 'relatedServiceLevelObjective'],
    },
  ],
};
