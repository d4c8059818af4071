import { ALL, type ApiFacts, NOW } from './definition.ts';

export const troubleTicket: ApiFacts = {
  api: 'TMF621',
  base: 'troubleTicket',
  versions: ['v4', 'v5'],
  resources: [
    {
      resource: 'troubleTicket',
      type: 'TroubleTicket',
      operations: ALL,
      mandatory: ['description', 'severity', 'ticketType'],
      defaults: { status: 'acknowledged', creationDate: NOW, lastUpdate: NOW, statusChangeDate: NOW },
      fixed: ['creationDate', 'lastUpdate', 'statusChange', 'statusChangeDate'],
      touched: ['lastUpdate'],
      history: 'statusChange',
      lifecycle: {
        attribute: 'status',
        event: 'StatusChange',
        initial: ['acknowledged', 'inProgress', 'rejected'],
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
      tells: [
        { event: 'Resolved', attribute: 'status', value: 'resolved' },
        { event: 'InformationRequired', attribute: 'status', value: 'pending', fieldPath: 'note' },
      ],
    },
    // The form of a kind of ticket: what is asked for.
    {
      resource: 'troubleTicketSpecification',
      type: 'TroubleTicketSpecification',
      only: 'v5',
      operations: ALL,
      mandatory: ['name'],
      defaults: { lifecycleStatus: 'active', version: '1.0', creationDate: NOW, lastUpdate: NOW },
      fixed: ['creationDate', 'lastUpdate'],
      touched: ['lastUpdate'],
    },
  ],
};
