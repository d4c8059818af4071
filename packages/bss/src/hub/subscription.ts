import type { Condition, Resource } from '../store/store.ts';
import { listRequest } from '../surface/query.ts';
import { badParameter } from '../surface/tmf-error.ts';

/** Who is told about what, and how far they have been told. Kept as documents, so a restart loses nobody. */
export interface Subscription extends Resource {
  callback: string;
  query?: string;
  /** `/tmf-api/{base}/{version}`: the API it is about, in the version that it is told in. */
  basePath: string;
  /** Outbox position of the last change that was delivered, given up or none of theirs. */
  cursor: number;
  /** Position of the change that could not be delivered so far. */
  failingAt?: number;
  /** How often that failed. */
  failures: number;
  nextTryAt?: string;
}

export const SUBSCRIPTIONS = 'hub';

/** What a subscriber wants to hear of. */
export interface Wish {
  /** Lower case; empty means every type. */
  types: readonly string[];
  /** Conditions on the changed resource, as in a list request of the same API and version. */
  where: readonly Condition[];
}

const OF_LISTS = ['fields', 'limit', 'offset', 'sort'];

/** Reads a subscription's query: `eventType=A,B&status=inProgress&relatedParty.id=7`. Throws a 400 for what it cannot read. */
export function wishIn(query = ''): Wish {
  const parameters = new URLSearchParams(query);
  const types = parameters.getAll('eventType').flatMap((text) => text.split(','));
  parameters.delete('eventType');
  const odd = OF_LISTS.find((name) => parameters.has(name));
  if (odd !== undefined) throw badParameter(`"${odd}" means nothing in a subscription.`);
  const where = listRequest(parameters).where ?? [];
  return { types: types.filter((type) => type !== '').map((type) => type.toLowerCase()), where };
}
