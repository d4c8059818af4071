import type { Shapes } from '../notation.ts';

/** Prepaid balances, usage and its consumption (TMF635, 654, 677). */
export const usage: Shapes = {
  AccumulatedBalance: {
    bucket: 'BucketRef[]', description: 'text', logicalResource: 'LogicalResourceRef',
    partyAccount: 'PartyAccountRef', product: 'ProductRef[]', relatedParty: 'RelatedParty[]',
    totalBalance: 'Quantity',
  },
  AdjustBalance: {
    adjustType: 'text', amount: 'Quantity', bucket: 'BucketRef', channel: 'ChannelRef', confirmationDate: 'instant',
    description: 'text', logicalResource: 'LogicalResourceRef[]', partyAccount: 'PartyAccountRef',
    product: 'ProductRef[]', reason: 'text', relatedParty: 'RelatedParty[]', requestedDate: 'instant',
    requestor: 'RelatedParty', status: 'text', usageType: 'text', validFor: 'TimePeriod',
  },
  BalanceActionHistory: {
    adjustType: 'text', amount: 'Quantity', balanceTopup: 'RelatedTopupBalance', bucket: 'BucketRef',
    channel: 'ChannelRef', confirmationDate: 'instant', costOwner: 'text', description: 'text', isAutoTopup: 'flag',
    logicalResource: 'LogicalResourceRef[]', numberOfPeriods: 'integer', partyAccount: 'PartyAccountRef',
    paymentMethod: 'PaymentMethodRef', product: 'ProductRef[]', reason: 'text', receiver: 'RelatedParty',
    receiverBucket: 'BucketRef', receiverBucketUsageType: 'text', receiverLogicalResource: 'LogicalResourceRef',
    receiverProduct: 'ProductRef', recurringPeriod: 'text', relatedParty: 'RelatedParty[]', requestedDate: 'instant',
    requestor: 'RelatedParty', status: 'text', transferCost: 'Money', usageType: 'text', validFor: 'TimePeriod',
    voucher: 'text',
  },
  // TMF654's file has no counters; a bucket of ours counts as TMF677's does.
  Bucket: {
    bucketCounter: 'ConsumptionSummary[]',
    confirmationDate: 'instant', description: 'text', isShared: 'flag', logicalResource: 'LogicalResourceRef[]',
    partyAccount: 'PartyAccountRef', product: 'ProductRef[]', relatedParty: 'RelatedParty[]',
    remainingValue: 'Quantity', remainingValueName: 'text', requestedDate: 'instant', reservedValue: 'Quantity',
    status: 'text', usageType: 'text', validFor: 'TimePeriod',
  },
  BucketRefOrValue: {
    bucketCounter: 'ConsumptionSummary[]', bucketRelationship: 'BucketRelationship[]', description: 'text',
    isShared: 'flag', logicalResource: 'UsageConsumptionLogicalResourceRef[]', partyAccount: 'PartyAccountRef',
    product: 'UsageConsumptionProductRef[]', relatedParty: 'RelatedParty[]', remainingValue: 'Quantity',
    remainingValueName: 'text', reserveBalance: 'ReserveBalanceRef[]', reservedValue: 'Quantity',
    service: 'ServiceRef[]', status: 'text', usageType: 'text', validFor: 'TimePeriod',
  },
  BucketRelationship: { bucketRefOrValue: 'BucketRefOrValue', relationshipType: 'text' },
  ConsumptionSummary: {
    consumptionPeriod: 'TimePeriod', counterType: 'text', level: 'text', user: 'RelatedParty', value: 'Quantity',
    valueName: 'text',
  },
  QueryUsageConsumption: {
    partyAccount: 'PartyAccountRef[]', queryUsageConsumptionDate: 'instant', relatedParty: 'RelatedParty[]',
    searchCriteria: 'UsageConsumption', usageConsumption: 'UsageConsumption[]',
  },
  RatedProductUsage: {
    bucketValueConvertedInAmount: 'Money', isBilled: 'flag', isTaxExempt: 'flag', offerTariffType: 'text',
    productRef: 'ProductRef', ratingAmountType: 'text', ratingDate: 'instant', taxExcludedRatingAmount: 'Money',
    taxIncludedRatingAmount: 'Money', taxRate: 'number', usageRatingTag: 'text',
  },
  RelatedTopupBalance: { role: 'text' },
  ReserveBalance: {
    amount: 'Quantity', bucket: 'BucketRef', channel: 'ChannelRef', confirmationDate: 'instant', description: 'text',
    logicalResource: 'LogicalResourceRef[]', partyAccount: 'PartyAccountRef', product: 'ProductRef[]', reason: 'text',
    relatedParty: 'RelatedParty[]', requestedDate: 'instant', requestor: 'RelatedParty', status: 'text',
    usageType: 'text', validFor: 'TimePeriod',
  },
  TopupBalance: {
    amount: 'Quantity', balanceTopup: 'RelatedTopupBalance', bucket: 'BucketRef', channel: 'ChannelRef',
    confirmationDate: 'instant', description: 'text', isAutoTopup: 'flag', logicalResource: 'LogicalResourceRef[]',
    numberOfPeriods: 'integer', partyAccount: 'PartyAccountRef', paymentMethod: 'PaymentMethodRef',
    product: 'ProductRef[]', reason: 'text', recurringPeriod: 'text', relatedParty: 'RelatedParty[]',
    requestedDate: 'instant', requestor: 'RelatedParty', status: 'text', usageType: 'text', validFor: 'TimePeriod',
    voucher: 'text',
  },
  TransferBalance: {
    amount: 'Quantity', bucket: 'BucketRef', channel: 'ChannelRef', confirmationDate: 'instant', costOwner: 'text',
    description: 'text', logicalResource: 'LogicalResourceRef[]', partyAccount: 'PartyAccountRef',
    product: 'ProductRef[]', reason: 'text', receiver: 'RelatedParty', receiverBucket: 'BucketRef',
    receiverBucketUsageType: 'text', receiverLogicalResource: 'LogicalResourceRef', receiverProduct: 'ProductRef',
    relatedParty: 'RelatedParty[]', requestedDate: 'instant', requestor: 'RelatedParty', status: 'text',
    transferCost: 'Money', usageType: 'text', validFor: 'TimePeriod',
  },
  Usage: {
    description: 'text', ratedProductUsage: 'RatedProductUsage[]', relatedParty: 'RelatedParty[]', status: 'text',
    usageCharacteristic: 'UsageCharacteristic[]', usageDate: 'instant', usageSpecification: 'UsageSpecificationRef',
    usageType: 'text',
  },
  UsageCharacteristic: {
    characteristicRelationship: 'CharacteristicRelationship[]', value: 'any', valueType: 'text',
  },
  UsageConsumption: {
    bucketRefOrValue: 'BucketRefOrValue[]', creationDate: 'instant', description: 'text', lastUpdate: 'instant',
    logicalResource: 'UsageConsumptionLogicalResourceRef[]', partyAccount: 'PartyAccountRef[]',
    product: 'UsageConsumptionProductRef[]', relatedParty: 'RelatedParty[]', service: 'ServiceRef[]', state: 'text',
    validPeriod: 'TimePeriod',
  },
  UsageConsumptionLogicalResourceRef: { consumptionSummary: 'ConsumptionSummary[]' },
  UsageSpecification: {
    attachment: 'AttachmentRefOrValue[]', constraint: 'ConstraintRef[]', description: 'text',
    entitySpecRelationship: 'EntitySpecificationRelationship[]', isBundle: 'flag', lastUpdate: 'instant',
    lifecycleStatus: 'text', relatedParty: 'RelatedParty[]', specCharacteristic: 'CharacteristicSpecification[]',
    targetEntitySchema: 'TargetEntitySchema', validFor: 'TimePeriod', version: 'text',
  },
};
