import type { PromiseTier } from '@faceplate/contracts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogueEntry } from './offers.adapter.ts';

export function promisesFor(_entry: CatalogueEntry, _catalogue: Catalogue, _today: string): PromiseTier[] {
  return [];
}
