import type { CartItem } from '@faceplate/contracts';
import type { Catalogue } from '../offers/catalogue.ts';
import type { CatalogueEntry } from '../offers/offers.adapter.ts';

export type Need = NonNullable<CartItem['needs']>[number];

/** A line into a building has a speed of its own; what runs over it has none. */
const hasSpeed = ({ facts }: CatalogueEntry): boolean => facts.some(({ name }) => /^down(load|stream)/i.test(name));

function ownNeeds(entry: CatalogueEntry): Need[] {
  const { lineOfBusiness } = entry.offer;
  if (lineOfBusiness === 'fixed' && hasSpeed(entry)) return ['visit', 'place'];
  // What needs another offer (a card more, data more) comes to a number that is there.
  return lineOfBusiness === 'mobile' && entry.rules.requires.length === 0 ? ['number'] : [];
}

/** What of an offer has to be settled beside its price; of a bundle, what its parts need, but for numbers: the operator gives those. */
export function needsOf(entry: CatalogueEntry, { entries }: Pick<Catalogue, 'entries'>): Need[] {
  const { bundled } = entry.offer;
  if (bundled.length === 0) return ownNeeds(entry);
  const parts = entries.filter(({ offer }) => bundled.includes(offer.name)).flatMap(ownNeeds);
  return [...new Set(parts)].filter((need) => need !== 'number');
}
