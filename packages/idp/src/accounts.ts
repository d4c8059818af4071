import { createHash, timingSafeEqual } from 'node:crypto';
import type { FindAccount } from 'oidc-provider';
import { DEMO_PASSWORD, type IdpOptions, type Person } from './types.ts';

export function accountFinder(people: readonly Person[]): FindAccount {
  const bySub = new Map(people.map((person) => [person.sub, person]));
  return (_ctx, sub) => {
    const person = bySub.get(sub);
    if (!person) return undefined;
    const { name, username, email, persona } = person;
    return {
      accountId: sub,
      claims: () => ({ sub, name, preferred_username: username, persona, email, email_verified: true }),
    };
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whose username and password these are, or nobody's. An unknown username
 * costs the same work as a wrong password.
 */
export function passwordCheck({ people, passwordOf = () => DEMO_PASSWORD }: Pick<IdpOptions, 'people' | 'passwordOf'>) {
  const byUsername = new Map(people.map((person) => [person.username.toLowerCase(), person]));
  return (username: string, password: string): Person | undefined => {
    const person = byUsername.get(username.trim().toLowerCase());
    const expected = person ? passwordOf(person) : '';
    return timingSafeEqual(digest(password), digest(expected)) ? person : undefined;
  };
}
