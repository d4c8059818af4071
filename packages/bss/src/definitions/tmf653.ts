import { ALL, type ApiFacts, NOW } from './definition.ts';

/** The specification also demands `relatedService` and `testSpecification`, and `relatedServiceSpecification` of a kind of test. */
export const serviceTest: ApiFacts = {
  api: 'TMF653',
  base: 'serviceTestManagement',
  resources: [
    {
      resource: 'serviceTest',
      type: 'ServiceTest',
      operations: ALL,
      mandatory: ['name', 'relatedService', 'testSpecification'],
      defaults: { state: 'acknowledged', mode: 'ONDEMAND', lastUpdate: NOW },
      fixed: ['lastUpdate', 'startDateTime', 'endDateTime', 'testMeasure', 'relatedService', 'testSpecification'],
      touched: ['lastUpdate'],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        initial: ['acknowledged', 'rejected'],
        moves: {
          acknowledged: ['inProgress', 'pending', 'rejected', 'cancelled'],
          pending: ['inProgress', 'cancelled'],
          inProgress: ['completed', 'failed', 'cancelled'],
          completed: [],
          failed: [],
          cancelled: [],
          rejected: [],
        },
      },
    },
    {
      resource: 'serviceTestSpecification',
      type: 'ServiceTestSpecification',
      operations: ALL,
      mandatory: ['name', 'relatedServiceSpecification'],
      defaults: { lifecycleStatus: 'active', isBundle: false, version: '1.0', lastUpdate: NOW },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
    },
  ],
};
