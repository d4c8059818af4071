import { numberOf, wholeOf } from '../catalogue/read.ts';
import { objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { isObject, type JsonObject } from '../surface/body.ts';

/** One way into a house or a flat. Speeds in Mbit/s; typical ones are what the line really gives in the evening. */
export interface Access {
  technology: 'fibre' | 'cable' | 'dsl';
  maxDownload: number;
  maxUpload: number;
  typicalDownload: number;
  typicalUpload: number;
  /** When it can be used; in the past where it can be already. Milliseconds. */
  availableFrom: number;
  freePorts: number;
}

export interface Flat {
  id: string;
  name: string;
  unit: string;
  /** Only where the flat differs from its house. */
  access: readonly Access[];
}

/** A TMF673 geographicAddress (v4) with our extension `networkAccess`. */
export interface Address {
  id: string;
  streetName: string;
  streetNr: string;
  postcode: string;
  city: string;
  flats: readonly Flat[];
  access: readonly Access[];
}

const TECHNOLOGIES = ['fibre', 'cable', 'dsl'] as const;

function accessOf(value: JsonObject): Access[] {
  const technology = TECHNOLOGIES.find((one) => one === value['technology']);
  const maxDownload = numberOf(value['maxDownload']);
  if (!technology || maxDownload === undefined) return [];
  const maxUpload = numberOf(value['maxUpload']) ?? maxDownload;
  const from = Date.parse(text(value['availableFrom']) ?? '');
  return [
    {
      technology,
      maxDownload,
      maxUpload,
      typicalDownload: numberOf(value['typicalDownload']) ?? maxDownload,
      typicalUpload: numberOf(value['typicalUpload']) ?? maxUpload,
      availableFrom: Number.isNaN(from) ? -Infinity : from,
      freePorts: wholeOf(value['freePorts']) ?? 1,
    },
  ];
}

function flatOf(value: JsonObject): Flat[] {
  const id = text(value['id']);
  if (id === undefined) return [];
  const unit = text(value['subUnitNumber']) ?? text(value['name']) ?? id;
  return [{ id, name: text(value['name']) ?? `Flat ${unit}`, unit, access: objects(value['networkAccess']).flatMap(accessOf) }];
}

export function addressOf(body: Resource | JsonObject): Address {
  const said = (name: string) => text(body[name])?.trim() ?? '';
  return {
    id: said('id'),
    streetName: said('streetName'),
    streetNr: `${said('streetNr')}${said('streetNrSuffix')}`,
    postcode: said('postcode'),
    city: said('city') === '' ? said('locality') : said('city'),
    flats: objects(body['geographicSubAddress']).flatMap(flatOf),
    access: objects(body['networkAccess']).flatMap(accessOf),
  };
}

/** `Kastanienhof 12, 10437 Berlin` */
export const inOneLine = ({ streetName, streetNr, postcode, city }: Address): string =>
  [`${streetName} ${streetNr}`.trim(), `${postcode} ${city}`.trim()].filter(Boolean).join(', ');

const ONE_LINE = /^(?<street>[^,]{1,100}?)\s+(?<number>\d{1,4}\s?[a-z]?)\s*,\s*(?:(?<postcode>\d{4,5})\s+)?(?<city>[^,]{1,60})$/i;

/** Takes apart an address that somebody wrote in one line; undefined for anything else. */
export function fromOneLine(line: string): Pick<Address, 'streetName' | 'streetNr' | 'postcode' | 'city'> | undefined {
  const { street, number, postcode = '', city } = ONE_LINE.exec(line.trim().slice(0, 200))?.groups ?? {};
  if (street === undefined || number === undefined || city === undefined) return undefined;
  return { streetName: street.trim(), streetNr: number.replace(/\s/g, ''), postcode, city: city.trim() };
}

/** The ways into one flat: its own where it has some of that technology, else those of its house. */
export function accessAt(address: Address, flat: Flat | undefined): Access[] {
  const own = flat?.access ?? [];
  const differs = new Set(own.map(({ technology }) => technology));
  return [...own, ...address.access.filter(({ technology }) => !differs.has(technology))];
}

/** A place as it may be sent: an id, or an address in so many words; v5 puts it one level deeper. */
export function placesIn(value: unknown): JsonObject[] {
  return objects(value).map((one) => (isObject(one['place']) ? { ...one, ...one['place'] } : one));
}
