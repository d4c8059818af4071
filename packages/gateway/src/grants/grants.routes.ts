import { Ended, Grant, GrantList, GrantRequest } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';
import { invalid, notFound } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { unreadable } from '../tmf/gather.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { actionsOf, grantOf, permissionBody, requestOf, tooMuch } from './permission.ts';
import { grantsBackend } from './grants.backend.ts';
import { type Granted, grantsOf } from './received.ts';

/** A year and a day: who still wants it then says so again. */
const LONGEST = 366 * 24 * 60 * 60_000;
const MOST_GIVEN = 100;

const SAID = {
  scope: 'You can only grant what you hold yourself.',
  until: 'You hold some of this for a shorter time.',
  limit: 'You may spend less than that yourself.',
} as const;

function demandWithin(call: Call<unknown, unknown, GrantRequest>): void {
  const { body, subject, clock } = call;
  const now = clock();
  const ahead = Date.parse(body.until) - now.getTime();
  if (!(ahead > 0 && ahead <= LONGEST)) throw invalid(422, [{ path: 'until', message: 'Choose a day within a year from now.' }]);
  if (body.limit && body.limit.amount < 0) throw invalid(422, [{ path: 'limit', message: 'A limit is zero or more.' }]);
  const path = tooMuch(body, subject, now);
  if (path) throw invalid(422, [{ path, message: SAID[path] }]);
}

/** Somebody who does not exist: the same answer, and nobody to use it. */
const nobody = (key: string) => `invited-${key.slice(0, 24)}`;

/**
 * Whom it is for is not told, nor whether there is anybody: the answer is that of one who exists, and the list shows
 * the name the granter typed.
 */
async function give(call: Call<unknown, unknown, GrantRequest>): Promise<Grant> {
  call.demand({ partyIds: [call.subject.sub] });
  demandWithin(call);
  const { subject, body: request, operationKey } = call;
  const backend = grantsBackend(call);
  const key = operationKey.slice(0, 32);
  const [{ found }, person] = await Promise.all([backend.current(), backend.person(request.to)]);
  if (person === subject.sub) throw invalid(422, [{ path: 'to', message: 'You have this already.' }]);
  const given = found.filter(({ by }) => by === subject.sub);
  const before = given.find(({ body }) => requestOf(body) === key)?.body;
  if (!before && given.length >= MOST_GIVEN) throw invalid(422, [{ path: 'to', message: 'You have granted as much as can be looked over. End something first.' }]);
  const made = before ?? (await backend.give(permissionBody({ request, by: subject, to: person ?? nobody(key), key, now: call.clock() })));
  const granted = await asAsked(call, made);
  call.concerns('grant', granted.id);
  await call.sessions.stale?.(granted.to);
  return grantOf(granted, made, subject.sub);
}

/** A limit or an end that was lost on the way would make it a greater right: then it is ended at once. */
async function asAsked(call: Call<unknown, unknown, GrantRequest>, made: TmfBody): Promise<Granted> {
  const { scope, limit, until, grantable = false } = call.body;
  const backend = grantsBackend(call);
  const [granted, ...others] = grantsOf(made);
  const asked = { actions: actionsOf(scope).toSorted(), limit: limit && toDecimal(limit) + limit.currency, until: Date.parse(until), grantable };
  const kept = granted && { actions: granted.actions.toSorted(), limit: granted.limit && toDecimal(granted.limit) + granted.limit.currency, until: Date.parse(granted.until), grantable: granted.grantable };
  if (granted && others.length === 0 && JSON.stringify(kept) === JSON.stringify(asked)) return granted;
  if (granted) await backend.end({ ...granted, body: made });
  throw new UpstreamProblem('garbage', backend.origin, 'permission was kept otherwise');
}

async function revoke(call: Call<{ grantId: string }>): Promise<Ended> {
  const backend = grantsBackend(call);
  const { found } = await backend.current();
  const grant = found.find(({ id }) => id === call.params.grantId);
  if (!grant) throw notFound();
  // Given or received: either side may end it.
  call.demand({ partyIds: [grant.by, grant.to] });
  await backend.end(grant);
  call.concerns('grant', grant.id);
  for (const sub of [grant.to, ...(await backend.downstream(grant.to))]) await call.sessions.stale?.(sub);
  return { ended: 1 };
}

export const grantRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/grants',
    summary: 'What you let others see and do, and what others let you.',
    answer: GrantList,
    policy: { action: 'grant.read' },
    handle: async (call) => {
      const { found, unreadable: lost } = await grantsBackend(call).current();
      const items = found.map((grant) => grantOf(grant, grant.body, call.subject.sub));
      items.sort((one, other) => other.from.localeCompare(one.from) || one.id.localeCompare(other.id));
      return { items, total: items.length, gaps: lost > 0 ? [unreadable('TMF672', lost)] : [] };
    },
  }),
  route({
    method: 'POST',
    path: '/grants',
    summary: 'Lets somebody see or do some of what you may yourself, for a time.',
    body: GrantRequest,
    answer: Grant,
    status: 201,
    policy: { action: 'grant.give' },
    handle: give,
  }),
  route({
    method: 'DELETE',
    path: '/grants/:grantId',
    summary: 'Ends a grant, given or received, at once.',
    answer: Ended,
    policy: { action: 'grant.end' },
    handle: revoke,
  }),
];
