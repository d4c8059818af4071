import { dayInWords } from '../catalogue/read.ts';
import { type Access, accessAt, type Address, type Flat, inOneLine } from '../place/address.ts';
import type { Found } from '../place/find-place.ts';
import { instantOf, type Reason, reason } from './reason.ts';

const DAY = 86_400_000;
/** Days until somebody has switched it on: fibre is spliced by hand. */
const LEAD_DAYS = { fibre: 14, cable: 7, dsl: 7 } as const;

/** What a line must give. Mbit/s. */
export interface Need {
  /** What needs it, for the customer. */
  name: string;
  download: number;
  technology: string | undefined;
}

/** The line by which an address would be served. Speeds in Mbit/s, as they really are; `from` in milliseconds. */
export interface ServedBy {
  access: Access;
  download: number;
  upload: number;
  from: number;
}

type Place = Extract<Found, { kind: 'found' }>;

export const fits = ({ download, technology }: Need, access: Access): boolean =>
  access.maxDownload >= download && (technology === undefined || technology === access.technology);

/** What a line would really give to this need; a need without a speed takes all there is. */
export const realistic = ({ download }: Need, access: Access, now: number): ServedBy => ({
  access,
  download: download > 0 ? Math.min(download, access.typicalDownload) : access.typicalDownload,
  upload: access.typicalUpload,
  from: Math.max(now + LEAD_DAYS[access.technology] * DAY, access.availableFrom),
});

/** The lines that serve it now, the best first. */
export function servingLines(need: Need, { address, flat }: Place, now: number): ServedBy[] {
  return accessAt(address, flat)
    .filter((access) => fits(need, access) && access.availableFrom <= now && access.freePorts > 0)
    .map((access) => realistic(need, access, now))
    .toSorted((a, b) => b.download - a.download || a.from - b.from);
}

const asRefs = (addresses: readonly Address[]) => addresses.map((address) => ({ id: address.id, name: inOneLine(address) }));

/** Why an address that somebody gave is not enough to judge by. */
export function unplaced(place: Exclude<Found, { kind: 'found' }>): Reason {
  if (place.kind === 'flatMissing') {
    const { address } = place;
    return reason('flatMissing', `${inOneLine(address)} has ${address.flats.length} flats, and they are not all served alike.`, {
      action: 'chooseFlat',
      label: 'Say which flat it is.',
      choices: address.flats.map(({ id, name }) => ({ id, name })),
    }, { place: inOneLine(address), flats: address.flats.length });
  }
  const { meant } = place;
  return reason('addressUnknown', 'We do not know this address.', {
    action: 'correctAddress',
    label: meant[0] ? `Did you mean ${inOneLine(meant[0])}?` : 'Check street, number, postcode and town.',
    ...(meant.length > 0 && { choices: asRefs(meant) }),
  });
}

export function addressMissing({ name }: Pick<Need, 'name'>): Reason {
  return reason('addressMissing', `${name} comes by wire, and we do not know to where.`, {
    action: 'giveAddress',
    label: 'Say for which address it is.',
  }, { offer: name });
}

const whereOf = (address: Address, flat: Flat | undefined) => (flat ? `${inOneLine(address)}, ${flat.name}` : inOneLine(address));

function comesLater({ name }: Need, where: string, from: number): Reason {
  return reason('availableLater', `${name} comes to ${where} on ${dayInWords(from)}.`, {
    action: 'registerInterest',
    label: `Put your name down: you can order it from ${dayInWords(from)}.`,
    date: instantOf(from),
  }, { offer: name, place: where, on: instantOf(from) });
}

/** Why no line of a known place serves it: full, later, too slow, or none at all. */
export function unserved(need: Need, { address, flat }: Place, now: number): Reason {
  const lines = accessAt(address, flat);
  const where = whereOf(address, flat);
  const fitting = lines.filter((access) => fits(need, access));
  if (fitting.some(({ availableFrom }) => availableFrom <= now)) {
    return reason('noCapacity', `Every connection for ${need.name} at ${where} is taken.`, {
      action: 'registerInterest',
      label: 'Put your name down: we write when one is free or added.',
    }, { offer: need.name, place: where });
  }
  if (fitting.length > 0) return comesLater(need, where, Math.min(...fitting.map(({ availableFrom }) => availableFrom)));
  const best = Math.max(0, ...lines.filter(({ availableFrom }) => availableFrom <= now).map(({ maxDownload }) => maxDownload));
  if (best === 0) {
    return reason('notServed', `None of our lines reaches ${where}.`, {
      action: 'registerInterest',
      label: 'Put your name down: we write when one does. Mobile offers work there already.',
    }, { place: where });
  }
  const wanted = [need.technology ?? 'a line', ...(need.download > 0 ? [`with ${need.download} Mbit/s`] : [])].join(' ');
  return reason('speedNotReached', `The lines at ${where} reach ${best} Mbit/s; ${need.name} needs ${wanted}.`, {
    action: 'chooseOther',
    label: 'Choose an offer that these lines carry.',
  }, { offer: need.name, place: where, best, wanted: need.download });
}
