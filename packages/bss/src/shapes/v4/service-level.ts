import type { Shapes } from '../notation.ts';

/** What was promised and what became of it: after TMF623 of 2014, with our own extensions. */
export const serviceLevel: Shapes = {
  AvailabilityInterval: {
    description: 'text', relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty[]',
    serviceProblem: 'ServiceProblemRef', state: 'text', validFor: 'TimePeriod',
  },
  Sla: {
    approvalDate: 'instant', approved: 'flag', description: 'text', relatedEntity: 'RelatedEntity[]',
    relatedParty: 'RelatedParty[]', rule: 'SlaRule[]', state: 'text', validFor: 'TimePeriod', version: 'text',
  },
  SlaRule: {
    consequence: 'text', metric: 'text', operator: 'text', referenceValue: 'text', tolerance: 'text', unit: 'text',
  },
  SlaRuleViolation: {
    actualValue: 'text', comment: 'text', consequence: 'text', metric: 'text', operator: 'text',
    referenceValue: 'text', rule: 'text', tolerance: 'text', unit: 'text',
  },
  SlaViolation: {
    date: 'instant', relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty[]', sla: 'SlaRef',
    validFor: 'TimePeriod', violation: 'SlaRuleViolation',
  },
};
