import type { Shapes } from '../notation.ts';

/** Classes without a file of v4: service levels after TMF623 of 2014, stock after TMF687, and our own extensions. */
export const own: Shapes = {
  AvailabilityInterval: {
    description: 'text', relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty[]',
    serviceProblem: 'ServiceProblemRef', state: 'text', validFor: 'TimePeriod',
  },
  ProductStock: {
    description: 'text', lastUpdate: 'instant', place: 'RelatedPlaceRefOrValue[]', productStockLevel: 'Quantity',
    productStockStatusType: 'text', relatedParty: 'RelatedParty[]', stockedProduct: 'ProductRefOrValue',
    validFor: 'TimePeriod',
  },
  ReserveProductStock: {
    description: 'text', relatedParty: 'RelatedParty[]', requestedReservationDate: 'instant',
    reservedUntil: 'instant', reserveProductStockItem: 'ReserveProductStockItem[]', reserveProductStockState: 'text',
  },
  ReserveProductStockItem: {
    quantityRequested: 'Quantity', quantityReserved: 'Quantity', requestedProduct: 'ProductRefOrValue',
    reservedProduct: 'ProductRefOrValue[]',
  },
  Sla: {
    approvalDate: 'instant', approved: 'flag', description: 'text', relatedEntity: 'RelatedEntity[]',
    relatedParty: 'RelatedParty[]', rule: 'SlaRule[]', state: 'text', validFor: 'TimePeriod', version: 'text',
  },
  SlaComplianceReport: {
    description: 'text', relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty[]', sla: 'SlaRef', state: 'text',
    validFor: 'TimePeriod',
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
  TroubleTicketSpecification: {
    creationDate: 'instant', description: 'text', lastUpdate: 'instant', lifecycleStatus: 'text',
    relatedParty: 'RelatedParty[]', specCharacteristic: 'ProductSpecificationCharacteristic[]', validFor: 'TimePeriod', version: 'text',
  },
};
