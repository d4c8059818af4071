import { peopleAt } from '../acting/customers.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import type { Call } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { ownOrganizations } from './permission.ts';
import { type Granted, grantsOf } from './received.ts';

const MOST = 200;
/** As far as a right can be handed on, and one more. */
const FARTHEST = 4;

export interface Found extends Granted {
  body: TmfBody;
}

/** What the grant routes need from the other side (TMF672, and TMF632 and TMF669 to know whom is meant). */
export interface GrantsBackend {
  readonly origin: string;
  /** Given and received, those that count now, with the permissions they stand in. */
  current(): Promise<{ found: Found[]; unreadable: number }>;
  /** Party id of whom an e-mail address or a colleague's party id names; `undefined` when nobody, or not only one. */
  person(to: string): Promise<string | undefined>;
  give(body: TmfBody): Promise<TmfBody>;
  end(grant: Found): Promise<void>;
  /** Everybody whose rights rest on a right of this person's, step by step. */
  downstream(sub: string): Promise<string[]>;
}

export function grantsBackend(call: Call): GrantsBackend {
  const client = call.tmf('TMF672');
  const { sub } = call.subject;
  const now = call.clock();
  const list = (by: 'user.id' | 'granter.id', id: string) => client.list('permission', { [by]: id }, { limit: MOST });
  const isCurrent = ({ until }: Granted) => Date.parse(until) > now.getTime();
  return {
    origin: client.origin,
    current: async () => {
      const [given, received] = await Promise.all([list('granter.id', sub), list('user.id', sub)]);
      const bodies = new Map([...given.items, ...received.items].map((body) => [body['id'], body]));
      const found = [...bodies.values()].flatMap((body) => grantsOf(body).map((grant) => ({ ...grant, body })));
      return { found: found.filter((grant) => (grant.by === sub) !== (grant.to === sub) && isCurrent(grant)), unreadable: given.unreadable + received.unreadable };
    },
    person: async (to) => {
      const ids = to.includes('@') ? await peopleAt(call, to) : await colleague(call, to);
      return ids.length === 1 ? ids[0] : undefined;
    },
    give: (body) => client.post('permission', body),
    end: async ({ id, body }) => {
      const validFor = { ...(body['validFor'] as TmfBody | undefined), endDateTime: now.toISOString() };
      await client.patch('permission', id, { validFor });
    },
    downstream: async (person) => {
      const reached = new Set<string>();
      let level = [person];
      for (let step = 0; step < FARTHEST && level.length > 0; step += 1) {
        const lists = await Promise.all(level.map((id) => list('granter.id', id)));
        level = [...new Set(lists.flatMap(({ items }) => items.flatMap((body) => text(body, 'user', 'id') ?? [])))].filter((id) => !reached.has(id));
        for (const id of level) reached.add(id);
      }
      return [...reached];
    },
  };
}

/** A party id counts only where its owner has a role in an organisation that one looks after oneself. */
async function colleague(call: Call, id: string): Promise<string[]> {
  const mine = ownOrganizations(call.subject, call.clock());
  if (!OPAQUE_ID.test(id) || mine.length === 0) return [];
  const { items } = await call.tmf('TMF669').list('partyRole', { 'engagedParty.id': id }, { limit: 50 });
  const isHere = (role: TmfBody) => text(role, 'engagedParty', 'id') === id && records(role, 'relatedParty').some((party) => mine.includes(text(party, 'id') ?? ''));
  return items.some(isHere) ? [id] : [];
}
