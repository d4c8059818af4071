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
        // How content somebody was is said when all is over.
        openWhenFinal: ['note', 'attachment', 'troubleTicketCharacteristic'],
        stamps: { resolved: 'resolutionDate' },
      },
      tells: [
        { event: 'Resolved', attribute: 'status', value: 'resolved' },
        { event: 'InformationRequired', attribute: 'status', value: 'pending', fieldPath: 'note' },
      ],
    },
    // The form of a kind of ticket: what is asked for. v5's own; whoever asks in v4 may have it, too.
    {
      resource: 'troubleTicketSpecification',
      type: 'TroubleTicketSpecification',
      operations: ALL,
      mandatory: ['name'],
      defaults: { lifecycleStatus: 'active', version: '1.0', creationDate: NOW, lastUpdate: NOW },
      fixed: ['creationDate', 'lastUpdate'],
      touched: ['lastUpdate'],
    },
  ],
};
