import type { Shapes } from '../notation.ts';
import { shared } from '../shared.ts';

/** Services, their problems and tickets (TMF621, 638, 656). */
export const service: Shapes = {
  Feature: { ...shared['Feature'], policyConstraint: 'PolicyRef[]' },
  ProblemAcknowledgement: {
    ackProblem: 'ServiceProblemRef[]', problem: 'ServiceProblemRef[]', state: 'text',
    trackingRecord: 'TrackingRecord',
  },
  ProblemGroup: { childProblem: 'ServiceProblemRef[]', parentProblem: 'ServiceProblemRef', state: 'text' },
  ProblemUnacknowledgement: {
    problem: 'ServiceProblemRef[]', state: 'text', trackingRecord: 'TrackingRecord',
    unackProblem: 'ServiceProblemRef[]',
  },
  ProblemUngroup: { childProblem: 'ServiceProblemRef[]', parentProblem: 'ServiceProblemRef', state: 'text' },
  RelatedEntity: { entity: 'EntityRef', role: 'text' },
  Service: {
    category: 'text', description: 'text', endDate: 'instant', externalIdentifier: 'ExternalIdentifier[]',
    feature: 'Feature[]', hasStarted: 'flag', intent: 'IntentRefOrValue', isBundle: 'flag', isServiceEnabled: 'flag',
    isStateful: 'flag', note: 'Note[]', operatingStatus: 'text', place: 'RelatedPlaceRefOrValue[]',
    relatedEntity: 'RelatedEntityRefOrValue[]', relatedParty: 'RelatedPartyRefOrPartyRoleRef[]',
    serviceCharacteristic: 'Characteristic[]', serviceDate: 'text', serviceOrderItem: 'RelatedServiceOrderItem[]',
    serviceRelationship: 'ServiceRelationship[]', serviceSpecification: 'ServiceSpecificationRef',
    serviceType: 'text', startDate: 'instant', startMode: 'text', state: 'text', supportingResource: 'ResourceRef[]',
    supportingService: 'ServiceRefOrValue[]',
  },
  ServiceProblem: {
    affectedLocation: 'RelatedPlaceRefOrValue[]', affectedNumberOfServices: 'integer',
    affectedResource: 'ResourceRef[]', affectedService: 'ServiceRef[]', category: 'text',
    characteristic: 'Characteristic[]', creationDate: 'instant', description: 'text', errorMessage: 'ErrorMessage[]',
    externalIdentifier: 'ExternalIdentifier[]', firstAlert: 'RelatedEntity', impactImportanceFactor: 'text',
    impactPattern: 'ImpactPattern', lastUpdate: 'instant', note: 'Note[]', originatingSystem: 'text',
    originatorParty: 'RelatedPartyRefOrPartyRoleRef', parentProblem: 'ServiceProblemRef[]', priority: 'integer',
    problemEscalation: 'text', reason: 'text', relatedEntity: 'RelatedEntity[]', relatedEvent: 'EventRef[]',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', resolutionDate: 'instant',
    responsibleParty: 'RelatedPartyRefOrPartyRoleRef', rootCauseResource: 'ResourceRef[]',
    rootCauseService: 'ServiceRef[]', slaViolation: 'SLAViolationRef[]', status: 'text', statusChangeDate: 'instant',
    statusChangeReason: 'text', trackingRecord: 'TrackingRecord[]', troubleTicket: 'TroubleTicketRef[]',
    underlyingAlarm: 'ResourceAlarmRef[]', underlyingProblem: 'ServiceProblemRef[]',
  },
  ServiceProblemEventRecord: {
    eventTime: 'instant', eventType: 'text', notification: 'Any', recordTime: 'instant',
    serviceProblem: 'ServiceProblemRef',
  },
  StatusChange: { status: 'text', statusChangeDate: 'instant', statusChangeReason: 'text' },
  TroubleTicket: {
    attachment: 'AttachmentRefOrValue[]', channel: 'ChannelRef', creationDate: 'instant', description: 'text',
    expectedResolutionDate: 'instant', externalIdentifier: 'ExternalIdentifier[]', lastUpdate: 'instant',
    note: 'Note[]', priority: 'text', relatedEntity: 'RelatedEntity[]',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', requestedResolutionDate: 'instant', resolutionDate: 'instant',
    severity: 'text', status: 'text', statusChangeDate: 'instant', statusChangeHistory: 'StatusChange[]',
    statusChangeReason: 'text', ticketType: 'text', troubleTicketCharacteristic: 'Characteristic[]',
    troubleTicketRelationship: 'TroubleTicketRelationship[]',
    troubleTicketSpecification: 'TroubleTicketSpecificationRef',
  },
  TroubleTicketSpecification: {
    creationDate: 'instant', description: 'text', lastUpdate: 'instant', lifecycleStatus: 'text',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', specCharacteristic: 'CharacteristicSpecification[]',
    validFor: 'TimePeriod', version: 'text',
  },
  TroubleTicketSpecificationRef: { version: 'text' },
};
