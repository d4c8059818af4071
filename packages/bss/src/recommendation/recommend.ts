import { type Catalogue, costNow } from '../catalogue/catalogue.ts';
import type { Offering } from '../catalogue/offering.ts';
import { euros, numberOf } from '../catalogue/read.ts';
import { isOnSale } from '../catalogue/sale.ts';
import type { Owned } from '../qualification/situation.ts';

export type RecommendationCode = 'largerPlanSaves' | 'optionSaves' | 'bundleSaves' | 'newerCostsLess' | 'goesWith';

/** One proposal, and why. Money in cents a month, tax included. */
export interface Recommendation {
  code: RecommendationCode;
  offering: Offering;
  /** The product it would take the place of; undefined where it is new. */
  instead: Owned | undefined;
  saving: number;
  label: string;
}

/** What a product cost beyond its plan, in cents a month, by what it was for. */
export interface Extra {
  productId: string;
  name: string;
  monthly: number;
}

export interface Standing {
  now: number;
  catalogue: Catalogue;
  owned: readonly Owned[];
  /** Offerings in the cart. */
  carted: readonly Offering[];
  extras: readonly Extra[];
  segment: string | undefined;
}

/** Nobody changes a plan for less. */
const WORTH_SAYING = 100;

const price = ({ catalogue, now }: Standing, offering: Offering): number => costNow(catalogue, offering, now).monthlyAfter;

/** The versions of one offering share its name. */
const isSameLine = (a: Offering, b: Offering): boolean => a.id === b.id || a.name === b.name;

const sharesCategory = (a: Offering, b: Offering): boolean => a.categories.some((name) => b.categories.includes(name));

function onSale({ catalogue, now, segment }: Standing): Offering[] {
  const suits = ({ segments }: Offering) => segment === undefined || segments.length === 0 || segments.includes(segment);
  return [...catalogue.offerings.values()].filter((offering) => isOnSale(offering, now) && suits(offering));
}

function has({ owned, carted }: Standing, offering: Offering): boolean {
  return owned.some((one) => one.offering && isSameLine(one.offering, offering)) || carted.some((one) => isSameLine(one, offering));
}

const asAmount = (value: unknown): number | undefined => (value === 'Unlimited' ? Infinity : numberOf(value));

/** At least as good in everything that can be compared, and better in something. */
function isLarger(offering: Offering, than: Offering): boolean {
  const pairs = [...than.features].flatMap(([name, value]) => {
    const before = asAmount(value);
    const after = asAmount(offering.features.get(name));
    return before === undefined ? [] : [{ before, after: after ?? 0 }];
  });
  return pairs.every(({ before, after }) => after >= before) && pairs.some(({ before, after }) => after > before);
}

function largerPlans(standing: Standing, offers: readonly Offering[]): Recommendation[] {
  return standing.owned.flatMap((product) => {
    const { offering } = product;
    const extra = standing.extras.filter(({ productId }) => productId === product.id).reduce((sum, { monthly }) => sum + monthly, 0);
    if (!offering || extra < WORTH_SAYING) return [];
    return offers.flatMap((other): Recommendation[] => {
      const saving = extra - (price(standing, other) - product.monthly);
      if (saving < WORTH_SAYING || !sharesCategory(offering, other) || !isLarger(other, offering)) return [];
      const label = `Beyond ${product.name} you paid ${euros(extra)} a month for extras; ${other.name} costs ${euros(price(standing, other) - product.monthly)} more and holds more.`;
      return [{ code: 'largerPlanSaves', offering: other, instead: product, saving, label }];
    });
  });
}

const COMMON = new Set(['with', 'from', 'your', 'plus', 'extra']);
const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().split(/[^a-zäöüß]+/).filter((word) => word.length >= 4 && !COMMON.has(word)));

/** Options for what is used beyond the plan, known by the words that both are called by. */
function options(standing: Standing, offers: readonly Offering[]): Recommendation[] {
  return standing.extras.flatMap((extra) => {
    const product = standing.owned.find(({ id }) => id === extra.productId);
    const words = wordsIn(extra.name);
    return offers.flatMap((offering): Recommendation[] => {
      const goesWith = product?.offering && offering.requires.some(({ id }) => id === product.offering?.id);
      const saving = extra.monthly - price(standing, offering);
      const isNamed = [...wordsIn(offering.name)].some((word) => words.has(word));
      if (!product || !goesWith || !isNamed || saving < WORTH_SAYING || has(standing, offering)) return [];
      const label = `You paid ${euros(extra.monthly)} a month for "${extra.name}" with ${product.name}; ${offering.name} costs ${euros(price(standing, offering))}.`;
      return [{ code: 'optionSaves', offering, instead: undefined, saving, label }];
    });
  });
}

function bundles(standing: Standing, offers: readonly Offering[]): Recommendation[] {
  return offers.flatMap((bundle): Recommendation[] => {
    if (bundle.parts.length < 2 || has(standing, bundle)) return [];
    const held = bundle.parts.flatMap(({ id, name }) => standing.owned.find(({ offering }) => offering?.id === id || offering?.name === name) ?? []);
    const [first] = held;
    const saving = held.reduce((sum, { monthly }) => sum + monthly, 0) - price(standing, bundle);
    if (!first || held.length < bundle.parts.length || saving < WORTH_SAYING) return [];
    const label = `${bundle.name} costs ${euros(saving)} a month less than your ${held.map(({ name }) => name).join(' and ')} apart.`;
    return [{ code: 'bundleSaves', offering: bundle, instead: first, saving, label }];
  });
}

function newerVersions(standing: Standing, offers: readonly Offering[]): Recommendation[] {
  return standing.owned.flatMap((product) => {
    const { offering } = product;
    const newer = offers.find((other) => offering && other.id !== offering.id && other.name === offering.name);
    const saving = newer ? product.monthly - price(standing, newer) : 0;
    if (!newer || saving < WORTH_SAYING) return [];
    return [{ code: 'newerCostsLess' as const, offering: newer, instead: product, saving, label: `Today's ${newer.name} costs ${euros(saving)} a month less than the version you have.` }];
  });
}

function companions(standing: Standing, offers: readonly Offering[]): Recommendation[] {
  const held = [...standing.owned.flatMap(({ offering }) => offering ?? []), ...standing.carted];
  return offers.flatMap((offering): Recommendation[] => {
    const base = held.find(({ id }) => offering.requires.some((one) => one.id === id));
    if (!base || has(standing, offering)) return [];
    return [{ code: 'goesWith', offering, instead: undefined, saving: 0, label: `${offering.name} goes with your ${base.name}.` }];
  });
}

/** The best reason for each offer; what saves most comes first, and what only fits comes last. */
function best(all: readonly Recommendation[]): Recommendation[] {
  const sorted = all.toSorted((a, b) => b.saving - a.saving || a.offering.name.localeCompare(b.offering.name));
  const seen = new Set<string>();
  return sorted.filter(({ offering, instead }) => {
    // One proposal for each offer and each product: nobody changes the same plan twice.
    const keys = [offering.id, ...(instead ? [instead.id] : [])];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

/** What would suit somebody, from what they own and what they pay beyond it. Pure; whether they may have it is judged elsewhere. */
export function recommend(standing: Standing): Recommendation[] {
  const offers = onSale(standing);
  return best([
    ...largerPlans(standing, offers),
    ...options(standing, offers),
    ...bundles(standing, offers),
    ...newerVersions(standing, offers),
    ...companions(standing, offers),
  ]);
}
