import { invalid } from '../problem.ts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogueEntry } from './offers.adapter.ts';

/** @throws {Refusal} 422 naming each that is no offer. */
export function entriesNamed({ byId }: Pick<Catalogue, 'byId'>, offerIds: readonly string[], path: string): CatalogueEntry[] {
  const unknown = offerIds.flatMap((one, index) => (byId.has(one) ? [] : [{ path: `${path}.${index}`, message: 'There is no such offer.' }]));
  if (unknown.length > 0) throw invalid(422, unknown);
  return offerIds.flatMap((one) => byId.get(one) ?? []);
}
