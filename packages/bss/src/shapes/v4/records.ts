import type { Shapes } from '../notation.ts';

/** Agreements, documents and processes (TMF651, 667, 701). */
export const records: Shapes = {
  Agreement: {
    agreementAuthorization: 'AgreementAuthorization[]', agreementItem: 'AgreementItem[]',
    agreementPeriod: 'TimePeriod', agreementSpecification: 'AgreementSpecificationRef', agreementType: 'text',
    associatedAgreement: 'AgreementRef[]', characteristic: 'Characteristic[]', completionDate: 'TimePeriod',
    description: 'text', documentNumber: 'integer', engagedParty: 'RelatedParty[]', initialDate: 'instant',
    statementOfIntent: 'text', status: 'text', version: 'text',
  },
  AgreementAuthorization: { date: 'instant', signatureRepresentation: 'text', state: 'text' },
  AgreementItem: {
    product: 'ProductRef[]', productOffering: 'ProductOfferingRef[]', termOrCondition: 'AgreementTermOrCondition[]',
  },
  AgreementSpecCharacteristic: {
    configurable: 'flag', description: 'text', specCharacteristicValue: 'AgreementSpecCharacteristicValue[]',
    validFor: 'TimePeriod', valueType: 'text',
  },
  AgreementSpecCharacteristicValue: {
    default: 'flag', unitOfMeasure: 'text', validFor: 'TimePeriod', value: 'any', valueFrom: 'text', valueTo: 'text',
    valueType: 'text',
  },
  AgreementSpecification: {
    attachment: 'AttachmentRefOrValue[]', description: 'text', isBundle: 'flag', lastUpdate: 'instant',
    lifecycleStatus: 'text', relatedParty: 'RelatedParty[]', serviceCategory: 'CategoryRef',
    specificationCharacteristic: 'AgreementSpecCharacteristic[]',
    specificationRelationship: 'AgreementSpecificationRelationship[]', validFor: 'TimePeriod', version: 'text',
  },
  AgreementSpecificationRef: { description: 'text' },
  AgreementSpecificationRelationship: { relationshipType: 'text', validFor: 'TimePeriod' },
  AgreementTermOrCondition: { description: 'text', validFor: 'TimePeriod' },
  Document: {
    attachment: 'AttachmentRefOrValue[]', category: 'CategoryRef[]', characteristic: 'Characteristic[]',
    creationDate: 'instant', description: 'text', document: 'DocumentRef[]',
    documentSpecification: 'DocumentSpecificationRefOrValue', documentType: 'text',
    externalIdentifier: 'ExternalIdentifier[]', lastUpdate: 'instant', relatedEntity: 'RelatedEntity[]',
    relatedParty: 'RelatedParty[]', status: 'text', version: 'text',
  },
  DocumentSpecification: {
    attachment: 'AttachmentRefOrValue[]', constraint: 'ConstraintRef[]', description: 'text',
    entitySpecRelationship: 'EntitySpecificationRelationship[]', isBundle: 'flag', lastUpdate: 'instant',
    lifecycleStatus: 'text', relatedParty: 'RelatedParty[]', specCharacteristic: 'CharacteristicSpecification[]',
    targetEntitySchema: 'TargetEntitySchema', validFor: 'TimePeriod', version: 'text',
  },
  DocumentSpecificationRefOrValue: {
    attachment: 'AttachmentRefOrValue[]', constraint: 'ConstraintRef[]', description: 'text',
    entitySpecRelationship: 'EntitySpecificationRelationship[]', isBundle: 'flag', lastUpdate: 'instant',
    lifecycleStatus: 'text', relatedParty: 'RelatedParty[]', specCharacteristic: 'CharacteristicSpecification[]',
    targetEntitySchema: 'TargetEntitySchema', validFor: 'TimePeriod', version: 'text',
  },
  ProcessFlow: {
    channel: 'ChannelRef[]', characteristic: 'Characteristic[]', processFlowDate: 'instant',
    processFlowSpecification: 'text', processFlowSpecificationRef: 'ProcessFlowSpecificationRef',
    relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty[]', state: 'text', taskFlow: 'TaskFlowRef[]',
  },
  ProcessFlowSpecification: {
    attachment: 'AttachmentRefOrValue[]', channel: 'ChannelRef[]', description: 'text', lastUpdate: 'instant',
    lifecycleStatus: 'text', processFlowSpecificationCharacteristic: 'CharacteristicSpecification[]',
    processFlowSpecificationRelationship: 'ProcessFlowSpecificationRelationship[]',
    relatedEntitySpecification: 'RelatedEntitySpecification[]', relatedParty: 'RelatedParty[]',
    taskFlowSpecification: 'TaskFlowSpecificationRef[]', validFor: 'TimePeriod', version: 'text',
  },
  ProcessFlowSpecificationRelationship: {
    associationSpec: 'AssociationSpecRef', relationshipType: 'text', validFor: 'TimePeriod',
  },
  RelatedEntitySpecification: { role: 'text', version: 'text' },
  TaskFlow: {
    channel: 'ChannelRef[]', characteristic: 'Characteristic[]', completionDate: 'instant', completionMethod: 'text',
    isMandatory: 'flag', priority: 'integer', relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty[]',
    requestedCompletionDate: 'instant', requestedStartDate: 'instant', startDate: 'instant', state: 'text',
    taskFlowRelationship: 'TaskFlowRelationship[]', taskFlowSpecification: 'text',
    taskFlowSpecificationRef: 'TaskFlowSpecificationRef',
  },
  TaskFlowRelationship: { relationshipType: 'text', taskFlow: 'TaskFlowRef' },
  TaskFlowSpecification: {
    attachment: 'AttachmentRefOrValue[]', channel: 'ChannelRef[]', description: 'text', lastUpdate: 'instant',
    lifecycleStatus: 'text', processFlowSpecificationRelationship: 'TaskFlowSpecificationRelationship[]',
    relatedEntitySpecification: 'RelatedEntitySpecification[]', relatedParty: 'RelatedParty[]',
    taskFlowSpecification: 'TaskFlowSpecification[]',
    taskFlowSpecificationCharacteristic: 'CharacteristicSpecification[]',
    taskFlowSpecificationRelationship: 'TaskFlowSpecificationRelationship[]', taskFlowSpecificationType: 'text',
    validFor: 'TimePeriod', version: 'text',
  },
  TaskFlowSpecificationRelationship: {
    associationSpec: 'AssociationSpecRef', relationshipType: 'text', validFor: 'TimePeriod',
  },
};
