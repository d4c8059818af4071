import { ALL, type ApiFacts, NOW, READ, type ResourceFacts, TASK } from './definition.ts';

/** v4's file only takes them, v5's also shows them; ours shows them in both. */
const task = { operations: TASK, defaults: { state: 'done' } } satisfies Partial<ResourceFacts>;

export const serviceProblem: ApiFacts = {
  api: 'TMF656',
  base: 'serviceProblemManagement',
  versions: ['v4', 'v5'],
  resources: [
    {
      resource: 'serviceProblem',
      type: 'ServiceProblem',
      operations: ALL,
      mandatory: ['category', 'priority', 'description', 'reason', 'originatorParty'],
      defaults: { status: 'acknowledged', creationDate: NOW, lastUpdate: NOW, statusChangeDate: NOW },
      fixed: ['creationDate', 'lastUpdate', 'firstAlert', 'originatingSystem', 'trackingRecord', 'statusChangeDate'],
      touched: ['lastUpdate'],
      tells: [{ event: 'InformationRequired', attribute: 'status', value: 'pending', fieldPath: 'note' }],
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        initial: ['acknowledged', 'rejected'],
        moves: {
          acknowledged: ['inProgress', 'rejected', 'cancelled'],
          inProgress: ['pending', 'held', 'resolved', 'cancelled'],
          pending: ['inProgress', 'cancelled', 'resolved'],
          held: ['inProgress', 'cancelled', 'resolved'],
          resolved: ['closed', 'inProgress'],
          // Reopened: a closed problem is not a final one (TMF656).
          closed: ['inProgress'],
          rejected: [],
          cancelled: [],
        },
        openWhenFinal: ['note'],
        stamps: { resolved: 'resolutionDate' },
      },
    },
    { resource: 'serviceProblemEventRecord', type: 'ServiceProblemEventRecord', operations: READ },
    {
      ...task,
      resource: 'problemAcknowledgement',
      type: 'ProblemAcknowledgement',
      mandatory: ['problem'],
    },
    {
      ...task,
      resource: 'problemUnacknowledgement',
      type: 'ProblemUnacknowledgement',
      mandatory: ['problem'],
    },
    { ...task, resource: 'problemGroup', type: 'ProblemGroup', mandatory: ['parentProblem', 'childProblem'] },
    { ...task, resource: 'problemUngroup', type: 'ProblemUngroup', mandatory: ['parentProblem', 'childProblem'] },
  ],
};
