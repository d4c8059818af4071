import { ALL, type ApiFacts, NOW } from './definition.ts';

export const troubleTicket: ApiFacts = {
  api: 'TMF621',
  base: 'troubleTicket',
  resources: [
    {
      resource: 'troubleTicket',
      type: 'TroubleTicket',
      operations: ALL,
      mandatory: ['description', 'severity', 'ticketType'],
      arrays: ['attachment', 'note', 'relatedEntity', 'relatedParty', 'statusChange', 'troubleTicketRelationship'],
      defaults: { status: 'acknowledged', creationDate: NOW, lastUpdate: NOW, statusChangeDate: NOW },
      fixed: ['creationDate', 'lastUpdate', 'statusChange', 'statusChangeDate'],
      touched: ['lastUpdate'],
      history: 'statusChange',
      lifecycle: {
        attribute: 'status',
        event: 'StatusChange',
        initial: ['acknowledged', 'rejected'],
        moves: {
          acknowledged: ['inProgress', 'rejected', 'cancelled'],
          inProgress: ['pending', 'held', 'resolved', 'cancelled'],
          pending: ['inProgress', 'cancelled'],
          held: ['inProgress'],
          resolved: ['closed', 'inProgress'],
          closed: [],
          rejected: [],
          cancelled: [],
        },
        openWhenFinal: ['note', 'attachment'],
        stamps: { resolved: 'resolutionDate' },
      },
    },
  ],
};
