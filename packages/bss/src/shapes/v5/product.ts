import type { Shapes } from '../notation.ts';

/** Products (TMF637). */
export const product: Shapes = {
  AgreementItemRef: { agreementHref: 'text', agreementId: 'text', agreementItemId: 'text', agreementName: 'text' },
  // The files say text; the official examples hold JSON-LD.
  Expression: { expressionLanguage: 'text', expressionValue: 'any', iri: 'text' },
  Intent: {
    attachment: 'AttachmentRefOrValue[]', characteristic: 'Characteristic[]', context: 'text',
    creationDate: 'instant', description: 'text', expression: 'Expression',
    intentRelationship: 'EntityRelationship[]', intentSpecification: 'EntityRef', isBundle: 'flag',
    lastUpdate: 'instant', lifecycleStatus: 'text', priority: 'text', relatedParty: 'RelatedPartyRefOrPartyRoleRef[]',
    statusChangeDate: 'instant', validFor: 'TimePeriod', version: 'text',
  },
  IntentExpression: { iri: 'text' },
  Product: {
    agreementItem: 'AgreementItemRef[]', billingAccount: 'BillingAccountRef', creationDate: 'instant',
    description: 'text', intent: 'IntentRefOrValue', isBundle: 'flag', isCustomerVisible: 'flag',
    orderDate: 'instant', place: 'RelatedPlaceRefOrValue[]', product: 'ProductRefOrValue[]',
    productCharacteristic: 'Characteristic[]', productOffering: 'ProductOfferingRef',
    productOrderItem: 'RelatedOrderItem[]', productPrice: 'ProductPrice[]',
    productRelationship: 'ProductRelationship[]', productSerialNumber: 'text',
    productSpecification: 'ProductSpecificationRef', productTerm: 'ProductTerm[]', realizingResource: 'ResourceRef[]',
    realizingService: 'ServiceRef[]', relatedParty: 'RelatedPartyOrPartyRole[]', startDate: 'instant', status: 'text',
    terminationDate: 'instant',
  },
  ProductPrice: {
    description: 'text', price: 'Price', priceAlteration: 'PriceAlteration[]', priceType: 'text',
    productOfferingPrice: 'ProductOfferingPriceRef', recurringChargePeriod: 'text', unitOfMeasure: 'text',
  },
  ProductRelationship: { relationshipType: 'text' },
  ProductTerm: { description: 'text', duration: 'Duration', validFor: 'TimePeriod' },
  RelatedOrderItem: {
    orderHref: 'text', orderId: 'text', orderItemAction: 'text', orderItemId: 'text', role: 'text',
  },
};
