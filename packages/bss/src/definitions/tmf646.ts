import { ALL, type ApiFacts, NOW } from './definition.ts';

export const appointmentManagement: ApiFacts = {
  api: 'TMF646',
  base: 'appointment',
  resources: [
    {
      resource: 'appointment',
      type: 'Appointment',
      operations: ALL,
      mandatory: ['validFor'],
      defaults: { status: 'initialized', creationDate: NOW, lastUpdate: NOW },
      fixed: ['creationDate', 'lastUpdate', 'holdUntil', 'changeUntil', 'visitHistory'],
      touched: ['lastUpdate'],
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        initial: ['initialized', 'confirmed'],
        moves: {
          initialized: ['confirmed', 'cancelled'],
          // The picture knows no way from confirmed to cancelled; customers do cancel visits.
          confirmed: ['completed', 'failed', 'cancelled'],
          completed: [],
          failed: [],
          cancelled: [],
        },
        openWhenFinal: ['note'],
      },
    },
    {
      resource: 'searchTimeSlot',
      type: 'SearchTimeSlot',
      operations: ALL,
      defaults: { status: 'inProgress', searchDate: NOW },
      fixed: ['searchDate'],
      lifecycle: {
        attribute: 'status',
        event: 'StateChange',
        initial: ['inProgress'],
        moves: { inProgress: ['done', 'rejected', 'terminatedWithError'], done: [], rejected: [], terminatedWithError: [] },
      },
    },
  ],
};
