import type { Choices } from '@faceplate/contracts';
import type { TmfBody } from '../upstream/types.ts';

/** How long it is agreed for stands among the choices under this key. */
export const TERM = '@term';
const PART = '@part:';

export const partKey = (offerId: string): string => `${PART}${offerId}`;
/** Of a characteristic of a part. */
export const withinPart = (offerId: string | undefined, name: string): string => (offerId === undefined ? name : `${PART}${offerId}/${name}`);

/** What a key of the choices is about. */
interface Key {
  /** Offer of the part; of the whole when left out. */
  part?: string;
  /** Characteristic; how many of the part when left out. */
  name?: string;
}

function keyOf(key: string): Key {
  if (!key.startsWith(PART)) return { name: key };
  const [part = '', ...rest] = key.slice(PART.length).split('/');
  return rest.length > 0 ? { part, name: rest.join('/') } : { part };
}

/** Several values of one choice stand on lines of their own. */
export const valuesOf = (chosen: string): string[] => chosen.split('\n').map((one) => one.trim()).filter(Boolean);
export const chosenText = (values: readonly string[]): string => values.join('\n');

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;

/** As a catalogue would write it: figures as numbers, yes and no as truth. */
function typed(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return NUMBER.test(value) ? Number(value) : value;
}

/** TMF760 wants a number told as one. */
function kindOf(value: unknown): string {
  if (typeof value === 'boolean') return 'BooleanCharacteristic';
  return typeof value === 'number' ? 'NumberCharacteristic' : 'StringCharacteristic';
}

/** What is chosen of a part of a bundle. */
interface ChosenPart {
  offerId: string;
  /** As usual when left out. */
  count?: number;
  own: { name: string; value: string }[];
}

/** The parts that choices are about, in the order in which they name them. */
export function chosenParts(choices: Choices): ChosenPart[] {
  const said = Object.entries(choices).map(([key, value]) => ({ ...keyOf(key), value }));
  const offers = [...new Set(said.flatMap(({ part }) => part ?? []))];
  return offers.map((offerId): ChosenPart => {
    const about = said.filter(({ part }) => part === offerId);
    const count = about.find(({ name }) => name === undefined)?.value;
    const own = about.flatMap(({ name, value }) => (name === undefined ? [] : [{ name, value }]));
    return { offerId, own, ...(count !== undefined && { count: Number(count) }) };
  });
}

/** Of the configurator, not of the catalogue: a term, a part, or something chosen of a part. */
export const isOurs = (key: string): boolean => key.startsWith('@');

function characteristic(name: string, chosen: string): TmfBody {
  const values = valuesOf(chosen).map(typed);
  return {
    '@type': 'ConfigurationCharacteristic',
    name,
    configurationCharacteristicValue: values.map((value) => ({
      '@type': 'ConfigurationCharacteristicValue',
      isSelected: true,
      characteristicValue: { '@type': kindOf(value), name, value },
    })),
  };
}

interface Wanted {
  offerId?: string | undefined;
  productId?: string | undefined;
  quantity?: number | undefined;
  choices: Choices;
}

/** The choices as a TMF760 productConfiguration; what they do not name is the catalogue's to choose. */
export function configurationBody({ offerId, productId, quantity, choices }: Wanted): TmfBody {
  const said = Object.entries(choices).map(([key, value]) => ({ ...keyOf(key), value }));
  const own = said.filter(({ part, name }) => part === undefined && name !== TERM);
  const term = choices[TERM];
  const parts = chosenParts(choices);
  return {
    '@type': 'ProductConfiguration',
    ...(offerId !== undefined && { productOffering: { id: offerId, '@type': 'ProductOfferingRef' } }),
    ...(productId !== undefined && { product: { id: productId, '@type': 'ProductRef' } }),
    ...(quantity !== undefined && { quantity }),
    ...(term !== undefined && { configurationTerm: [{ '@type': 'ConfigurationTerm', name: term, isSelected: true }] }),
    ...(own.length > 0 && { configurationCharacteristic: own.map(({ name = '', value }) => characteristic(name, value)) }),
    ...(parts.length > 0 && { productConfiguration: parts.map(partBody) }),
  };
}

function partBody({ offerId, count, own }: ChosenPart): TmfBody {
  return {
    '@type': 'ProductConfiguration',
    productOffering: { id: offerId, '@type': 'ProductOfferingRef' },
    ...(count !== undefined && { quantity: count, isSelected: count > 0 }),
    ...(own.length > 0 && { configurationCharacteristic: own.map(({ name, value }) => characteristic(name, value)) }),
  };
}
