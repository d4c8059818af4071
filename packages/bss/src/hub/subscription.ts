import type { Definition } from '../definitions/definition.ts';
import { definitions } from '../definitions/definitions.ts';
import type { Resource, StoredChange } from '../store/store.ts';

/** Who is told about what, and how far they have been told. Kept as documents, so a restart loses nobody. */
export interface Subscription extends Resource {
  callback: string;
  query?: string;
  basePath: string;
  /** Outbox position of the last change that was delivered or was none of theirs. */
  cursor: number;
  /** Deliveries that failed in a row. */
  failures: number;
  nextTryAt?: string;
}

export const SUBSCRIPTIONS = 'hub';

/** Event types a query asks for; empty means all, undefined that the query asks for what we cannot do. */
export function eventTypesIn(query: string | undefined): string[] | undefined {
  const parameters = new URLSearchParams(query ?? '');
  if ([...parameters.keys()].some((name) => name !== 'eventType')) return undefined;
  return parameters.getAll('eventType').flatMap((types) => types.split(',')).map((type) => type.toLowerCase());
}

const byResource = new Map<string, Definition>(definitions.map((definition) => [definition.resource, definition]));

/** The definition of the changed resource when this subscription asked to hear of such a change. */
export function concerns(subscription: Subscription, change: StoredChange): Definition | undefined {
  const definition = byResource.get(change.resource);
  if (definition?.basePath !== subscription.basePath) return undefined;
  const types = eventTypesIn(subscription.query) ?? [];
  return types.length === 0 || types.includes(change.eventType.toLowerCase()) ? definition : undefined;
}
