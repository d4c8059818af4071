import type { Kind, Shapes } from '../notation.ts';

/** Beginnings of the names of typed characteristics and of their specified values, and what each holds. */
const VALUES: Readonly<Record<string, Kind>> = {
  Boolean: 'flag', BooleanArray: 'flag[]', Float: 'number', FloatArray: 'number[]', Integer: 'integer',
  IntegerArray: 'integer[]', Number: 'number', NumberArray: 'number[]', Object: 'any', ObjectArray: 'any[]',
  String: 'text', StringArray: 'text[]',
};

const base = { characteristicRelationship: 'CharacteristicRelationship[]', valueType: 'text' };

const specified = {
  isDefault: 'flag', rangeInterval: 'text', regex: 'text', unitOfMeasure: 'text', validFor: 'TimePeriod',
  valueFrom: 'integer', valueTo: 'integer', valueType: 'text',
};

const typed = (ending: string, attributes: Readonly<Record<string, Kind>>, values: Readonly<Record<string, Kind>>): Shapes =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name + ending, { ...attributes, value }]));

const characteristics = typed('Characteristic', base, VALUES);
/** The official examples write the numbers of a specification as text; that is let pass. */
const specifiedValues = typed('CharacteristicValueSpecification', specified, {
  ...VALUES, Float: 'any', Integer: 'any', Map: 'any', MapArray: 'any[]', Number: 'any',
});

/** Characteristics whose class tells the kind of their value. */
export const characteristic: Shapes = {
  Characteristic: base,
  CharacteristicValueSpecification: specified,
  ...characteristics,
  ...specifiedValues,
};

export const CHARACTERISTICS: readonly string[] = Object.keys(characteristics);
export const SPECIFIED_VALUES: readonly string[] = Object.keys(specifiedValues);
