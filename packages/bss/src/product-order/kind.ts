import { type Json, objects, text } from '../simulator/course.ts';
import { lookAt } from '../store/looking.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import type { Words } from './milestones.ts';

/** How a line comes to be: with a number and a card, with a technician, with a box, as a parcel, or by a switch. */
export type Kind = 'mobile' | 'access' | 'tv' | 'device' | 'extra';

const CATEGORIES: Readonly<Record<string, Kind>> = { Mobile: 'mobile', TV: 'tv', Devices: 'device' };

/** The catalogue is everybody's: orders of one offering do not wait for each other. */
export async function offeringOf({ tx }: { tx: Pick<StoreReader, 'list'> }, item: Json): Promise<Resource | undefined> {
  const id = text(objects(item['productOffering'])[0]?.['id']);
  return id === undefined ? undefined : (await lookAt(tx, 'productOffering', id))?.body;
}

/** A line into a building, rather than something that runs over it, has a speed of its own. */
const hasSpeed = (offering: Resource): boolean => objects(offering['prodSpecCharValueUse']).some(({ name }) => name === 'Download');

const OF_LINE: Readonly<Record<string, Kind>> = { mobile: 'mobile', device: 'device' };

export function kindOf(item: Json, offering: Resource | undefined): Kind {
  if (item['action'] !== 'add') return 'extra';
  // What the catalogue does not know is known by its line of business alone; nobody is sent out for it.
  if (!offering) return OF_LINE[asked(item, 'lineOfBusiness') ?? ''] ?? 'extra';
  const category = text(objects(offering['category'])[0]?.['name']) ?? '';
  if (category === 'Fixed') return hasSpeed(offering) ? 'access' : 'extra';
  return CATEGORIES[category] ?? 'extra';
}

/** What each kind of line says of its steps; the rest is said as of any line. */
export const WORDS: Readonly<Record<Kind, Words>> = {
  mobile: { checked: 'Your number and SIM are reserved', scheduled: 'Your SIM is ready', 'in-progress': 'Your line is being activated', done: 'Your line is active' },
  access: {
    checked: 'Your address can have this line', scheduled: 'A technician is booked',
    'in-progress': 'The technician connects your line', done: 'Your line is active',
  },
  tv: { checked: 'Your internet line can carry it', scheduled: 'Your box is packed', 'in-progress': 'Your box is on its way', done: 'Ready to watch' },
  device: { checked: 'It is in stock and kept for you', scheduled: 'It is packed', 'in-progress': 'It is on its way to you', done: 'It has arrived' },
  extra: {},
};

/** More of one line than this is not handed over one by one. */
const MOST_PIECES = 50;

export const piecesOf = (item: Json): number => Math.min(Math.max(Math.trunc(Number(item['quantity'] ?? 1)) || 1, 1), MOST_PIECES);

/** A text characteristic of the product that a line asks for. */
export function asked(item: Json, name: string): string | undefined {
  return text(objects(objects(item['product'])[0]?.['productCharacteristic']).find((one) => one['name'] === name)?.['value']);
}
