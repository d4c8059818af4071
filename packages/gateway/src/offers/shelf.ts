import type { OfferCategory, OfferFilter, OfferRow, OfferShelf } from '@faceplate/contracts';
import type { Applicant } from '@faceplate/domain';
import { type Catalogue, isSold, judged } from './catalogue.ts';
import type { CatalogueEntry, Fact } from './offers.adapter.ts';

const MOST_FILTERS = 8;
const MOST_VALUES = 12;

const inWords = ({ value, unit }: Fact): string => (unit === undefined ? value : `${value} ${unit}`);
const isRange = ({ least }: OfferFilter): boolean => least !== undefined;

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** The one category of offers that say of none. */
const NONE = { id: 'other', name: 'Other' } as const;

const categoryOf = ({ offer }: CatalogueEntry): { id: string; name: string } => offer.category ?? NONE;

/** All that is sold today, short; what can be filtered by is found in what the offers of a category say of themselves. */
export function shelfOf(catalogue: Catalogue, applicant: Applicant, currency: string): OfferShelf {
  const sold = catalogue.entries.filter((entry) => isSold(entry, applicant.today)).toSorted((one, other) => one.offer.name.localeCompare(other.offer.name, 'en'));
  const grouped = [...Map.groupBy(sold, (entry) => categoryOf(entry).id).values()];
  const shelves = grouped.map((entries) => ({ entries, category: categoryFor(entries) }));
  const items = shelves.flatMap(({ entries, category }) =>
    entries.map((entry): OfferRow => rowOf(entry, category, judged(entry, applicant, catalogue).obstacles.length === 0)),
  );
  return { categories: shelves.map(({ category }) => category), items, currency, total: items.length + catalogue.lost, gaps: [...catalogue.gaps] };
}

function categoryFor(entries: readonly CatalogueEntry[]): OfferCategory {
  const [first] = entries;
  const { id, name } = first ? categoryOf(first) : NONE;
  return { id, name, lineOfBusiness: first?.offer.lineOfBusiness ?? 'other', offers: entries.length, filters: filtersOf(entries) };
}

/** What at least two offers speak of, and not all alike; what most speak of first. */
function filtersOf(entries: readonly CatalogueEntry[]): OfferFilter[] {
  const byName = Map.groupBy(entries.flatMap(({ facts }) => facts), ({ name }) => name);
  return [...byName]
    .filter(([, facts]) => facts.length > 1 && new Set(facts.map(({ value }) => value)).size > 1)
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([name, facts]) => filterOf(name, facts) ?? [])
    .slice(0, MOST_FILTERS);
}

function filterOf(name: string, facts: readonly Fact[]): OfferFilter | undefined {
  const help = facts.find((fact) => fact.help !== undefined)?.help;
  const unit = facts.find((fact) => fact.unit !== undefined)?.unit;
  const common = { name, ...(help !== undefined && { help }) };
  const numbers = facts.flatMap(({ value }) => (NUMBER.test(value) ? [Number(value)] : []));
  // "Unlimited" among figures is more than any of them.
  if (numbers.length > facts.length / 2 && facts.every((fact) => fact.unit === undefined || fact.unit === unit)) {
    return { ...common, ...(unit !== undefined && { unit }), values: [], least: Math.min(...numbers), most: Math.max(...numbers) };
  }
  const counted = [...Map.groupBy(facts, inWords)].toSorted(([, one], [, other]) => other.length - one.length).map(([value]) => value);
  return counted.length <= MOST_VALUES ? { ...common, values: counted } : undefined;
}

const MOST_ABOUT = 90;

function rowOf({ offer, facts }: CatalogueEntry, { id, filters }: OfferCategory, possible: boolean): OfferRow {
  const said = new Map(facts.map((fact) => [fact.name, fact]));
  return {
    id: offer.id,
    name: offer.name,
    about: offer.description.length > MOST_ABOUT ? `${offer.description.slice(0, MOST_ABOUT)}…` : offer.description,
    categoryId: id,
    monthly: offer.price.monthly.amount,
    once: offer.price.once.amount,
    ...(offer.price.promotion && { after: offer.price.promotion.monthlyAfter.amount }),
    termMonths: offer.termMonths,
    possible,
    traits: filters.map((filter) => traitFor(filter, said.get(filter.name))),
  };
}

const traitFor = (filter: OfferFilter, fact: Fact | undefined): string => (fact === undefined ? '' : isRange(filter) ? fact.value : inWords(fact));
