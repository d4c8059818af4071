import type { Subscription, Wish } from './subscription.ts';
import { definitions } from '../definitions/definitions.ts';
import { matches } from '../store/match.ts';
import type { Condition, Resource, StoredChange } from '../store/store.ts';
import { type Lens, lensOf } from '../surface/lens.ts';

/** Every base path that has a hub, aliases too, and the one its subscriptions are kept under. */
export const hubs: ReadonlyMap<string, string> = new Map(
  definitions.flatMap(({ views }) => views.flatMap(({ bases }) => bases.map((base) => [base, bases[0]] as const))),
);

/** By base path and resource: how the changes of an API are told in one of its versions. */
const lenses: ReadonlyMap<string, Lens> = new Map(
  definitions.flatMap((definition) =>
    definition.views.map((view) => [`${view.bases[0]} ${definition.resource}`, lensOf(definition, view)] as const),
  ),
);

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** An event's name in a version that may call its resource otherwise: v4's `CatalogCreateEvent` is v5's `ProductCatalogCreateEvent`. */
export function eventNameIn({ definition, view }: Lens, eventType: string): string {
  const stored = pascal(definition.resource);
  return eventType.startsWith(stored) ? pascal(view.resource) + eventType.slice(stored.length) : eventType;
}

/** How this subscriber is told of such a change, undefined when the change is of another API or of a type not asked for. */
export function lensFor({ basePath }: Subscription, { types }: Wish, change: StoredChange): Lens | undefined {
  const lens = lenses.get(`${basePath} ${change.resource}`);
  if (!lens || types.length === 0) return lens;
  return types.includes(eventNameIn(lens, change.eventType).toLowerCase()) ? lens : undefined;
}

/** The same condition where the query names the envelope's way to the resource: `event.troubleTicket.status`. */
function inResource(lens: Lens, condition: Condition): Condition | undefined {
  const [first, name, ...rest] = condition.path;
  if (first !== 'event' || name === undefined || rest.length === 0) return condition;
  return name === lens.view.resource ? { ...condition, path: rest } : undefined;
}

/** Did the subscriber ask for resources like this one? */
export function isWanted({ where }: Wish, lens: Lens, body: Resource): boolean {
  return where.every((asked) => {
    const condition = inResource(lens, asked);
    return condition !== undefined && matches(body, { ...condition, path: lens.path(condition.path) });
  });
}
