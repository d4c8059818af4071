import { money, VAT } from '../customer-bill/amounts.ts';
import { inUnits } from '../balance/quantity.ts';
import { type Tariff, TARIFFS } from '../usage/tariffs.ts';
import type { Draft } from './draft.ts';
import type { Family } from './family.ts';
import { dataIn } from './included.ts';

const PLANS: ReadonlySet<string> = new Set(['Mobile', 'Fixed', 'TV']);

const tariffsOf = ({ line, category, features }: Family): readonly Tariff[] => {
  const all: Readonly<Record<string, readonly Tariff[]>> = TARIFFS;
  const known = PLANS.has(category) ? (all[line] ?? []) : [];
  // Without an allowance nothing lies beyond it: there is no data, or no end of it.
  const hasAllowance = features.some(([name, value]) => name === 'Data allowance' && typeof value === 'number');
  return known.filter(({ name }) => name !== 'Extra data' || hasAllowance);
};

/** What of a tariff's use a plan has room for. */
function includedOf(family: Family, { name, unit }: Tariff): number | undefined {
  if (name === 'Extra data') {
    const data = dataIn(family);
    return data && inUnits(data, unit);
  }
  const [, days] = family.features.find(([feature]) => feature === name) ?? [];
  return typeof days === 'number' ? days : undefined;
}

/** What use beyond a plan costs, step by step: the prices by which it is billed. Steps and what is included are extensions of TMF620. */
export function usagePricesOf(draft: Draft, family: Family, common: object): { id: string; name: string }[] {
  return tariffsOf(family).map((tariff) => {
    const included = includedOf(family, tariff);
    const id = included === undefined ? draft.id('usage price', family.line, tariff.name) : draft.id('usage price', family.line, tariff.name, included);
    const name = `${tariff.name}: price by the unit`;
    if (!written(draft).has(id)) {
      written(draft).add(id);
      draft.add('productOfferingPrice', {
        id,
        name,
        usageName: tariff.name,
        ...common,
        version: '1.0',
        isBundle: false,
        lifecycleStatus: 'Active',
        priceType: 'usage',
        unitOfMeasure: { amount: 1, units: tariff.unit },
        price: money(tariff.tiers[0]?.each ?? 0),
        tax: [{ taxCategory: 'VAT', taxRate: VAT }],
        tiers: tariff.tiers.map(({ upTo, each }) => ({ ...(upTo !== undefined && { upTo }), price: money(each) })),
        ...(included !== undefined && { includedQuantity: included }),
      });
    }
    return { id, name };
  });
}

/** Plans of a kind share their prices. */
const known = new WeakMap<Draft, Set<string>>();

function written(draft: Draft): Set<string> {
  const ids = known.get(draft) ?? new Set<string>();
  known.set(draft, ids);
  return ids;
}
