import type { OfferRow, OfferShelf } from '@faceplate/contracts';

export type Sorting = 'price' | 'name';

/** What of the shelf is asked for. `traits`: by the place of a filter in its category, a word, or the least number. */
export interface Asked {
  search: string;
  category: string;
  possible: boolean;
  sorting: Sorting;
  traits: Readonly<Record<string, string>>;
}

interface Entry {
  row: OfferRow;
  said: string;
}

/** In lower case and in order, once a shelf: 5,000 offers are filtered between two frames. */
const indexes = new WeakMap<OfferShelf, Record<Sorting, Entry[]>>();

function indexOf(shelf: OfferShelf): Record<Sorting, Entry[]> {
  const known = indexes.get(shelf);
  if (known) return known;
  const names = new Map(shelf.categories.map(({ id, name }) => [id, name]));
  const entries = shelf.items.map((row) => ({ row, said: [row.name, row.about, names.get(row.categoryId), ...row.traits].join(' ').toLocaleLowerCase() }));
  // The shelf comes by name within its categories.
  const index = {
    price: entries.toSorted((one, other) => one.row.monthly - other.row.monthly || one.row.once - other.row.once),
    name: entries.toSorted((one, other) => (one.row.name < other.row.name ? -1 : 1)),
  };
  indexes.set(shelf, index);
  return index;
}

/** The offers of which all is true that is asked for. */
export function foundOn(shelf: OfferShelf, { search, category, possible, sorting, traits }: Asked): OfferRow[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const wanted = Object.entries(traits).filter(([, value]) => value !== '');
  const fits = ({ row, said }: Entry) =>
    (!category || row.categoryId === category) &&
    (!possible || row.possible) &&
    words.every((word) => said.includes(word)) &&
    wanted.every(([at, value]) => hasTrait(row.traits[Number(at)] ?? '', value));
  return indexOf(shelf)[sorting].filter(fits).map(({ row }) => row);
}

/** "Unlimited" is more than any number. */
function hasTrait(trait: string, wanted: string): boolean {
  if (trait === wanted) return true;
  const least = Number(wanted);
  if (trait === '' || Number.isNaN(least)) return false;
  const value = Number(trait);
  return Number.isNaN(value) || value >= least;
}
