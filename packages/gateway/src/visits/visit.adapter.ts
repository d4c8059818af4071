import type { Visit, VisitWishes } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { instant, meaningOf, needed, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

const STATES: Readonly<Record<string, Visit['state']>> = { initialized: 'held', confirmed: 'booked', completed: 'done', cancelled: 'cancelled', failed: 'missed-by-us' };

/** Which note of an appointment is the customer's wish. */
const ACCESS = 'access';

/** A TMF646 appointment. `holdUntil`, `changeUntil`, `visitHistory` and `missedBy` are extensions: without them nothing is said of it. */
export function visitOf(body: TmfBody, { zone }: Pick<Setting, 'zone'>): Visit {
  const state = needed(meaningOf(STATES, text(body, 'status')), 'status');
  return {
    id: needed(text(body, 'id'), 'id'),
    state: state === 'missed-by-us' && text(body, 'missedBy') === 'customer' ? 'missed-by-you' : state,
    ...windowOf(body),
    zone,
    history: records(body, 'visitHistory').flatMap(earlierOf),
    ...optional({
      heldUntil: state === 'held' ? instant(body, 'holdUntil') : undefined,
      changeUntil: state === 'booked' ? instant(body, 'changeUntil') : undefined,
      place: text(body, 'relatedPlace', 'name'),
      wishes: wishesIn(body),
    }),
  };
}

/** Of a line that only refers to its visit, where the appointments themselves cannot be asked: when it is. */
export function visitRefOf(reference: TmfBody, { zone }: Pick<Setting, 'zone'>): Visit | undefined {
  const id = text(reference, 'id');
  const [from, to] = [instant(reference, 'validFor', 'startDateTime'), instant(reference, 'validFor', 'endDateTime')];
  return id && from && to ? { id, state: 'booked', from, to, zone, history: [] } : undefined;
}

function windowOf(body: TmfBody): { from: string; to: string } {
  const from = needed(instant(body, 'validFor', 'startDateTime'), 'validFor.startDateTime');
  return { from, to: needed(instant(body, 'validFor', 'endDateTime'), 'validFor.endDateTime') };
}

function earlierOf(entry: TmfBody): Visit['history'] {
  const [from, to, changedAt] = [instant(entry, 'validFor', 'startDateTime'), instant(entry, 'validFor', 'endDateTime'), instant(entry, 'changeDate')];
  return from && to && changedAt ? [{ from, to, changedAt }] : [];
}

function wishesIn(body: TmfBody): VisitWishes | undefined {
  const notes = text(records(body, 'note').find((note) => text(note, 'id') === ACCESS), 'text');
  const phone = records(body, 'contactMedium').find((medium) => text(medium, 'mediumType') === 'phone');
  const [name, number] = [text(phone, 'characteristic', 'contactType'), text(phone, 'characteristic', 'phoneNumber')];
  const contact = name && number ? { name, phone: number } : undefined;
  return notes || contact ? { ...(notes && { notes }), ...(contact && { contact }) } : undefined;
}

/** What of an appointment says what the customer wishes; the other notes on it stay. */
export function wishesBody(wishes: VisitWishes | undefined, before: TmfBody | undefined, author: string): TmfBody {
  if (!wishes) return {};
  const { notes, contact } = wishes;
  const others = records(before, 'note').filter((note) => text(note, 'id') !== ACCESS);
  return {
    ...(notes !== undefined && { note: notes === '' ? others : [...others, { id: ACCESS, author, text: notes }] }),
    ...(contact && { contactMedium: [{ mediumType: 'phone', preferred: true, characteristic: { contactType: contact.name, phoneNumber: contact.phone } }] }),
  };
}
