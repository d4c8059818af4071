import { type Catalogue, readCatalogue } from '../catalogue/catalogue.ts';
import { numberOf, refOf } from '../catalogue/read.ts';
import type { Holding } from '../catalogue/relations.ts';
import { findPlace, type Found } from '../place/find-place.ts';
import { objects } from '../simulator/course.ts';
import type { StoreReader } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { applicantOf, inUse, ownedProduct } from './applicant.ts';
import type { AskedItem } from './asked.ts';
import { type Device, deviceIn, deviceNamed } from './device.ts';
import { askersOf, type NamedParty } from './parties.ts';
import { type Passes, qualify, type Verdict } from './qualify.ts';
import type { Applicant, Owned, Situation, Wanted } from './situation.ts';

/** An item that cannot be judged, and why: the asker's mistake. */
export interface Fault {
  itemId: string;
  fault: string;
}

export type Judgement = Verdict | Fault;

export const isFault = (judgement: Judgement): judgement is Fault => 'fault' in judgement;

/** What is read once for all items of a request. */
interface Readings {
  reader: StoreReader;
  now: number;
  catalogue: Catalogue;
  applicant: Applicant | undefined;
  /** Where the customer lives, for whoever names no place. */
  home: JsonObject | undefined;
  devices: readonly Device[];
  stock: ReadonlyMap<string, number>;
  places: Map<string, Promise<Found>>;
}

async function stockIn(reader: StoreReader): Promise<Map<string, number>> {
  const { rows } = await reader.list('productStock');
  const levels = rows.flatMap(({ body }): [string, number][] => {
    const offering = refOf(objects(body['stockedProduct'])[0]?.['productOffering']);
    const amount = numberOf(objects(body['productStockLevel'])[0]?.['amount']);
    return offering && amount !== undefined ? [[offering.id, amount]] : [];
  });
  return new Map(levels);
}

async function devicesIn(reader: StoreReader): Promise<Device[]> {
  const { rows } = await reader.list('productSpecification');
  return rows.flatMap(({ body }) => deviceIn(body) ?? []);
}

function homeOf(contactMedium: unknown): JsonObject | undefined {
  const post = objects(contactMedium).find(({ mediumType }) => mediumType === 'postalAddress');
  const { street1, postCode, city } = objects(post?.['characteristic'])[0] ?? {};
  return typeof street1 === 'string' ? { name: `${street1}, ${String(postCode)} ${String(city)}` } : undefined;
}

/** Each place is looked up once, however many items go there. */
function placeOf({ reader, places, home }: Readings, place: JsonObject | undefined): Promise<Found> | undefined {
  const wanted = place ?? home;
  if (!wanted) return undefined;
  const key = JSON.stringify(wanted);
  const known = places.get(key) ?? findPlace(reader, wanted);
  places.set(key, known);
  return known;
}

async function targetOf({ reader, applicant, catalogue }: Readings, id: string | undefined): Promise<Owned | undefined> {
  if (id === undefined) return undefined;
  return applicant?.owned.find((one) => one.id === id) ?? ownedProduct(reader, id, catalogue.offerings);
}

async function wantedOf(readings: Readings, item: AskedItem): Promise<Wanted | Fault> {
  const target = await targetOf(readings, item.action === 'add' ? undefined : item.productId);
  const offering = item.offering ? readings.catalogue.offerings.get(item.offering.id) : target?.offering;
  if (!offering) {
    const fault = item.offering ? `There is no offering "${item.offering.id}".` : 'Name what is asked for: productOffering.id, or the id of a product.';
    return { itemId: item.id, fault };
  }
  const { action, quantity, taken, wantedOn, imei, model } = item;
  const place = await placeOf(readings, item.place ?? target?.place);
  return { itemId: item.id, action, offering, quantity, taken, target, wantedOn, place, device: deviceNamed(readings.devices, { imei, model }) };
}

const isWanted = (one: Wanted | Fault): one is Wanted => 'offering' in one;

/** Everything the customer will have beside this item when all the others have gone through. */
function besideOf(wanted: Wanted, all: readonly Wanted[], applicant: Applicant | undefined): Holding[] {
  const leaving = new Set(all.filter(({ action }) => action !== 'noChange').flatMap(({ target }) => target?.id ?? []));
  const staying = inUse(applicant?.owned ?? []).flatMap(({ id, offering }): Holding[] =>
    offering && !leaving.has(id) && id !== wanted.target?.id ? [{ id, offering, where: 'owned' }] : [],
  );
  const coming = all
    .filter((other) => other !== wanted && (other.action === 'add' || other.action === 'modify'))
    .map(({ itemId, offering }): Holding => ({ id: itemId, offering, where: 'wanted' }));
  return [...staying, ...coming];
}

function situationOf({ now, catalogue, applicant, devices, stock }: Readings, wanted: Wanted, all: readonly Wanted[]): Situation {
  const beside = besideOf(wanted, all, applicant);
  const had = new Set(beside.map(({ offering }) => offering.specification?.id));
  return { now, catalogue, wanted, beside, devices: devices.filter(({ id }) => had.has(id)), applicant, stock };
}

export interface Question {
  items: readonly AskedItem[];
  parties: readonly NamedParty[];
  /** The items are choices, not one order: each is judged without the others. */
  apart?: boolean;
  /** They also differ in nothing but the offering, so that what is known of one helps with the others. */
  alike?: boolean;
  /** What is in the cart already: beside every item, and not judged itself. */
  alongside?: readonly AskedItem[];
}

/** Judges each item beside all the others. Reads, writes nothing. */
export async function judge(reader: StoreReader, { items, parties, apart = false, alike = false, alongside = [] }: Question, at: Date): Promise<Judgement[]> {
  const now = at.getTime();
  const catalogue = await readCatalogue(reader);
  const askers = await askersOf(reader, parties);
  const readings: Readings = {
    reader,
    now,
    catalogue,
    applicant: await applicantOf(reader, askers, catalogue.offerings, now),
    home: homeOf(askers.customer?.body['contactMedium']),
    devices: await devicesIn(reader),
    stock: await stockIn(reader),
    places: new Map(),
  };
  const asked: (Wanted | Fault)[] = [];
  for (const item of [...alongside, ...items]) asked.push(await wantedOf(readings, item));
  const inCart = asked.slice(0, alongside.length).filter(isWanted);
  const all = asked.filter(isWanted);
  const passes: Passes = new Map();
  return asked
    .slice(alongside.length)
    .map((one) => (isWanted(one) ? qualify(situationOf(readings, one, apart ? [...inCart, one] : all), readings.devices, alike ? passes : new Map()) : one));
}
