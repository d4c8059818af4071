import { ALL, type ApiFacts, NOW } from './definition.ts';

export const serviceProblem: ApiFacts = {
  api: 'TMF656',
  base: 'serviceProblemManagement',
  resources: [
    {
      resource: 'serviceProblem',
      type: 'ServiceProblem',
      operations: ALL,
      mandatory: ['category', 'priority', 'description', 'reason', 'originatorParty'],
      arrays: [
        'affectedLocation',
        'affectedResource',
        'affectedService',
        'characteristic',
        'externalIdentifier',
        'note',
        'parentProblem',
        'relatedEntity',
        'relatedEvent',
        'relatedParty',
        'rootCauseResource',
        'rootCauseService',
        'slaViolation',
        'trackingRecord',
        'troubleTicket',
        'underlyingAlarm',
        'underlyingProblem',
      ],
      defaults: { status: 'acknowledged', creationDate: NOW, lastUpdate: NOW, statusChangeDate: NOW },
      fixed: ['creationDate', 'lastUpdate', 'firstAlert', 'originatingSystem', 'trackingRecord', 'statusChangeDate'],
      touched: ['lastUpdate'],
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
  ],
};
