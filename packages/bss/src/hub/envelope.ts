import { eventNameIn } from './audience.ts';
import { kindIn } from '../shapes/notation.ts';
import { v4ShapesOf } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import type { Resource, StoredChange } from '../store/store.ts';
import type { Lens } from '../surface/lens.ts';

const REPORTER = { id: 'faceplate-bss', name: 'Faceplate reference BSS', '@type': 'EntityRef', '@referredType': 'System' };

/** What an event that asks for something asks for, as its definition says. */
function fieldOf({ definition }: Lens, { eventType }: StoredChange): string | undefined {
  return definition.tells?.find(({ event, fieldPath }) => fieldPath !== undefined && eventType.endsWith(`${event}Event`))?.fieldPath;
}

/** v5 says what is asked for as the operation of a JSON Patch that would bring it. */
function patchFor({ definition }: Lens, field: string) {
  const kind = definition.only === 'v5' ? kindIn(v5Shapes, definition.type, field) : kindIn(v4ShapesOf(definition.api), definition.type, field);
  const isList = kind?.endsWith('[]') ?? false;
  const path = `/${field.replaceAll('.', '/')}`;
  return isList ? { op: 'add', path: `${path}/-` } : { op: 'add', path };
}

/** What every event says of itself, in both versions. */
function head(lens: Lens, { eventId, eventTime, eventType }: StoredChange) {
  const name = eventNameIn(lens, eventType);
  return { eventId, eventTime, eventType: name, title: name, domain: lens.definition.api };
}

function v4(lens: Lens, change: StoredChange, shown: Resource) {
  const fieldPath = fieldOf(lens, change);
  return {
    ...head(lens, change),
    // TMF630's v4 envelope spells it with one r.
    timeOcurred: change.eventTime,
    ...(fieldPath !== undefined && { fieldPath }),
    event: { [lens.view.resource]: shown },
  };
}

function v5(lens: Lens, change: StoredChange, shown: Resource) {
  const field = fieldOf(lens, change);
  const common = head(lens, change);
  return {
    '@type': common.eventType,
    '@baseType': 'Event',
    ...common,
    timeOccurred: change.eventTime,
    source: { id: shown.id, href: shown.href, '@type': 'EntityRef', '@referredType': lens.view.type },
    reportingSystem: REPORTER,
    event: { [lens.view.resource]: shown, ...(field !== undefined && { informationRequired: patchFor(lens, field) }) },
  };
}

/** A change as its version's envelope, around the resource as that version shows it. */
export function envelopeOf(lens: Lens, change: StoredChange, body: Resource, origin: string): object {
  const shown = lens.show(origin, body);
  return lens.view.version === 'v5' ? v5(lens, change, shown) : v4(lens, change, shown);
}

/** The end of the address that an event is sent to: `/listener/troubleTicketCreateEvent`. */
export function listenerOf(lens: Lens, { eventType }: StoredChange): string {
  const name = eventNameIn(lens, eventType);
  return `/listener/${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
