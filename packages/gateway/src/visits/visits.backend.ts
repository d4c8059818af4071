import type { Slot, SlotList, VisitRequest } from '@faceplate/contracts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { takenRefusal } from '../numbers/taken.ts';
import type { Action } from '../policy/actions.ts';
import { orGap } from '../tmf/gather.ts';
import { ownRecord } from '../tmf/owned.ts';
import { instant, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { wishesBody } from './visit.adapter.ts';

/** Where somebody has to come: an address of the operator's by its id, or words with a post code in them. */
export interface VisitPlace {
  id?: string;
  name?: string;
  /** Who is visited, where it is not the caller. */
  visited?: readonly TmfBody[];
}

/** What visits need from the other side (TMF646). */
export interface VisitsBackend {
  visit(id: string): Promise<TmfBody>;
  /** Windows that are free at the place, or where the customer lives. */
  slots(place: VisitPlace | undefined): Promise<SlotList>;
  /** A visit for lines of an order that wait for one. */
  book(order: { id: string; itemIds: readonly string[]; place: VisitPlace | undefined }, request: VisitRequest): Promise<void>;
  /** The same visit at another time, or with other wishes. */
  move(id: string, request: VisitRequest): Promise<TmfBody>;
}

const tooLate = () => new Refusal({ status: 409, code: 'visit-too-late', title: 'The technician’s day is planned. This visit cannot be moved or cancelled any more.' });

/** Kept for somebody who has not ordered yet. */
const HELD = 'initialized';

const over = () => new Refusal({ status: 409, code: 'visit-none', title: 'This visit is over, or was called off. Look at the order again.' });

/** Who else took the time meanwhile, or how late it is: the two reasons there are for a no. What is free instead is named. */
export async function refusalOf(error: unknown, call: Call, place: VisitPlace | undefined, { from }: VisitRequest): Promise<unknown> {
  if (!(error instanceof UpstreamProblem) || error.fault !== 'refused') return error;
  if (error.code === 'cutOffPassed') return tooLate();
  if (error.status !== 409 && error.status !== 422) return error;
  const said = spans(settingOf(call).zone);
  const free = await orGap('TMF646', freeWindows(call, place, weeksFrom(new Date(Math.max(Date.parse(from), call.clock().getTime())))));
  return takenRefusal({
    code: 'slot-taken',
    title: 'That time is not free any more. Choose another.',
    path: 'slotId',
    free: (free.value ?? []).map((slot) => ({ id: `${slot.from}/${slot.to}`, name: said(slot) })),
    list: 'The times that are free now are in the list of slots.',
  });
}

/** `Tue 24 Nov, 08:00–10:00`, as the clocks of the place show it. */
function spans(zone: string): (slot: Slot) => string {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone });
  return ({ from, to }) => format.formatRange(new Date(from), new Date(to));
}

/** Windows that are free at a place, in the time that is usual or in another. */
async function freeWindows(call: Call, place: VisitPlace | undefined, when: TmfBody = {}): Promise<Slot[]> {
  const found = await call.question('TMF646').post('searchTimeSlot', { relatedParty: visited(call, place)[0], ...at(place), ...when });
  return records(found, 'availableTimeSlot').flatMap(slotOf);
}

/** @param action what it takes to see and to move one, where it is another right than that to see orders */
export function visitsBackend(call: Call, action?: Action): VisitsBackend {
  const client = call.tmf('TMF646');
  const visit = (id: string) => ownRecord(call, 'TMF646', 'appointment', id, action && { action });
  return {
    visit,
    slots: async (place) => {
      const items = await freeWindows(call, place);
      // Nothing in the time that is usual: the first after it is told.
      const [nextFree] = items.length > 0 ? [] : await freeWindows(call, place, weeksFrom(call.clock()));
      return { items, total: items.length, gaps: [], zone: settingOf(call).zone, ...(nextFree && { nextFree }) };
    },
    book: async ({ id, itemIds, place }, request) => {
      const body: TmfBody = {
        ...windowBody(call, place, request),
        status: 'confirmed',
        relatedEntity: itemIds.map((itemId) => ({ id, name: `Line ${itemId}`, role: 'productOrderItem', productOrderItemId: itemId, '@referredType': 'ProductOrder' })),
      };
      try {
        await client.post('appointment', body);
      } catch (error) {
        throw await refusalOf(error, call, place, request);
      }
    },
    move: async (id, request) => {
      let where: VisitPlace | undefined;
      const patch = (body: TmfBody): TmfBody | undefined => {
        where = { ...placeIn(body['relatedPlace']), visited: records(body, 'relatedParty') };
        const wishes = wishesBody(request.wishes, body, call.subject.name);
        if (isAt(body, request)) return Object.keys(wishes).length > 0 ? wishes : undefined;
        const until = instant(body, 'changeUntil');
        // Who has not booked yet is on nobody's round.
        if (text(body, 'status') !== HELD && until !== undefined && Date.parse(until) <= call.clock().getTime()) throw tooLate();
        if (['completed', 'cancelled', 'failed'].includes(text(body, 'status') ?? '')) throw over();
        return { validFor: { startDateTime: request.from, endDateTime: request.to }, ...wishes };
      };
      try {
        return await changeRecord(client, { resource: 'appointment', id, read: () => visit(id), patch });
      } catch (error) {
        throw await refusalOf(error, call, where, request);
      }
    },
  };
}

/** Who comes when, and to whom; whether it is booked or held, and for what, is the caller's to say. */
export const windowBody = (call: Call, place: VisitPlace | undefined, { from, to, wishes }: VisitRequest): TmfBody => ({
  category: 'technician visit',
  validFor: { startDateTime: from, endDateTime: to },
  relatedParty: visited(call, place),
  ...at(place),
  ...wishesBody(wishes, undefined, call.subject.name),
});

const WEEKS = 8 * 7 * 24 * 60 * 60_000;
const weeksFrom = (now: Date): TmfBody => ({ requestedTimeSlot: [{ validFor: { startDateTime: now.toISOString(), endDateTime: new Date(now.getTime() + WEEKS).toISOString() } }] });

const visited = ({ subject }: Call, place: VisitPlace | undefined): readonly TmfBody[] => place?.visited ?? [{ id: subject.partyIds[0], role: 'customer', '@referredType': 'Individual' }];

function at(place: VisitPlace | undefined): TmfBody {
  const { visited: _who, ...where } = place ?? {};
  return Object.keys(where).length > 0 ? { relatedPlace: { ...where, role: 'installation address', '@referredType': 'GeographicAddress' } } : {};
}

/** The first of the places that a record names. */
export function placeIn(places: unknown): VisitPlace | undefined {
  const [place] = records(places);
  const [id, name] = [text(place, 'id'), text(place, 'name')];
  return place && { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
}

const isAt = (body: TmfBody, { from, to }: VisitRequest): boolean =>
  instant(body, 'validFor', 'startDateTime') === from && instant(body, 'validFor', 'endDateTime') === to;

function slotOf(body: TmfBody): Slot[] {
  const [from, to] = [instant(body, 'validFor', 'startDateTime'), instant(body, 'validFor', 'endDateTime')];
  return from && to ? [{ id: text(body, 'id') ?? from, from, to }] : [];
}
