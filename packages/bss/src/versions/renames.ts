/** One shape's attributes by their names in v4, with their names in v5. */
export type Names = Readonly<Record<string, string>>;

const account = { lastModified: 'lastUpdate' };

/**
 * Attributes that v5 calls otherwise, by v5's shape. An entry with a dot is for
 * what stands at that one place, where v4 has a shape of its own.
 */
export const RENAMES: Readonly<Record<string, Names>> = {
  AgreementItemRef: { id: 'agreementId', href: 'agreementHref', name: 'agreementName' },
  AppliedCustomerBillingRate: { type: 'appliedBillingRateType' },
  BillingAccount: account,
  BucketRelationship: { bucketRefOrValue: 'bucket' },
  CartItem: { ItemTotalPrice: 'itemTotalPrice' },
  CharacteristicSpecification: {
    productSpecCharRelationship: 'charSpecRelationship',
    productSpecCharacteristicValue: 'characteristicValueSpecification',
  },
  CheckProductOfferingQualification: {
    expectedPOQCompletionDate: 'expectedQualificationCompletionDate',
    productOfferingQualificationDate: 'creationDate',
    productOfferingQualificationItem: 'checkProductOfferingQualificationItem',
    provideUnavailabilityReason: 'provideResultReason',
    requestedPOQCompletionDate: 'requestedQualificationCompletionDate',
  },
  CheckProductOfferingQualificationItem: { eligibilityUnavailabilityReason: 'eligibilityResultReason' },
  FinancialAccount: account,
  Individual: { fullName: 'name' },
  'Individual.externalReference': { externalReferenceType: 'externalIdentifierType' },
  InteractionItem: { channel: 'relatedChannel' },
  'Organization.externalReference': { externalReferenceType: 'externalIdentifierType' },
  PartyAccount: account,
  PartyInteraction: { channel: 'relatedChannel' },
  Product: { agreement: 'agreementItem' },
  ProductOfferingQualificationItemRef: { id: 'itemId' },
  ProductOrder: { orderDate: 'creationDate' },
  ProductPrice: { productPriceAlteration: 'priceAlteration' },
  QueryUsageConsumption: { queryUsageConsumptionDate: 'creationDate' },
  QuoteItemRef: { id: 'quoteItemId' },
  RelatedOrderItem: { productOrderHref: 'orderHref', productOrderId: 'orderId' },
  SettlementAccount: account,
  StatusChange: { changeDate: 'statusChangeDate', changeReason: 'statusChangeReason' },
  TroubleTicket: { statusChange: 'statusChangeHistory' },
  UsageConsumptionReport: { bucketRefOrValue: 'bucket' },
};

/** Values that v5 writes otherwise, by v5's shape and attribute. TMF632 v4 has a slip of the pen in it. */
export const VALUES: Readonly<Record<string, Names>> = {
  'Individual.status': { deceaded: 'deceased' },
};

const none: ReadonlyMap<string, string> = new Map();

type Table = ReadonlyMap<string, ReadonlyMap<string, string>>;

const forth = (table: Readonly<Record<string, Names>>): Table =>
  new Map(Object.entries(table).map(([place, names]) => [place, new Map(Object.entries(names))]));

const back = (table: Readonly<Record<string, Names>>): Table =>
  new Map(Object.entries(table).map(([place, names]) => [place, new Map(Object.entries(names).map(([v4, v5]) => [v5, v4]))]));

const [toV5, fromV5, valuesToV5, valuesFromV5] = [forth(RENAMES), back(RENAMES), forth(VALUES), back(VALUES)];

/** v5's names by v4's in a shape, at a place if the place has its own. */
export const namesInV5 = (shape: string, place: string): ReadonlyMap<string, string> => toV5.get(place) ?? toV5.get(shape) ?? none;

/** v4's names by v5's. */
export const namesInV4 = (shape: string, place: string): ReadonlyMap<string, string> => fromV5.get(place) ?? fromV5.get(shape) ?? none;

const worded = (words: ReadonlyMap<string, string> | undefined, value: unknown): unknown =>
  typeof value === 'string' ? (words?.get(value) ?? value) : value;

/** A value as v5 writes it at a place (`Individual.status`). */
export const valueInV5 = (place: string, value: unknown): unknown => worded(valuesToV5.get(place), value);

/** The same back. */
export const valueInV4 = (place: string, value: unknown): unknown => worded(valuesFromV5.get(place), value);
