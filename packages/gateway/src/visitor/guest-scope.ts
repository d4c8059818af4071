import type { Subject } from '../options.ts';
import { tiesOf } from '../policy/ties.ts';
import type { ScopeResolver } from '../sign-on/scope.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { GuestBook } from './guest-book.ts';

/** A person with what they had ordered as a guest before: it is their own, under a party of its own. */
export function scopeWithGuests(base: ScopeResolver, book: Pick<GuestBook, 'besides'>): ScopeResolver {
  return {
    resolve: async (sub, signal) => {
      const [subject, guests] = await Promise.all([base.resolve(sub, signal), book.besides(sub)]);
      const found = await Promise.all(guests.map((guest) => orNobody(base.resolve(guest, signal))));
      return found.reduce<Subject>((person, guest) => (guest ? joined(person, guest) : person), subject);
    },
  };
}

const joined = (person: Subject, guest: Subject): Subject => ({
  ...person,
  partyIds: [...new Set([...person.partyIds, ...guest.partyIds])],
  accountIds: [...new Set([...person.accountIds, ...guest.accountIds])],
  accountNames: { ...person.accountNames, ...guest.accountNames },
  ties: [...tiesOf(person), ...tiesOf(guest)],
});

/** A guest whom the operator has removed is gone for the person, too. */
async function orNobody(work: Promise<Subject>): Promise<Subject | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'not-found') return undefined;
    throw error;
  }
}
