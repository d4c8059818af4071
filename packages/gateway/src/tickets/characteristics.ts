import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What TMF621 has no attribute for stands in its list of characteristics. */
const LIST = 'troubleTicketCharacteristic';

export const saidOf = (ticket: TmfBody, name: string): unknown => records(ticket, LIST).find((one) => text(one, 'name') === name)?.['value'];

const typeOf = (value: unknown): string => (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? typeof value : 'object');

/** The list with some of it set; the rest stays, since a merge patch takes the place of the whole list. */
export function withSaid(ticket: TmfBody, values: Readonly<Record<string, unknown>>): TmfBody {
  const kept = records(ticket, LIST).filter((one) => !Object.hasOwn(values, text(one, 'name') ?? ''));
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  return { [LIST]: [...kept, ...set.map(([name, value]) => ({ name, valueType: typeOf(value), value }))] };
}
