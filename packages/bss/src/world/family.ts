import type { ChoiceOf } from './choices.ts';

export type Category = 'Mobile' | 'Fixed' | 'TV' | 'Devices' | 'Add-ons';
type LineOfBusiness = 'mobile' | 'fixed' | 'tv' | 'device' | 'other';
export type Segment = 'consumer' | 'business';

/** One edition of an offering: its price, and when it was sold, in months before now (negative = not yet). */
export interface Edition {
  version: string;
  /** Cents a month, VAT included. */
  monthly: number;
  since: number;
  /** Left out while it is still sold. */
  until?: number;
}

/** An offering through all its versions. Keys name it inside the generator only. */
export interface Family {
  key: string;
  name: string;
  about: string;
  category: Category;
  line: LineOfBusiness;
  segments: readonly Segment[];
  editions: readonly Edition[];
  /** Cents once, VAT included. */
  once?: number;
  /** Months of commitment. */
  term: 0 | 12 | 24;
  promotion?: { months: number; off: number };
  features: readonly (readonly [name: string, value: string | number, unit?: string])[];
  /** Answers of the guide that it meets. */
  /** What of it can be chosen. */
  choices?: readonly ChoiceOf[];
  fits: { use: readonly string[]; demand: readonly string[]; priority: readonly string[]; travel: readonly string[] };
  requires?: readonly string[];
  excludes?: readonly string[];
  bundles?: readonly string[];
}

export const CONSUMER: readonly Segment[] = ['consumer'];
export const BUSINESS: readonly Segment[] = ['business'];
export const EVERYONE: readonly Segment[] = ['consumer', 'business'];

/** The answers of the guide, named once. */
export const USE = { phone: 'A phone', home: 'My home', television: 'A television', office: 'A shop or office' } as const;
export const DEMAND = { little: 'A little', daily: 'Every day', always: 'All day long' } as const;
export const PRIORITY = { price: 'A low price', quality: 'The best quality', together: 'Everything from one hand' } as const;
export const TRAVEL = { rarely: 'Rarely', europe: 'Within Europe', world: 'Around the world' } as const;
export const COMMITMENT = { none: 'Not at all', year: 'Up to one year', years: 'Up to two years' } as const;
