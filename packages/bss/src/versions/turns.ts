import { guessedShape } from '../shapes/shape-of.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import { isObject, type JsonObject } from '../surface/body.ts';
import { isEmpty, split, type Turn } from './turn.ts';
import { wrap } from './wrap.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** What v4 keeps of a way to reach somebody in `characteristic`, and v5 in the class of that way itself. */
const MEDIUM: ReadonlySet<string> = new Set([
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

/** v4's usual words for what v5 says with a class. Other words stay beside the class. */
const MEDIUM_TYPES: Readonly<Record<string, string>> = {
  EmailContactMedium: 'email',
  FaxContactMedium: 'fax',
  GeographicAddressContactMedium: 'postalAddress',
  PhoneContactMedium: 'telephoneNumber',
  SocialContactMedium: 'socialNetwork',
};

/** v4's word for a medium that is already flat. */
function mediumTypeOf(flat: JsonObject): string | undefined {
  const said = flat['@type'];
  const type = isText(said) ? said : guessedShape(v5Shapes, 'ContactMedium', flat);
  return Object.hasOwn(MEDIUM_TYPES, type) ? MEDIUM_TYPES[type] : undefined;
}

const contactMedium: Turn = {
  shown: (medium) => {
    const { characteristic, ...rest } = medium;
    if (!isObject(characteristic)) return medium;
    const [own, more] = split(characteristic, (name) => MEDIUM.has(name) && !Object.hasOwn(rest, name));
    const left = isEmpty(more) && !isEmpty(own) ? {} : { characteristic: more };
    const flat: JsonObject = { ...rest, ...own, ...left };
    const { mediumType, ...typed } = flat;
    return mediumType === mediumTypeOf(flat) ? typed : flat;
  },
  stored: (flat) => {
    const [own, rest] = split(flat, (name) => MEDIUM.has(name));
    if (isEmpty(own)) return flat;
    const mediumType = rest['mediumType'] ?? mediumTypeOf(flat);
    const { characteristic } = rest;
    return {
      ...(isText(mediumType) && { mediumType }),
      ...rest,
      characteristic: isObject(characteristic) ? { ...characteristic, ...own } : own,
    };
  },
  step: ([first = '']) => (MEDIUM.has(first) ? { stored: ['characteristic', first], taken: 1 } : undefined),
};

/**
 * v4 has one text of an identifier elsewhere, v5 a list of identifiers with
 * owners. The text is the first one's id; a list that says more is kept beside it.
 */
function identifiers(list: string): Turn {
  return {
    shown: ({ externalId, externalIdentifier: more, ...rest }) => {
      const known: unknown[] = Array.isArray(more) ? more : [];
      if (!isText(externalId)) return { ...rest, ...(more !== undefined && { [list]: more }), ...(externalId !== undefined && { externalId }) };
      const [first] = known;
      const isFirst = isObject(first) && first['id'] === externalId;
      return { ...rest, [list]: isFirst ? known : [{ id: externalId }, ...known] };
    },
    stored: ({ [list]: said, ...rest }) => {
      if (said === undefined) return rest;
      if (said === null) return { ...rest, externalId: null, externalIdentifier: null };
      if (!Array.isArray(said)) return { ...rest, [list]: said };
      const [first] = said as unknown[];
      const id = isObject(first) && isText(first['id']) ? first['id'] : undefined;
      if (id === undefined) return { ...rest, externalId: null, externalIdentifier: said };
      const isPlain = said.length === 1 && Object.keys(first as JsonObject).length === 1;
      return { ...rest, externalId: id, externalIdentifier: isPlain ? null : said };
    },
    step: (path) => {
      if (path[0] !== list) return undefined;
      const isId = path.length === 1 || (path.length === 2 && path[1] === 'id');
      return isId ? { stored: ['externalId'], taken: path.length } : { stored: ['externalIdentifier'], taken: 1 };
    },
  };
}

/** v4's category names its parent by id alone. */
const parent: Turn = {
  shown: ({ parentId, ...rest }) => {
    if (!isText(parentId)) return { ...rest, ...(parentId !== undefined && { parentId }) };
    return { ...rest, parent: { ...(isObject(rest['parent']) && rest['parent']), id: parentId } };
  },
  stored: ({ parent: said, ...rest }) => {
    if (said === undefined) return rest;
    if (said === null) return { ...rest, parentId: null, parent: null };
    if (!isObject(said) || !isText(said['id'])) return { ...rest, parent: said };
    const { id, ...more } = said;
    return { ...rest, parentId: id, parent: isEmpty(more) ? null : more };
  },
  step: (path) => {
    const isId = path[0] === 'parent' && (path.length === 1 || path[1] === 'id');
    return isId ? { stored: ['parentId'], taken: path.length } : undefined;
  },
};

const OF_THE_PRODUCT: ReadonlySet<string> = new Set(['id', 'href', 'name', '@referredType']);

/** v5's relationship is itself the reference that v4's holds. */
const productRelationship: Turn = {
  shown: (relationship) => {
    const { product, ...rest } = relationship;
    if (!isObject(product) || Object.keys(rest).some((name) => OF_THE_PRODUCT.has(name))) return relationship;
    const [own, more] = split(product, (name) => OF_THE_PRODUCT.has(name));
    return { ...rest, ...own, ...((!isEmpty(more) || isEmpty(own)) && { product: more }) };
  },
  stored: (shown) => {
    const [own, { product, ...rest }] = split(shown, (name) => OF_THE_PRODUCT.has(name));
    if (isEmpty(own) || (product !== undefined && !isObject(product))) return shown;
    if (isObject(product) && Object.keys(product).some((name) => OF_THE_PRODUCT.has(name))) return shown;
    return { ...rest, product: { ...product, ...own } };
  },
  step: ([first = '']) => (OF_THE_PRODUCT.has(first) ? { stored: ['product', first], taken: 1 } : undefined),
};

/** By the kind that v5 expects at a place. */
export const TURNS: Readonly<Record<string, Turn>> = {
  Category: parent,
  ContactMedium: contactMedium,
  ProductOrder: identifiers('externalId'),
  ProductRelationship: productRelationship,
  RelatedChannel: wrap('channel', 'ChannelRef'),
  RelatedEntity: wrap('entity', 'EntityRef'),
  RelatedEntityRefOrValue: wrap('entity', 'EntityRefOrValue'),
  RelatedPartyOrPartyRole: wrap('partyOrPartyRole', 'PartyOrPartyRole'),
  RelatedPartyRefOrPartyRoleRef: wrap('partyOrPartyRole', 'PartyRefOrPartyRoleRef'),
  RelatedPlaceRefOrValue: wrap('place', 'PlaceRefOrValue'),
  TroubleTicket: identifiers('externalIdentifier'),
};
