import type { Resource } from '@faceplate/bss';

/** Somebody who looks after the catalogue, over TMF620. */
export interface Clerk {
  make(resource: string, body: object): Promise<Resource>;
  change(resource: string, id: string, body: object): Promise<Resource>;
  find(resource: string, name: string): Promise<Resource>;
}

export const ANSWER = 'The weather at my house';
export const NAMES = { category: 'Weather', station: 'Weather Station', tower: 'Weather Tower', alarm: 'Storm Alarm' };

/** Cents a month, tax included. */
export const COSTS = { station: 1190, steel: 238, setUp: 2975, off: 357, tower: 2380, alarm: 119 };

const GUIDE = 'Guided selling';
const VAT = [{ taxCategory: 'VAT', taxRate: 19 }];
const euros = (cents: number) => ({ unit: 'EUR', value: cents / 100 });

function prices({ make }: Clerk) {
  const price = async (name: string, cents: number, more: object) => {
    const { id } = await make('productOfferingPrice', { name, lifecycleStatus: 'Active', price: euros(cents), tax: VAT, ...more });
    return { id, name };
  };
  const monthly = { priceType: 'recurring', recurringChargePeriodType: 'month', recurringChargePeriodLength: 1 };
  return {
    rent: (name: string, cents: number) => price(`${name}: rent`, cents, monthly),
    forMast: (mast: string, cents: number) => price(`Mast ${mast}`, cents, { ...monthly, prodSpecCharValueUse: [{ name: 'Mast', productSpecCharacteristicValue: [{ value: mast }] }] }),
    once: (name: string, cents: number) => price(name, cents, { priceType: 'oneTime' }),
    off: (name: string, cents: number, months: number) => price(name, -cents, { ...monthly, priceType: 'discount', productOfferingTerm: [{ name, duration: { amount: months, units: 'month' } }] }),
  };
}

/** The guide learns one more answer, and what it is that meets it. */
async function inTheGuide({ find, change }: Clerk) {
  const guide = await find('productSpecification', GUIDE);
  const questions = guide['productSpecCharacteristic'] as { name: string; productSpecCharacteristicValue: object[] }[];
  const told = questions.map((question) => (question.name === 'use' ? { ...question, productSpecCharacteristicValue: [...question.productSpecCharacteristicValue, { value: ANSWER, valueType: 'string' }] } : question));
  await change('productSpecification', guide.id, { productSpecCharacteristic: told });
  return { name: 'use', description: 'Measures what comes down and what blows', valueType: 'string', productSpecification: { id: guide.id, name: GUIDE }, productSpecCharacteristicValue: [{ value: ANSWER, isDefault: true }] };
}

const TRAITS = [
  { id: 'mast', name: 'Mast', description: 'What it stands on.', valueType: 'string', configurable: true, minCardinality: 1, maxCardinality: 1, productSpecCharacteristicValue: [{ value: 'Wood', isDefault: true }, { value: 'Steel' }] },
  { id: 'probes', name: 'Probes', description: 'How many places it measures at.', valueType: 'number', configurable: true, minCardinality: 1, maxCardinality: 1, productSpecCharacteristicValue: [{ value: 2, isDefault: true }, { valueFrom: 1, valueTo: 8, unitOfMeasure: 'probes' }] },
];

const feature = (name: string, value: number, unit: string) => ({ name, description: `${name} of the sky.`, limitation: 'Fog makes it less.', valueType: 'number', productSpecCharacteristicValue: [{ value, unitOfMeasure: unit, isDefault: true }] });

/** A kind of product that nobody had thought of when the portlets were written, with three offers: made over TMF620 alone. */
export async function writeWeather(clerk: Clerk): Promise<{ station: Resource; tower: Resource; alarm: Resource }> {
  const { make } = clerk;
  const { rent, forMast, once, off } = prices(clerk);
  const category = await make('category', { name: NAMES.category, description: 'Knows tomorrow today.', lifecycleStatus: 'Active', isRoot: true });
  const specification = await make('productSpecification', { name: 'Weather mast', lifecycleStatus: 'Active', productSpecCharacteristic: TRAITS });
  const wish = await inTheGuide(clerk);
  const common = { version: '1.0', lifecycleStatus: 'Active', isSellable: true, category: [{ id: category.id, name: NAMES.category }] };
  const masts = { productSpecification: { id: specification.id, name: 'Weather mast' } };
  const station = await make('productOffering', {
    ...common, ...masts, name: NAMES.station, description: 'Rain, wind and warmth of your own garden.',
    productOfferingPrice: [await rent(NAMES.station, COSTS.station), await forMast('Steel', COSTS.steel), await once('Putting it up', COSTS.setUp), await off('First spring', COSTS.off, 3)],
    prodSpecCharValueUse: [feature('Range', 5, 'km'), wish],
    productOfferingTerm: [{ name: 'Commitment', duration: { amount: 12, units: 'month' } }],
  });
  const tower = await make('productOffering', {
    ...common, ...masts, name: NAMES.tower, description: 'The same, for a whole village.',
    productOfferingPrice: [await rent(NAMES.tower, COSTS.tower)],
    prodSpecCharValueUse: [feature('Range', 40, 'km'), wish],
    productOfferingRelationship: [{ id: station.id, name: NAMES.station, relationshipType: 'excludes' }],
  });
  const alarm = await make('productOffering', {
    ...common, name: NAMES.alarm, description: 'Wakes you before the storm does.', productOfferingPrice: [await rent(NAMES.alarm, COSTS.alarm)],
    productOfferingRelationship: [{ id: station.id, name: NAMES.station, relationshipType: 'requires' }],
  });
  return { station, tower, alarm };
}
