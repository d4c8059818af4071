import { isObject, type JsonObject } from '../surface/body.ts';
import { invalidField } from '../surface/tmf-error.ts';

/** What stands on a card, however it is spelled. */
const FORBIDDEN = new Set([
  'cardnumber', 'pan', 'primaryaccountnumber', 'cvv', 'cvv2', 'cvc', 'cvc2', 'cvn', 'csc', 'cardsecuritycode', 'securitycode',
  'cardverificationvalue', 'cardverificationcode', 'track1', 'track2', 'trackdata', 'magneticstripe', 'pin', 'pinblock',
]);

/** Long numbers of our own or of a payment provider's; a bank account's is its owner's to give. */
const OWN_NUMBERS = new Set(['id', 'href', 'correlatorid', 'authorizationcode', 'token', 'accountnumber', 'bic', 'phonenumber', 'voucher']);

const CARD = /(?<!\d)[2-6]\d(?:[ -]?\d){11,17}(?!\d)/g;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The check digit of ISO/IEC 7812: every card number has it, one in ten other numbers. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.at(-1 - at));
    const weighed = at % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

const holdsCardNumber = (value: string): boolean => (value.match(CARD) ?? []).some((found) => passesLuhn(found.replace(/[ -]/g, '')));

function cardDataIn(name: string, value: unknown): string | undefined {
  if (FORBIDDEN.has(plain(name)) && value !== null) return name;
  if (Array.isArray(value)) return value.map((member) => cardDataIn(name, member)).find((found) => found !== undefined);
  if (isObject(value)) return Object.entries(value).map(([key, member]) => cardDataIn(key, member)).find((found) => found !== undefined);
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText && !OWN_NUMBERS.has(plain(name)) && holdsCardNumber(String(value)) ? name : undefined;
}

/**
 * Throws a 400 when a body carries a card's number or its secret anywhere.
 * Whoever holds them has PCI DSS's duties; we take a provider's token instead.
 */
export function refuseCardData(body: JsonObject): void {
  const name = cardDataIn('', body);
  if (name !== undefined) {
    throw invalidField(`"${name}" seems to hold card data, which we neither take nor keep. Send a tokenizedCard with the token of your payment provider.`);
  }
}
