import type { CatalogueEntry } from '../offers/offers.adapter.ts';

/** The promise of service an offer comes with: what else prices hang on, its price in the catalogue counts in already. */
export const defaultChoices = ({ promises }: Pick<CatalogueEntry, 'promises'>): Record<string, string> => {
  const usual = promises.find(({ isDefault }) => isDefault) ?? promises[0];
  return usual ? { [usual.key]: usual.value } : {};
};
