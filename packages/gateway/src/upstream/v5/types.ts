import { isObject, type TmfBody } from '../types.ts';
import { MEDIA } from './shapes.ts';

/** What v5 calls the class of what stands under an attribute, where that is not the attribute's own name. */
const TYPES: Readonly<Record<string, string>> = {
  account: 'AccountRef',
  agreementItem: 'AgreementItemRef',
  appointment: 'AppointmentRef',
  attachment: 'Attachment',
  bill: 'CustomerBillRef',
  billingAccount: 'BillingAccountRef',
  cartItem: 'CartItem',
  channel: 'ChannelRef',
  engagedParty: 'PartyRef',
  externalId: 'ExternalIdentifier',
  externalIdentifier: 'ExternalIdentifier',
  milestone: 'Milestone',
  note: 'Note',
  paymentMethod: 'PaymentMethodRef',
  productOffering: 'ProductOfferingRef',
  productOfferingPrice: 'ProductOfferingPriceRef',
  productSpecification: 'ProductSpecificationRef',
  priceAlteration: 'PriceAlteration',
  productTerm: 'ProductTerm',
  statusChangeHistory: 'StatusChange',
};

/** Of an object that carries no class in v5: money, quantities, stretches of time. */
const PLAIN: readonly (readonly string[])[] = [['unit', 'value'], ['amount', 'units'], ['startDateTime', 'endDateTime']];

const isPlain = (object: TmfBody): boolean => {
  const names = Object.keys(object).filter((name) => name !== '@type');
  return names.length > 0 && PLAIN.some((plain) => names.every((name) => plain.includes(name)));
};

const REFERENCE = new Set(['id', 'href', 'name', '@referredType']);
const isReference = (object: TmfBody): boolean => object['id'] !== undefined && Object.keys(object).every((name) => REFERENCE.has(name));

/** A characteristic's class follows from its value. */
function characteristicType({ value }: TmfBody): string {
  const one: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
  const kind = typeof one === 'boolean' ? 'Boolean' : typeof one === 'number' ? 'Number' : isObject(one) ? 'Object' : 'String';
  return `${kind}${Array.isArray(value) ? 'Array' : ''}Characteristic`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words that stand for many attributes; the first that fits decides. `cart`: TMF663 has classes of its own. */
const FAMILIES: readonly [RegExp, (object: TmfBody, cart: boolean) => string | undefined][] = [
  [/characteristic$/i, characteristicType],
  [/^(order|item)?(total)?price$/i, priceType],
  [/^contactMedium$/, (object) => MEDIA.find(([own]) => Object.hasOwn(object, own))?.[1] ?? 'ContactMedium'],
  [/^itemTerm$/, (_, cart) => (cart ? 'CartTerm' : 'OrderTerm')],
];

/** What v5 wants as `@type` of an object under an attribute; `undefined` where nothing belongs. */
export function typeOf(attribute: string, object: TmfBody, cart: boolean): string | undefined {
  if (isPlain(object)) return undefined;
  const family = FAMILIES.find(([words]) => words.test(attribute));
  if (family) return family[1](object, cart);
  if (Object.hasOwn(TYPES, attribute)) return TYPES[attribute];
  return `${capital(attribute)}${isReference(object) ? 'Ref' : ''}`;
}

/** An amount with its tax, or what is made of such amounts. */
function priceType(object: TmfBody, cart: boolean): string {
  if (object['taxIncludedAmount'] !== undefined || object['dutyFreeAmount'] !== undefined) return 'Price';
  return cart ? 'CartPrice' : 'OrderPrice';
}
