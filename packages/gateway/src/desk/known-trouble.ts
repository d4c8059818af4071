import type { KnownTrouble } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { characteristic, instant, needed, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** Does a service problem (TMF656) hit this product, by its own id or by that of a service behind it? */
export function hits(problem: TmfBody, product: { id: string; services: readonly string[] }): boolean {
  const named = records(problem, 'relatedEntity').filter((one) => text(one, 'role') !== 'incident').map((one) => text(one, 'id'));
  const services = records(problem, 'affectedService').map((one) => text(one, 'id'));
  return named.includes(product.id) || [...named, ...services].some((id) => id !== undefined && product.services.includes(id));
}

const PLANNED = /planned|maintenance/i;
export const isPlanned = (problem: TmfBody): boolean => PLANNED.test(text(problem, 'category') ?? '');

const OPEN = ['acknowledged', 'inprogress', 'pending', 'held'];
export const isOpen = (problem: TmfBody): boolean => OPEN.includes(text(problem, 'status')?.toLowerCase() ?? '');

/** What of a service problem is told to somebody it hits: not whom else. An update that should have come by now is not promised any more. */
export function troubleOf(problem: TmfBody, now: Date): KnownTrouble {
  const id = needed(text(problem, 'id'), 'id');
  const known = (name: string) => instant({ value: characteristic(records(problem, 'characteristic'), name) }, 'value');
  const nextUpdate = known('nextUpdate');
  return {
    id,
    title: text(problem, 'name') ?? needed(text(problem, 'description'), 'name').slice(0, 120),
    ...optional({
      text: text(problem, 'description'),
      area: text(records(problem, 'affectedLocation')[0], 'name'),
      from: known('expectedStart') ?? instant(problem, 'creationDate'),
      to: known('expectedEnd'),
      nextUpdate: nextUpdate !== undefined && Date.parse(nextUpdate) > now.getTime() ? nextUpdate : undefined,
    }),
  };
}
