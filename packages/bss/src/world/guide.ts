import { COMMITMENT, DEMAND, type Edition, type Family, PRIORITY, TRAVEL, USE } from './family.ts';

/** The specification the gateway looks for when it builds the guide. */
export const GUIDE_NAME = 'Guided selling';

interface Question {
  name: string;
  text: string;
  answers: readonly string[];
  /** Use of the last months that gives an answer by itself. */
  known?: Readonly<Record<string, { use: string; atLeast: number }>>;
  /** The answers an offering meets, and what it says to that wish. */
  met(family: Family): readonly string[];
  says(family: Family, edition: Edition): string;
}

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`;

function inWords([name, value, unit]: Family['features'][number]): string {
  return `${name}: ${value}${unit ? ` ${unit}` : ''}`;
}

const SCOPE: Record<string, string> = {
  Mobile: 'Made for phones, tablets and other things on the move',
  Fixed: 'Comes to your address by wire or fibre',
  TV: 'Brings television to your screens',
  Devices: 'A thing to hold, paid in small parts',
  'Add-ons': 'Goes on top of a line you have',
};

const TRIPS: Record<string, string> = {
  [TRAVEL.rarely]: 'Nothing to pay for countries you do not visit',
  [TRAVEL.europe]: 'Works in every EU country as at home',
  [TRAVEL.world]: 'Works far beyond Europe',
};

function commitments({ term }: Family): readonly string[] {
  if (term === 0) return [COMMITMENT.none, COMMITMENT.year, COMMITMENT.years];
  return term === 12 ? [COMMITMENT.year, COMMITMENT.years] : [COMMITMENT.years];
}

function price({ promotion, bundles }: Family, { monthly }: Edition): string {
  if (bundles) return `${bundles.length} in one, on one bill, for ${euros(monthly)} a month`;
  if (!promotion) return `${euros(monthly)} a month, always`;
  return `${euros(monthly - promotion.off)} a month for ${promotion.months} months, then ${euros(monthly)}`;
}

export const QUESTIONS: readonly Question[] = [
  {
    name: 'use',
    text: 'What do you want to connect?',
    answers: Object.values(USE),
    met: (family) => family.fits.use,
    says: (family) => SCOPE[family.category] ?? family.about,
  },
  {
    name: 'demand',
    text: 'How much will you use it?',
    answers: Object.values(DEMAND),
    known: { [DEMAND.always]: { use: 'Extra data', atLeast: 1 } },
    met: (family) => family.fits.demand,
    says: (family) => (family.features[0] ? inWords(family.features[0]) : family.about),
  },
  {
    name: 'commitment',
    text: 'How long do you want to commit?',
    answers: Object.values(COMMITMENT),
    met: commitments,
    says: ({ term }) => (term === 0 ? 'You can leave at the end of any month' : `${term} months, then month by month`),
  },
  {
    name: 'priority',
    text: 'What matters most to you?',
    answers: Object.values(PRIORITY),
    met: (family) => family.fits.priority,
    says: price,
  },
  {
    name: 'travel',
    text: 'Do you travel outside Germany?',
    answers: Object.values(TRAVEL),
    known: { [TRAVEL.world]: { use: 'Roaming outside the EU', atLeast: 1 } },
    met: (family) => family.fits.travel,
    says: ({ fits }) => TRIPS[fits.travel.at(-1) ?? TRAVEL.rarely] ?? '',
  },
];
