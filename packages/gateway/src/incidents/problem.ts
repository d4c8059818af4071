import type { Gap, KnownTrouble } from '@faceplate/contracts';
import type { Action } from '../policy/actions.ts';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { byParty, type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import { characteristic, instant, needed, records, text } from '../tmf/read.ts';
import type { TmfBody, TmfQuery } from '../upstream/types.ts';

const MOST = 500;
const OPEN = ['acknowledged', 'inProgress', 'pending', 'held'];

/** What the operator knows to be wrong, or plans (TMF656), as far as it names somebody of mine. Read here for desk, incidents and planned work. */
export const problemsOf = (call: Call, action: Action, query: TmfQuery = {}): Promise<OwnRows> => ownRows(call, 'TMF656', 'serviceProblem', byParty(call), { query, limit: MOST, action });

/** What goes on, or is announced. */
export const openProblems = (call: Call, action: Action): Promise<OwnRows> => problemsOf(call, action, { status: OPEN });

export const problemOf = (call: Call, id: string, action: Action): Promise<TmfBody> => ownRecord(call, 'TMF656', 'serviceProblem', id, { action });

interface Target {
  id: string;
  /** TMF638 ids behind it. */
  services: readonly string[];
}

/** Open incidents, or planned work, that hit a product. */
export function troublesOn({ rows, ...rest }: OwnRows, { product, planned, now }: { product: Target; planned: boolean; now: Date }): { items: KnownTrouble[]; gaps: Gap[] } {
  const hitting = rows.filter((row) => isOpen(row) && isPlanned(row) === planned && hits(row, product));
  return readEach('TMF656', { ...rest, rows: hitting }, (row) => troubleOf(row, now));
}

/** Does a service problem (TMF656) hit this product, by its own id or by that of a service behind it? */
export function hits(problem: TmfBody, product: Target): boolean {
  const named = records(problem, 'relatedEntity').filter((one) => text(one, 'role') !== 'incident').map((one) => text(one, 'id'));
  const services = records(problem, 'affectedService').map((one) => text(one, 'id'));
  return named.includes(product.id) || [...named, ...services].some((id) => id !== undefined && product.services.includes(id));
}

const PLANNED = /planned|maintenance/i;
export const isPlanned = (problem: TmfBody): boolean => PLANNED.test(text(problem, 'category') ?? '');

const OPEN_WORDS = new Set(OPEN.map((word) => word.toLowerCase()));
export const isOpen = (problem: TmfBody): boolean => OPEN_WORDS.has(text(problem, 'status')?.toLowerCase() ?? '');

/** An instant among the characteristics of a problem. */
export const knownAt = (problem: TmfBody, name: string): string | undefined => instant({ value: characteristic(records(problem, 'characteristic'), name) }, 'value');

/** What of a service problem is told to somebody it hits: not whom else. An update that should have come by now is not promised any more. */
export function troubleOf(problem: TmfBody, now: Date): KnownTrouble {
  const id = needed(text(problem, 'id'), 'id');
  const nextUpdate = knownAt(problem, 'nextUpdate');
  return {
    id,
    title: text(problem, 'name') ?? needed(text(problem, 'description'), 'name').slice(0, 120),
    ...optional({
      text: text(problem, 'description'),
      area: text(records(problem, 'affectedLocation')[0], 'name'),
      from: knownAt(problem, 'expectedStart') ?? instant(problem, 'creationDate'),
      to: knownAt(problem, 'expectedEnd'),
      nextUpdate: nextUpdate !== undefined && Date.parse(nextUpdate) > now.getTime() ? nextUpdate : undefined,
    }),
  };
}
