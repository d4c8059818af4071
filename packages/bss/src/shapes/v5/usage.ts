import type { Shapes } from '../notation.ts';

/** Usage consumption (TMF677). */
export const usage: Shapes = {
  Bucket: {
    bucketCounter: 'BucketCounter[]', bucketRelationship: 'BucketRelationship[]',
    bucketSpecification: 'BucketSpecificationRef', creationDate: 'instant', description: 'text', isShared: 'flag',
    logicalResource: 'LogicalResourceRef[]', partyAccount: 'PartyAccountRef', product: 'ProductRef[]',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', remainingValue: 'Quantity', remainingValueName: 'text',
    reserveBalance: 'ReserveBalanceRef[]', reservedValue: 'Quantity', status: 'text', usageType: 'text',
    validFor: 'TimePeriod',
  },
  BucketCounter: {
    characteristic: 'Characteristic[]', consumptionPeriod: 'TimePeriod', counterType: 'text', level: 'text',
    user: 'RelatedPartyRefOrPartyRoleRef', value: 'Quantity', valueName: 'text',
  },
  BucketRef: { usageType: 'text' },
  BucketRelationship: {
    associationSpec: 'EntityRef', bucket: 'BucketRefOrValue', relationshipType: 'text', role: 'text',
    validFor: 'TimePeriod',
  },
  ConsumptionSummary: {
    characteristic: 'Characteristic[]', consumptionPeriod: 'TimePeriod', counterType: 'text', level: 'text',
    user: 'RelatedPartyRefOrPartyRoleRef', value: 'Quantity', valueName: 'text',
  },
  LogicalResourceRef: { value: 'text' },
  QueryUsageConsumption: {
    creationDate: 'instant', errorMessage: 'ErrorMessage[]', partyAccount: 'PartyAccountRef[]',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', searchCriteria: 'UsageConsumptionReport', state: 'text',
    usageConsumption: 'UsageConsumptionReport[]',
  },
  UsageConsumptionReport: {
    bucket: 'BucketRefOrValue[]', creationDate: 'instant', description: 'text', lastUpdate: 'instant',
    logicalResource: 'LogicalResourceRef[]', partyAccount: 'PartyAccountRef[]',
    product: 'UsageConsumptionProductRef[]', relatedParty: 'RelatedPartyRefOrPartyRoleRef[]',
    validPeriod: 'TimePeriod',
  },
};
