import type { OfferVersion, OwnedOffer, Product } from '@faceplate/contracts';
import { type Catalogue, isSold } from './catalogue.ts';
import type { CatalogueEntry } from './offers.adapter.ts';

/** An offer and all that took its place or whose place it took, the newest first: its versions, whatever they are called by now. */
export function versionsOf(entry: CatalogueEntry, { byId, around }: Pick<Catalogue, 'byId' | 'around'>): CatalogueEntry[] {
  const found = new Map<string, CatalogueEntry>();
  const open = [entry];
  for (let next = open.pop(); next; next = open.pop()) {
    const { rules } = next;
    if (found.has(rules.id)) continue;
    found.set(rules.id, next);
    const before = rules.replaces.flatMap(({ id }) => byId.get(id) ?? []);
    const after = around(rules).filter(({ replaces }) => replaces.some(({ id }) => id === rules.id)).flatMap(({ id }) => byId.get(id) ?? []);
    // A version keeps its name; an offer of another name that took its place is a successor, not a version.
    open.push(...[...before, ...after].filter((other) => other.rules.name === rules.name));
  }
  const since = ({ rules }: CatalogueEntry) => rules.validFrom ?? '';
  return [...found.values()].toSorted((one, other) => since(other).localeCompare(since(one)) || other.offer.version.localeCompare(one.offer.version));
}

/** What of them is sold today: the newest, where several are. */
export const currentOf = (versions: readonly CatalogueEntry[], today: string): CatalogueEntry | undefined => versions.find((one) => isSold(one, today));

export function versionRows(versions: readonly CatalogueEntry[], owned: ReadonlySet<string>, today: string): OfferVersion[] {
  const current = currentOf(versions, today);
  return versions.map((one): OfferVersion => {
    const { offer } = one;
    return {
      id: offer.id,
      version: offer.version,
      sold: isSold(one, today),
      current: one === current,
      yours: owned.has(offer.id),
      price: offer.price,
      ...(offer.validFrom !== undefined && { validFrom: offer.validFrom }),
      ...(offer.validUntil !== undefined && { validUntil: offer.validUntil }),
    };
  });
}

/** What the customer has of these versions, as it was bought, beside what is sold today. */
export function ownedOffers(versions: readonly CatalogueEntry[], products: readonly Product[], today: string): OwnedOffer[] {
  const current = currentOf(versions, today);
  const byId = new Map(versions.map((one) => [one.offer.id, one]));
  return products.flatMap((product): OwnedOffer[] => {
    const bought = byId.get(product.offerId ?? '');
    if (!bought || product.status === 'ended') return [];
    const { id, name, identifier, startedOn, monthly } = product;
    return [
      {
        product: { id, name, ...(identifier !== undefined && { identifier }) },
        offerId: bought.offer.id,
        version: bought.offer.version,
        ...(startedOn !== undefined && { since: startedOn }),
        ...(monthly !== undefined && { monthly }),
        differs: current && current !== bought ? differences(bought, current) : [],
      },
    ];
  });
}

/** Features that only one of the two has, or of which they say something else. */
function differences(bought: CatalogueEntry, today: CatalogueEntry): OwnedOffer['differs'] {
  const said = ({ offer }: CatalogueEntry) => new Map(offer.features.map(({ name, value }) => [name, value]));
  const [before, now] = [said(bought), said(today)];
  const names = [...new Set([...before.keys(), ...now.keys()])];
  return names.flatMap((name) => (before.get(name) === now.get(name) ? [] : [{ name, bought: before.get(name) ?? '', today: now.get(name) ?? '' }]));
}
