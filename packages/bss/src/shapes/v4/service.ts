import type { Shapes } from '../notation.ts';

const serviceRefOrValue = {
  category: 'text', description: 'text', endDate: 'instant', feature: 'Feature[]', hasStarted: 'flag',
  isBundle: 'flag', isServiceEnabled: 'flag', isStateful: 'flag', note: 'Note[]', place: 'RelatedPlaceRefOrValue[]',
  relatedEntity: 'RelatedEntityRefOrValue[]', relatedParty: 'RelatedParty[]',
  serviceCharacteristic: 'Characteristic[]', serviceDate: 'text', serviceOrderItem: 'RelatedServiceOrderItem[]',
  serviceRelationship: 'ServiceRelationship[]', serviceSpecification: 'ServiceSpecificationRef',
  serviceType: 'text', startDate: 'instant', startMode: 'text', state: 'text', supportingResource: 'ResourceRef[]',
  supportingService: 'ServiceRefOrValue[]',
} as const;

/** Services, their qualification, quality, tests, problems and tickets (TMF621, 638, 645, 653, 656, 657). */
export const service: Shapes = {
  AlternateServiceProposal: { alternateService: 'ServiceRefOrValue', alternateServiceAvailabilityDate: 'instant' },
  AppliedConsequence: { appliedAction: 'text', description: 'text', repeatAction: 'flag' },
  CheckServiceQualification: {
    checkServiceQualificationDate: 'instant', description: 'text', effectiveQualificationDate: 'instant',
    estimatedResponseDate: 'instant', expectedQualificationDate: 'instant', expirationDate: 'instant',
    externalId: 'text', instantSyncQualification: 'flag', provideAlternative: 'flag',
    provideUnavailabilityReason: 'flag', qualificationResult: 'text', relatedParty: 'RelatedParty[]',
    serviceQualificationItem: 'CheckServiceQualificationItem[]', state: 'text',
  },
  CheckServiceQualificationItem: {
    alternateServiceProposal: 'AlternateServiceProposal[]', category: 'ServiceCategoryRef',
    eligibilityUnavailabilityReason: 'ServiceEligibilityUnavailabilityReason[]', expectedActivationDate: 'instant',
    expectedServiceAvailabilityDate: 'instant', expirationDate: 'instant',
    qualificationItemRelationship: 'ServiceQualificationItemRelationship[]',
    qualificationRelationship: 'ServiceQualificationRelationship[]', qualificationResult: 'text',
    service: 'ServiceRefOrValue', state: 'text', terminationError: 'TerminationError[]',
  },
  MeasureThresholdRuleViolation: {
    appliedConsequence: 'AppliedConsequence[]', conformanceComparatorExact: 'flag',
    conformanceComparatorLower: 'text', conformanceComparatorUpper: 'text', conformanceTargetExact: 'text',
    conformanceTargetLower: 'text', conformanceTargetUpper: 'text', description: 'text',
    numberOfAllowedCrossing: 'integer', thresholdRuleSeverity: 'text', tolerancePeriod: 'Duration',
  },
  MetricDefMeasureConsequence: {
    description: 'text', prescribeAction: 'text', repeatAction: 'flag', validFor: 'TimePeriod',
  },
  MetricDefMeasureThresholdRule: {
    conformanceComparatorExact: 'flag', conformanceComparatorLower: 'text', conformanceComparatorUpper: 'text',
    conformanceTargetExact: 'text', conformanceTargetLower: 'text', conformanceTargetUpper: 'text',
    consequence: 'MetricDefMeasureConsequence[]', description: 'text', numberOfAllowedCrossing: 'integer',
    thresholdRuleSeverity: 'text', tolerancePeriod: 'Duration',
  },
  ProblemAcknowledgement: {
    ackProblem: 'ServiceProblemRef[]', problem: 'ServiceProblemRef[]', trackingRecord: 'TrackingRecord',
  },
  ProblemGroup: { childProblem: 'ServiceProblemRef[]', parentProblem: 'ServiceProblemRef' },
  ProblemUnacknowledgement: {
    problem: 'ServiceProblemRef[]', trackingRecord: 'TrackingRecord', unackProblem: 'ServiceProblemRef[]',
  },
  ProblemUngroup: { childProblem: 'ServiceProblemRef[]', parentProblem: 'ServiceProblemRef' },
  QueryServiceQualification: {
    description: 'text', effectiveQualificationDate: 'instant', estimatedResponseDate: 'instant',
    expectedQualificationDate: 'instant', expirationDate: 'instant', externalId: 'text',
    instantSyncQualification: 'flag', queryServiceQualificationDate: 'instant', relatedParty: 'RelatedParty[]',
    searchCriteria: 'ServiceQualificationItem', serviceQualificationItem: 'ServiceQualificationItem[]', state: 'text',
  },
  Service: serviceRefOrValue,
  ServiceCategoryRef: { version: 'text' },
  ServiceEligibilityUnavailabilityReason: { code: 'text', label: 'text' },
  ServiceLevelObjective: {
    conformanceComparator: 'text', conformancePeriod: 'TimePeriod', conformanceTarget: 'text', graceTimes: 'text',
    serviceLevelObjectiveConsequence: 'ServiceLevelSpecConsequence[]',
    serviceLevelObjectiveParameter: 'ServiceLevelSpecParameter', thresholdTarget: 'text',
    tolerancePeriod: 'TimePeriod', toleranceTarget: 'text', validFor: 'TimePeriod',
  },
  ServiceLevelSpecConsequence: { prescribedAction: 'text', validFor: 'TimePeriod' },
  ServiceLevelSpecParameter: {
    parameterType: 'text', relatedEntity: 'RelatedEntity[]', serviceParmCategory: 'text',
    serviceParmPerspective: 'text', transformationAlgorithmOfKQI: 'text', validFor: 'TimePeriod',
  },
  ServiceLevelSpecification: {
    description: 'text', relatedServiceLevelObjective: 'ServiceLevelObjectiveRef[]', validFor: 'TimePeriod',
  },
  ServiceProblem: {
    affectedLocation: 'RelatedPlace[]', affectedNumberOfServices: 'integer', affectedResource: 'ResourceRef[]',
    affectedService: 'ServiceRef[]', category: 'text', characteristic: 'Characteristic[]', creationDate: 'instant',
    description: 'text', externalIdentifier: 'ExternalIdentifier[]', firstAlert: 'RelatedEntity',
    impactImportanceFactor: 'text', impactPattern: 'ImpactPattern', lastUpdate: 'instant', note: 'Note[]',
    originatingSystem: 'text', originatorParty: 'RelatedParty', parentProblem: 'ServiceProblemRef[]',
    priority: 'integer', problemEscalation: 'text', reason: 'text', relatedEntity: 'RelatedEntity[]',
    relatedEvent: 'EventRef[]', relatedParty: 'RelatedParty[]', resolutionDate: 'instant',
    responsibleParty: 'RelatedParty', rootCauseResource: 'ResourceRef[]', rootCauseService: 'ServiceRef[]',
    slaViolation: 'SLAViolationRef[]', status: 'text', statusChangeDate: 'instant', statusChangeReason: 'text',
    trackingRecord: 'TrackingRecord[]', troubleTicket: 'TroubleTicketRef[]', underlyingAlarm: 'ResourceAlarmRef[]',
    underlyingProblem: 'ServiceProblemRef[]',
  },
  ServiceProblemEventRecord: {
    eventTime: 'instant', eventType: 'text', notification: 'Any', recordTime: 'instant',
    serviceProblem: 'ServiceProblemRef',
  },
  ServiceQualificationItem: {
    category: 'ServiceCategoryRef', expectedActivationDate: 'instant', expectedServiceAvailabilityDate: 'instant',
    expirationDate: 'instant', service: 'ServiceRefOrValue',
  },
  ServiceQualificationItemRelationship: { relationshipType: 'text' },
  ServiceQualificationRelationship: { relationshipType: 'text' },
  ServiceRefOrValue: serviceRefOrValue,
  ServiceTest: {
    characteristic: 'Characteristic[]', description: 'text', endDateTime: 'instant', mode: 'text',
    relatedParty: 'RelatedParty[]', relatedService: 'ServiceRef', startDateTime: 'instant', state: 'text',
    testMeasure: 'TestMeasure[]', testSpecification: 'ServiceTestSpecificationRef', validFor: 'TimePeriod',
  },
  ServiceTestSpecRelationship: { relationshipType: 'text', role: 'text', validFor: 'TimePeriod' },
  ServiceTestSpecification: {
    attachment: 'AttachmentRefOrValue[]', constraint: 'ConstraintRef[]', description: 'text',
    entitySpecRelationship: 'EntitySpecificationRelationship[]', isBundle: 'flag', lastUpdate: 'instant',
    lifecycleStatus: 'text', relatedParty: 'RelatedParty[]', relatedServiceSpecification: 'ServiceSpecificationRef[]',
    serviceTestSpecRelationship: 'ServiceTestSpecRelationship[]', specCharacteristic: 'CharacteristicSpecification[]',
    targetEntitySchema: 'TargetEntitySchema', testMeasureDefinition: 'TestMeasureDefinition[]',
    validFor: 'TimePeriod', version: 'text',
  },
  ServiceTestSpecificationRef: { version: 'text' },
  StatusChange: { changeDate: 'instant', changeReason: 'text', status: 'text' },
  TestMeasure: {
    accuracy: 'number', captureDateTime: 'instant', captureMethod: 'text', metricDescription: 'text',
    metricHref: 'text', metricName: 'text', ruleViolation: 'MeasureThresholdRuleViolation[]', unitOfMeasure: 'text',
    value: 'Characteristic',
  },
  TestMeasureDefinition: {
    captureFrequency: 'text', captureMethod: 'text', capturePeriod: 'Duration', metricDescription: 'text',
    metricHref: 'text', metricName: 'text', thresholdRule: 'MetricDefMeasureThresholdRule[]', unitOfMeasure: 'text',
    validFor: 'TimePeriod', valueType: 'text',
  },
  TroubleTicket: {
    attachment: 'AttachmentRefOrValue[]', channel: 'ChannelRef', creationDate: 'instant', description: 'text',
    expectedResolutionDate: 'instant', externalId: 'text', lastUpdate: 'instant', note: 'Note[]', priority: 'text',
    relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty[]', requestedResolutionDate: 'instant',
    resolutionDate: 'instant', severity: 'text', status: 'text', statusChange: 'StatusChange[]',
    statusChangeDate: 'instant', statusChangeReason: 'text', ticketType: 'text',
    troubleTicketRelationship: 'TroubleTicketRelationship[]',
  },
};
