import { costNow } from '../catalogue/catalogue.ts';
import { featureNumber, type Offering } from '../catalogue/offering.ts';
import { numberOf } from '../catalogue/read.ts';
import { isOnSale } from '../catalogue/sale.ts';
import type { Device } from './device.ts';
import type { ServedBy } from './line.ts';
import type { Reason } from './reason.ts';
import { contractRule, earliestEnd } from './rules/contract.ts';
import { creditRule } from './rules/credit.ts';
import { deviceRule } from './rules/device.ts';
import { personRule } from './rules/person.ts';
import { placeRule, servedBy } from './rules/place.ts';
import { policyRule } from './rules/policy.ts';
import { bundleRule, compatibilityRule, targetRule } from './rules/product.ts';
import { saleRule, segmentRule } from './rules/sale.ts';
import { stockRule } from './rules/stock.ts';
import type { Rule, Situation } from './situation.ts';

/** The answer for one thing that was asked for. */
export interface Verdict {
  itemId: string;
  qualified: boolean;
  /** Every reason for a no, each with what would make it a yes; none where it is a yes. */
  reasons: readonly Reason[];
  /** Offers of the kind that this customer can have, the nearest first. */
  alternates: readonly Offering[];
  /** The line it would come by. */
  servedBy: ServedBy | undefined;
  /** When it could begin, or end, at the earliest. Milliseconds; undefined where it cannot. */
  from: number | undefined;
}

const MOST_ALTERNATES = 3;

/** In the order in which a customer would want to hear of them. */
const rulesWith = (devices: readonly Device[]): readonly Rule[] => [
  saleRule,
  segmentRule,
  targetRule,
  placeRule,
  compatibilityRule,
  bundleRule,
  deviceRule(devices),
  contractRule,
  personRule,
  creditRule,
  policyRule,
  stockRule,
];

const PLAIN_ORDER = new Intl.Collator('en');

/** A characteristic that is missing weighs as much as one that is a thousand times off. */
const MISSING = 10;
/** Cents a month that weigh as much as half or twice of a characteristic. */
const PRICE_STEP = 2000;

/** How often one has to be doubled to come to the other. */
const doublings = (a: number, b: number): number => (a > 0 && b > 0 ? Math.abs(Math.log2(a / b)) : 0);

/** How far an offer is from what was wanted: in what it gives, then in what it costs. */
function distance({ catalogue, now, wanted }: Situation, other: Offering): number {
  const price = (offering: Offering) => costNow(catalogue, offering, now).monthlyAfter;
  const apart = [...wanted.offering.features].map(([name, value]) => {
    if (!other.features.has(name)) return MISSING;
    return doublings(numberOf(value) ?? 0, featureNumber(other, name) ?? 0);
  });
  // Whoever asked for one thing did not ask for a bundle.
  const bundled = other.isBundle === wanted.offering.isBundle ? 0 : 1;
  return bundled + apart.reduce((sum, one) => sum + one, 0) + Math.abs(price(other) - price(wanted.offering)) / PRICE_STEP;
}

const isOfTheKind = (wanted: Offering, other: Offering): boolean =>
  other.id !== wanted.id && (wanted.categories.length === 0 || other.categories.some((name) => wanted.categories.includes(name)));

/** What is known of the offers already, by id: whether this customer could have each in place of another. */
export type Passes = Map<string, boolean>;

/** Offers of the same kind against which nothing speaks. The nearest are tried first: few have to be. */
function nearest(situation: Situation, rules: readonly Rule[], passes: Passes): Offering[] {
  const { wanted, catalogue, now } = situation;
  const held = new Set(situation.beside.map(({ offering }) => offering.id));
  const kind = [...catalogue.offerings.values()]
    .filter((other) => isOfTheKind(wanted.offering, other) && isOnSale(other, now) && !held.has(other.id))
    .map((offering) => ({ offering, far: distance(situation, offering) }))
    .toSorted((a, b) => a.far - b.far || PLAIN_ORDER.compare(a.offering.name, b.offering.name));
  const found: Offering[] = [];
  for (const { offering } of kind) {
    const instead: Situation = { ...situation, wanted: { ...wanted, offering, taken: new Map() } };
    const isPassing = passes.get(offering.id) ?? rules.every((rule) => rule(instead).length === 0);
    passes.set(offering.id, isPassing);
    if (isPassing) found.push(offering);
    if (found.length === MOST_ALTERNATES) break;
  }
  return found;
}

/** Where a remedy only says "choose another", it says which. */
function pointed(reason: Reason, [first]: readonly Offering[]): Reason {
  const { remedy } = reason;
  if (remedy.action !== 'chooseOther' || remedy.productOffering) return reason;
  if (!first) return { ...reason, remedy: { action: 'none', label: `${remedy.label} At present there is none that fits.` } };
  return { ...reason, remedy: { ...remedy, label: `${remedy.label.replace(/\.$/, '')}: ${first.name}.`, productOffering: { id: first.id, name: first.name } } };
}

function earliest({ wanted, now }: Situation, served: ServedBy | undefined): number {
  if (wanted.action === 'delete' && wanted.target) return Math.max(earliestEnd(wanted.target, now), wanted.wantedOn ?? 0);
  return Math.max(served?.from ?? now, wanted.wantedOn ?? 0);
}

/**
 * May this be had, and if not, why not and what instead? Pure: the same situation always gives the same verdict.
 * `passes` may be shared by questions that differ in the offering alone.
 */
export function qualify(situation: Situation, devices: readonly Device[] = [], passes: Passes = new Map()): Verdict {
  const rules = rulesWith(devices);
  const { wanted } = situation;
  const found = rules.flatMap((rule) => rule(situation));
  const alternates = found.length === 0 || wanted.action === 'delete' ? [] : nearest(situation, rules, passes);
  const served = servedBy(situation);
  return {
    itemId: wanted.itemId,
    qualified: found.length === 0,
    reasons: found.map((reason) => pointed(reason, alternates)),
    alternates,
    servedBy: served,
    from: found.length === 0 ? earliest(situation, served) : undefined,
  };
}
