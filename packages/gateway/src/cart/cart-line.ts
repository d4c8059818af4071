import type { Choices, PortIn } from '@faceplate/contracts';
import type { HeldOffer } from '@faceplate/domain';
import { chosenText, valuesOf } from '../configuration/choice.ts';
import { at, needed, QUANTITY, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type LinePrice, priceBody, priceIn } from './line-price.ts';

/** A line as it stands in TMF663. */
export interface CartLine {
  id: string;
  offerId: string;
  name: string;
  quantity: number;
  choices: Choices;
  place?: { id: string; text: string };
  /** The number that was chosen for it, and is held where the operator still holds it. */
  number?: string;
  portIn?: PortIn;
  later: boolean;
  /** What the operator says it costs now. */
  price?: LinePrice;
  /** What it cost when it was last put in or changed. */
  seen?: LinePrice;
  /** As the operator has it, with what we do not know of. */
  body: TmfBody;
}

/** TMF663 has a word for it. */
const LATER = 'saveForLater';
/** Characteristics of the product that are no choice of the catalogue's. */
const NUMBER = 'identifier';
const PORT_IN = 'portIn';
const PROVIDER = 'portInProvider';
const DAY = 'portInDate';
const OWN: ReadonlySet<string> = new Set([NUMBER, PORT_IN, PROVIDER, DAY, 'lineOfBusiness']);

/** Lines without an id or an offer cannot be shown, bought or removed; they are left out. */
export function lineOf(item: TmfBody, currency: string): CartLine[] {
  const id = text(item, 'id');
  const offerId = text(item, 'productOffering', 'id');
  if (!id || !offerId || (text(item, 'action') ?? 'add') !== 'add') return [];
  const said = saidIn(item);
  const place = placeIn(item);
  const price = priceIn([...records(item, 'itemTotalPrice'), ...records(item, 'ItemTotalPrice')], currency);
  const seen = priceIn(records(item, 'itemPrice'), currency);
  return [
    {
      id, offerId, name: text(item, 'productOffering', 'name') ?? offerId, quantity: whole(QUANTITY, item, 'quantity') ?? 1,
      choices: Object.fromEntries([...said].filter(([name]) => !OWN.has(name))),
      later: text(item, 'status') === LATER,
      body: item,
      ...numbersIn(said),
      ...(place && { place }),
      ...(price && { price }),
      ...(seen && { seen }),
    },
  ];
}

/** What is said of the product of a line, by name. */
export function saidIn(item: TmfBody): Map<string, string> {
  const pairs = records(item, 'product', 'productCharacteristic').flatMap((one): [string, string][] => {
    const [name, several] = [text(one, 'name'), at(one, 'value')];
    const value = Array.isArray(several) ? chosenText(several.map(String)) : text(one, 'value');
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  return new Map(pairs);
}

/** Something that was chosen, as TM Forum has it: several values are a list. */
export function characteristicBody(name: string, chosen: string): TmfBody {
  const values = valuesOf(chosen);
  return values.length > 1 ? { name, valueType: 'array', value: values } : { name, valueType: 'string', value: chosen };
}

function placeIn(item: TmfBody): CartLine['place'] {
  const [place] = records(item, 'product', 'place');
  const id = text(place, 'id');
  return id === undefined ? undefined : { id, text: text(place, 'name') ?? id };
}

function numbersIn(said: ReadonlyMap<string, string>): Pick<CartLine, 'number' | 'portIn'> {
  const number = said.get(NUMBER);
  if (number === undefined) return {};
  const [provider, on] = [said.get(PROVIDER), said.get(DAY)];
  return said.get(PORT_IN) === 'true' ? { portIn: { number, ...(provider !== undefined && { provider }), ...(on !== undefined && { on }) } } : { number };
}

const characteristics = ({ choices, number, portIn }: Pick<CartLine, 'choices' | 'number' | 'portIn'>): TmfBody[] => {
  const brought = portIn && { [NUMBER]: portIn.number, [PORT_IN]: 'true', [PROVIDER]: portIn.provider, [DAY]: portIn.on };
  const all = { ...choices, ...(number !== undefined && { [NUMBER]: number }), ...brought };
  return Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [characteristicBody(name, value)]));
};

/** What was chosen of a line, as TMF663, TMF648 and TMF622 have it. Keys of ours (`@term`, `@part:…`) are for carts and quotes only. */
export function productBody(line: Pick<CartLine, 'choices' | 'number' | 'portIn' | 'place'>): TmfBody {
  const chosen = characteristics(line);
  const place = line.place && { id: line.place.id, name: line.place.text, role: 'installation address', '@referredType': 'GeographicAddress' };
  return { ...(chosen.length > 0 && { productCharacteristic: chosen }), ...(place && { place: [place] }) };
}

/** Back as the operator has it; prices are the operator's to say anew. */
export function itemBody(line: CartLine): TmfBody {
  const { itemTotalPrice: _total, ItemTotalPrice: _Total, itemPrice: _seen, product: _product, ...kept } = line.body;
  const product = productBody(line);
  return {
    ...kept,
    id: line.id,
    action: 'add',
    quantity: line.quantity,
    status: line.later ? LATER : 'active',
    productOffering: { id: line.offerId, name: line.name, '@referredType': 'ProductOffering' },
    ...(Object.keys(product).length > 0 && { product }),
    ...(line.seen && { itemPrice: priceBody(line.seen) }),
  };
}

/** What stands in a cart counts as held when the rest is judged; what is for later neither helps nor hinders. */
export const heldIn = (lines: readonly CartLine[]): (HeldOffer & { itemId: string })[] => lines.filter(({ later }) => !later).map(({ id, offerId, name }) => ({ id: offerId, name, itemId: id }));

/** A line nobody has written yet. */
export const newLine = (line: Pick<CartLine, 'id' | 'offerId' | 'name' | 'quantity'> & Partial<CartLine>): CartLine => ({ choices: {}, later: false, body: {}, ...line });

const inOrder = (choices: Choices): string => JSON.stringify(Object.entries(choices).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** What tells lines of one offer apart; a line with a number of its own, or for later, is like no other. */
const kindOf = ({ id, offerId, choices, place, number, portIn, later }: CartLine): string => {
  const isOwn = number !== undefined || portIn !== undefined || later;
  return JSON.stringify([offerId, inOrder(choices), place?.id ?? '', isOwn ? id : '']);
};

/** Lines that are one line: the same, chosen alike, for the same place, and for now. */
export const isAlike = (one: CartLine, other: CartLine): boolean => kindOf(one) === kindOf(other);

export const idIn = (cart: TmfBody): string => needed(text(cart, 'id'), 'id');
