import { featureNumber, type Offering } from '../../catalogue/offering.ts';
import { dayInWords, sayable } from '../../catalogue/read.ts';
import { type Access, accessAt, type Address, inOneLine } from '../../place/address.ts';
import type { Found } from '../../place/find-place.ts';
import { type Reason, reason } from '../reason.ts';
import type { Rule, ServedBy, Situation } from '../situation.ts';

const DAY = 86_400_000;
/** Days until somebody has switched it on: fibre is spliced by hand. */
const LEAD_DAYS = { fibre: 14, cable: 7, dsl: 7 } as const;

interface Need {
  download: number;
  technology: string | undefined;
}

/** An offering that promises a download speed by wire needs a line that gives it, whatever category it stands in. */
export function needOf(offering: Offering): Need | undefined {
  const download = featureNumber(offering, 'Download');
  if (download === undefined) return undefined;
  return { download, technology: sayable(offering.features.get('Technology'))?.toLowerCase() };
}

const fits = ({ download, technology }: Need, access: Access): boolean =>
  access.maxDownload >= download && (technology === undefined || technology === access.technology);

const realistic = ({ download }: Need, access: Access, now: number): ServedBy => ({
  access,
  download: Math.min(download, access.typicalDownload),
  upload: access.typicalUpload,
  from: Math.max(now + LEAD_DAYS[access.technology] * DAY, access.availableFrom),
});

/** The best line that serves it now; undefined where none does. */
export function servedBy({ wanted: { offering, place }, now }: Pick<Situation, 'wanted' | 'now'>): ServedBy | undefined {
  const need = needOf(offering);
  if (!need || place?.kind !== 'found') return undefined;
  const lines = accessAt(place.address, place.flat).filter((access) => fits(need, access) && access.availableFrom <= now && access.freePorts > 0);
  return lines.map((access) => realistic(need, access, now)).toSorted((a, b) => b.download - a.download || a.from - b.from)[0];
}

const asRefs = (addresses: readonly Address[]) => addresses.map((address) => ({ id: address.id, name: inOneLine(address) }));

function unplaced(place: Exclude<Found, { kind: 'found' }>): Reason {
  if (place.kind === 'flatMissing') {
    const { address } = place;
    return reason('flatMissing', `${inOneLine(address)} has ${address.flats.length} flats, and they are not all served alike.`, {
      action: 'chooseFlat',
      label: 'Say which flat it is.',
      choices: address.flats.map(({ id, name }) => ({ id, name })),
    });
  }
  const { meant } = place;
  return reason('addressUnknown', 'We do not know this address.', {
    action: 'correctAddress',
    label: meant[0] ? `Did you mean ${inOneLine(meant[0])}?` : 'Check street, number, postcode and town.',
    ...(meant.length > 0 && { choices: asRefs(meant) }),
  });
}

function unserved(name: string, need: Need, lines: readonly Access[], where: string, now: number): Reason {
  const fitting = lines.filter((access) => fits(need, access));
  const open = fitting.filter(({ availableFrom }) => availableFrom <= now);
  if (open.length > 0) {
    return reason('noCapacity', `Every connection for ${name} at ${where} is taken.`, {
      action: 'registerInterest',
      label: 'Put your name down: we write when one is free or added.',
    });
  }
  const from = Math.min(...fitting.map(({ availableFrom }) => availableFrom));
  if (Number.isFinite(from)) {
    return reason('availableLater', `${name} comes to ${where} on ${dayInWords(from)}.`, {
      action: 'registerInterest',
      label: `Put your name down: you can order it from ${dayInWords(from)}.`,
      date: new Date(from).toISOString(),
    });
  }
  const best = Math.max(0, ...lines.filter(({ availableFrom }) => availableFrom <= now).map(({ maxDownload }) => maxDownload));
  if (best > 0) {
    return reason('speedNotReached', `The lines at ${where} reach ${best} Mbit/s; ${name} needs ${need.technology ?? 'a line'} with ${need.download} Mbit/s.`, {
      action: 'chooseOther',
      label: 'Choose an offer that these lines carry.',
    });
  }
  return reason('notServed', `None of our lines reaches ${where}.`, {
    action: 'registerInterest',
    label: 'Put your name down: we write when one does. Mobile offers work there already.',
  });
}

/** Technology, speed and date at the very flat. What is merely ended needs no line. */
export const placeRule: Rule = ({ wanted, now }) => {
  const { offering, action, place } = wanted;
  const need = needOf(offering);
  if (!need || action === 'delete' || action === 'noChange') return [];
  if (!place) {
    return [reason('addressMissing', `${offering.name} comes by wire, and we do not know to where.`, { action: 'giveAddress', label: 'Say for which address it is.' })];
  }
  if (place.kind !== 'found') return [unplaced(place)];
  if (servedBy({ wanted, now })) return [];
  const { address, flat } = place;
  const where = flat ? `${inOneLine(address)}, ${flat.name}` : inOneLine(address);
  return [unserved(offering.name, need, accessAt(address, flat), where, now)];
};
