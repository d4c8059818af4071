import { ALL, type ApiFacts, NOW, READ } from './definition.ts';

/**
 * Shaped after TMF623 (2014, v2), which was never reissued; served in the manner of v4.
 * `availabilityInterval` and `slaComplianceReport` are our own extensions: nobody standardises
 * measured availability, or what came of a promise in a month.
 */
export const slaManagement: ApiFacts = {
  api: 'TMF623',
  base: 'slaManagement',
  resources: [
    {
      resource: 'sla',
      type: 'Sla',
      operations: ALL,
      mandatory: ['name'],
      defaults: { state: 'active', version: '1.0', approved: true, relatedParty: [], rule: [] },
      fixed: ['assessedUntil'],
    },
    {
      resource: 'slaViolation',
      type: 'SlaViolation',
      operations: ALL,
      mandatory: ['sla'],
      defaults: { date: NOW, relatedParty: [] },
      fixed: ['date'],
    },
    {
      resource: 'availabilityInterval',
      type: 'AvailabilityInterval',
      operations: READ,
    },
    { resource: 'slaComplianceReport', type: 'SlaComplianceReport', operations: READ, from: 'sla' },
  ],
};
