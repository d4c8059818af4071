import type { Comparison, Money, Offer, OfferPrice } from '@faceplate/contracts';
import { add, share, times } from '@faceplate/domain';
import type { CatalogueEntry } from './offers.adapter.ts';

/** What is paid over so many months in all: once, each month of the promotion, and each month after it. */
export function totalOver({ once, monthly, promotion }: OfferPrice, months: number): Money {
  const cheap = promotion ? Math.min(promotion.months, months) : months;
  const reduced = add(once, times(monthly, cheap));
  return promotion ? add(reduced, times(promotion.monthlyAfter, months - cheap)) : reduced;
}

/** Offers of one category side by side; the rows stand in the order in which the first of them speaks of each. */
export function comparisonOf(entries: readonly CatalogueEntry[], offers: readonly Offer[], category: Comparison['category'], months: number): Comparison {
  const said = entries.map(({ offer }) => new Map(offer.features.map((feature) => [feature.name, feature])));
  const names = [...new Set(entries.flatMap(({ offer }) => offer.features.map(({ name }) => name)))];
  return {
    category,
    months,
    offers: [...offers],
    rows: names.map((name) => {
      const cells = said.map((features) => features.get(name)?.value ?? '');
      const help = said.flatMap((features) => features.get(name)?.help ?? [])[0];
      return { name, same: new Set(cells).size === 1, cells, ...(help !== undefined && { help }) };
    }),
    totals: offers.map(({ price }) => {
      const total = totalOver(price, months);
      return { total, average: share(total, 1, months) };
    }),
  };
}
