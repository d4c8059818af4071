import { costNow } from '../../catalogue/catalogue.ts';
import { bundleObstacles } from '../../catalogue/bundles.ts';
import type { Offering } from '../../catalogue/offering.ts';
import { type Holding, relationObstacles } from '../../catalogue/relations.ts';
import { isOnSale } from '../../catalogue/sale.ts';
import { named, type Reason, reason, type Remedy } from '../reason.ts';
import type { Rule, Situation } from '../situation.ts';

const sharesCategory = (a: Offering, b: Offering): boolean => a.categories.some((name) => b.categories.includes(name));

/** Of two things of a kind one takes the place of the other; of two kinds one has to go. */
function conflict({ wanted: { offering } }: Situation, other: Holding): Reason {
  const label = `${offering.name} and ${other.offering.name} do not go together.`;
  const facts = { offer: offering.name, other: other.offering.name };
  if (other.where === 'wanted') {
    return reason('conflictsInCart', label, { action: 'remove', label: `Take ${other.offering.name} out.`, itemId: other.id, productOffering: named(other.offering) }, facts);
  }
  const product = { id: other.id, name: other.offering.name };
  if (sharesCategory(offering, other.offering)) {
    return reason('conflictsWithOwned', label, { action: 'swap', label: `Let ${offering.name} take the place of your ${product.name}.`, product }, facts);
  }
  return reason('conflictsWithOwned', label, { action: 'remove', label: `Cancel your ${product.name} first.`, product }, facts);
}

/** The cheapest of what would do that this customer can buy. */
function whatWouldDo({ catalogue, now, applicant }: Situation, anyOf: readonly Offering[]): Offering | undefined {
  const suits = ({ segments }: Offering) => segments.length === 0 || applicant?.segment === undefined || segments.includes(applicant.segment);
  const price = (offering: Offering) => costNow(catalogue, offering, now).monthlyAfter;
  return anyOf.filter((one) => isOnSale(one, now) && suits(one)).toSorted((a, b) => price(a) - price(b) || a.name.localeCompare(b.name))[0];
}

function missing(situation: Situation, anyOf: readonly Offering[], names: readonly string[]): Reason {
  const { name } = situation.wanted.offering;
  const needed = [...new Set(names)];
  const one = whatWouldDo(situation, anyOf);
  const remedy: Remedy = one
    ? { action: 'addRequired', label: `Add ${one.name}.`, productOffering: named(one) }
    : { action: 'none', label: 'None of these can be bought any more.' };
  return reason('requiredMissing', `${name} needs ${needed.length === 1 ? '' : 'one of '}${needed.join(', ')}.`, remedy, { offer: name, needed });
}

/** Does it go with what is owned and what is ordered beside it? */
export const compatibilityRule: Rule = (situation) => {
  const { wanted, beside, catalogue } = situation;
  if (wanted.action === 'delete' || wanted.action === 'noChange') return [];
  return relationObstacles(wanted.offering, beside, catalogue.offerings).map((obstacle) =>
    obstacle.kind === 'excludes' ? conflict(situation, obstacle.with) : missing(situation, obstacle.anyOf, obstacle.names),
  );
};

/** Is a bundle made of as many of each part as it takes? */
export const bundleRule: Rule = ({ wanted: { offering, taken, action } }) => {
  if (offering.parts.length === 0 || taken.size === 0 || action === 'delete') return [];
  return bundleObstacles(offering, taken).map(({ kind, part, least, most, taken: count }) => {
    const range = least === most ? `exactly ${least}` : `${least} to ${most}`;
    const label = kind === 'notAPart' ? `${part.name} is no part of ${offering.name}.` : `${offering.name} takes ${range} of ${part.name}, not ${count}.`;
    const allowed = count < least ? least : most;
    return reason(kind === 'tooFew' ? 'bundleIncomplete' : 'bundleTooFull', label, {
      action: 'changeQuantity',
      label: allowed === 0 ? `Leave ${part.name} out.` : `Take ${allowed} of ${part.name}.`,
      productOffering: named(part),
    }, kind === 'notAPart' ? { offer: offering.name, part: part.name } : { offer: offering.name, part: part.name, count, allowed, ...(least === most ? { exactly: least } : { least, most }) });
  });
};

const CHANGEABLE = new Set(['active', 'suspended', 'created', 'pendingActive']);

/** What is over, or ending, can be neither changed nor ended. */
export const targetRule: Rule = ({ wanted: { action, target, offering } }) => {
  if ((action !== 'modify' && action !== 'delete') || !target || CHANGEABLE.has(target.status)) return [];
  return [
    reason('productNotActive', `Your ${target.name} has ended or is ending.`, {
      action: action === 'delete' ? 'none' : 'chooseOther',
      label: action === 'delete' ? 'There is nothing left to end.' : `Order ${offering.name} anew.`,
      ...(action === 'modify' && { productOffering: named(offering) }),
    }, { product: target.name }),
  ];
};
