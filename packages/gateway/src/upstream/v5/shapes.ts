import type { TmfApi } from '../upstream.ts';

/** What v5 says otherwise of one kind of object: the names of its attributes, and the kinds of what stands in it. */
export interface Shape {
  /** v4's name → v5's. */
  readonly names?: Readonly<Record<string, string>>;
  /** By v4's name of the attribute. */
  readonly parts?: Readonly<Record<string, Shape>>;
}

/** One API in v5. */
export interface ApiInV5 {
  /** v4's resource → v5's, where it has another name. */
  readonly resources?: Readonly<Record<string, string>>;
  /** The list that stands for v4's text `externalId`. */
  readonly identifiers?: 'externalId' | 'externalIdentifier';
  /** v4's resource → its shape; a resource that is not here has the same names in both. */
  readonly shapes?: Readonly<Record<string, Shape>>;
}

const price: Shape = { names: { productPriceAlteration: 'priceAlteration' } };
const product: Shape = { names: { agreement: 'agreementItem' } };
const withPrice: Shape = { ...product, parts: { productPrice: price } };
const account: Shape = { names: { lastModified: 'lastUpdate' } };
const statusChange: Shape = { names: { changeDate: 'statusChangeDate', changeReason: 'statusChangeReason' } };
const cartItem: Shape = { names: { ItemTotalPrice: 'itemTotalPrice' }, parts: { product: withPrice } };
const specification: Shape = {
  parts: {
    productSpecCharacteristic: {
      names: { productSpecCharacteristicValue: 'characteristicValueSpecification', productSpecCharRelationship: 'charSpecRelationship' },
    },
  },
};

/** The APIs the gateway asks, as far as v5 has other words for them. TM Forum has no TMF623 of that generation. */
export const IN_V5: Readonly<Partial<Record<TmfApi, ApiInV5>>> = {
  TMF620: { resources: { catalog: 'productCatalog' }, shapes: { productSpecification: specification } },
  TMF621: {
    identifiers: 'externalIdentifier',
    shapes: { troubleTicket: { names: { statusChange: 'statusChangeHistory' }, parts: { statusChange } } },
  },
  TMF622: {
    identifiers: 'externalId',
    shapes: { productOrder: { names: { orderDate: 'creationDate' }, parts: { productOrderItem: { parts: { product: withPrice } } } } },
  },
  TMF632: { shapes: { individual: { names: { fullName: 'name' } } } },
  TMF637: { shapes: { product: { ...withPrice, parts: { ...withPrice.parts, product: withPrice } } } },
  TMF656: { identifiers: 'externalIdentifier' },
  TMF663: { shapes: { shoppingCart: { parts: { cartItem } } } },
  TMF666: { shapes: { billingAccount: account, partyAccount: account, settlementAccount: account, financialAccount: account } },
  TMF678: { shapes: { appliedCustomerBillingRate: { names: { type: 'appliedBillingRateType' } } } },
  TMF683: {
    identifiers: 'externalIdentifier',
    shapes: { partyInteraction: { names: { channel: 'relatedChannel' }, parts: { interactionItem: { names: { channel: 'relatedChannel' } } } } },
  },
};

/** What v4 says of a relation and of the thing related in one object, v5 in two: the inner one stands under this name. */
export interface Wrap {
  readonly inner: string;
  /** `@type` of the relation and of the thing. */
  readonly outer: string;
  readonly type: string;
}

const party: Wrap = { inner: 'partyOrPartyRole', outer: 'RelatedPartyRefOrPartyRoleRef', type: 'PartyRef' };
const entity: Wrap = { inner: 'entity', outer: 'RelatedEntity', type: 'EntityRef' };
const place: Wrap = { inner: 'place', outer: 'RelatedPlaceRefOrValue', type: 'PlaceRef' };
const channel: Wrap = { inner: 'channel', outer: 'RelatedChannel', type: 'ChannelRef' };

/** By v4's name of the attribute. TMF621's `channel` is the one that v5 left as it was. */
const WRAPS: Readonly<Record<string, Wrap>> = {
  relatedParty: party,
  responsibleParty: party,
  originatorParty: party,
  relatedEntity: entity,
  firstAlert: entity,
  place,
  affectedLocation: place,
  channel,
};

/** TMF663 and TMF637 let whole parties stand where others let references. */
const WHOLE_PARTIES: readonly TmfApi[] = ['TMF632', 'TMF629', 'TMF637', 'TMF663', 'TMF669', 'TMF683'];

export function wrapOf(api: TmfApi, attribute: string): Wrap | undefined {
  if (attribute === 'channel' && (api === 'TMF621' || api === 'TMF620')) return undefined;
  if (attribute === 'place' && api === 'TMF620') return undefined;
  const wrap = Object.hasOwn(WRAPS, attribute) ? WRAPS[attribute] : undefined;
  return wrap === party && WHOLE_PARTIES.includes(api) ? { ...party, outer: 'RelatedPartyOrPartyRole' } : wrap;
}

/** The attributes by which v4 says what a relation points at. */
export const OF_THE_OTHER: ReadonlySet<string> = new Set(['id', 'href', 'name', '@referredType']);

/** What v4 keeps of a way to reach somebody in `characteristic`, and v5 in that way itself. */
export const OF_A_MEDIUM: ReadonlySet<string> = new Set([
  'city',
  'contactType',
  'country',
  'emailAddress',
  'faxNumber',
  'phoneNumber',
  'postCode',
  'socialNetworkId',
  'stateOrProvince',
  'street1',
  'street2',
]);

/** v5's class of a way to reach somebody, by what only it has, with v4's word for it. */
export const MEDIA: readonly [attribute: string, type: string, inV4: string][] = [
  ['emailAddress', 'EmailContactMedium', 'email'],
  ['phoneNumber', 'PhoneContactMedium', 'telephoneNumber'],
  ['faxNumber', 'FaxContactMedium', 'fax'],
  ['socialNetworkId', 'SocialContactMedium', 'socialNetwork'],
  ['street1', 'GeographicAddressContactMedium', 'postalAddress'],
  ['city', 'GeographicAddressContactMedium', 'postalAddress'],
  ['postCode', 'GeographicAddressContactMedium', 'postalAddress'],
];
