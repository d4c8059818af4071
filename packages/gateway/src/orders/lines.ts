import type { LocalDate, Order, OrderItem } from '@faceplate/contracts';
import { startOfDay } from '@faceplate/domain';
import { namedPlace } from '../cart/choices.ts';
import { notFound, Refusal } from '../problem.ts';
import type { Code } from '../docs/problem-codes.ts';
import type { Call } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** About one line of an order. */
export type OfLine<Body> = Call<{ orderId: string; itemId: string }, unknown, Body>;

/** More than bundles of bundles hold. */
const DEEPEST = 4;

/** The lines of an order with one of them made anew: TMF622 takes lists whole. */
export function withLine(order: TmfBody, itemId: string, remake: (item: TmfBody) => TmfBody): TmfBody {
  return { productOrderItem: remade(order, itemId, remake, 0) };
}

function remade(owner: TmfBody, itemId: string, remake: (item: TmfBody) => TmfBody, depth: number): TmfBody[] {
  return records(owner, 'productOrderItem').map((item) => {
    if (text(item, 'id') === itemId) return remake(item);
    return depth < DEEPEST && records(item, 'productOrderItem').length > 0 ? { ...item, productOrderItem: remade(item, itemId, remake, depth + 1) } : item;
  });
}

/** @throws {Refusal} 404 when the order has no such line. */
export function lineIn(lines: readonly TmfBody[], itemId: string): TmfBody {
  const line = lines.find((item) => text(item, 'id') === itemId);
  if (!line) throw notFound();
  return line;
}

/** A line as it is shown: what may be done to it is what the customer has seen. @throws {Refusal} 404 when there is none. */
export function shownLine(order: Order, itemId: string): OrderItem {
  const line = order.items.find(({ id }) => id === itemId);
  if (!line) throw notFound();
  return line;
}

export const conflict = (code: Code, title: string, detail?: string): Refusal => new Refusal({ status: 409, code, title, ...(detail !== undefined && { detail }) });

/** Words of the customer's on a line. */
export const noteOf = ({ subject, clock }: Call, id: string, words: string): TmfBody => ({ id, author: subject.name, authorId: subject.sub, date: clock().toISOString(), text: words });

/** A house or a flat of the operator's, as a line names it (TMF673: everybody's). @throws {Refusal} 422 for none. */
export async function placeFor(call: Call, placeId: string): Promise<TmfBody> {
  const { place } = await namedPlace(call, placeId);
  return { id: placeId, role: 'installation address', '@referredType': 'GeographicAddress', name: place?.text ?? placeId };
}

/** A line that goes to another place. */
export const movedTo = (item: TmfBody, place: TmfBody): TmfBody => ({ ...item, product: { ...records(item, 'product')[0], place: [place] } });

/** A day's beginning where the account is, as TM Forum writes it. */
export const startOf = ({ tenant }: Call, date: LocalDate): string => startOfDay(date, tenant.zone).toISOString();
