import type { StoredRecord } from '../store/store.ts';
import { castOf, writeEveryCustomer } from './everybody.ts';
import { Draft } from './draft.ts';
import type { Person } from './people.ts';

/** A person who can sign in at the reference identity provider. `sub` is the id of their individual. */
export interface SignIn {
  sub: string;
  username: string;
  name: string;
  email: string;
  persona: 'consumer' | 'business' | 'dealer' | 'agent';
}

export interface World {
  /** Made up while they are read, and the same each time: a world of any size needs room for one customer at once. */
  records: Iterable<StoredRecord>;
  signIns: SignIn[];
}

export interface WorldOptions {
  seed: number;
  /** Consumers beside the four people of the demo. */
  customers: number;
  /** Everything is dated in relation to this moment. */
  now: Date;
  /** Called while the records are read: how many of the `customers` are behind. What it throws ends the reading. */
  told?: (customers: number) => void;
}

/** How many customers live in the worlds that have a name. A town and a region are meant for a database on disk. */
export const WORLD_SIZES = { demo: 25, town: 10_000, region: 100_000 } as const;

/**
 * Makes up a whole operator: Meridian Telecom of Berlin. The same options give
 * the same records, and ids depend on the seed alone, so a world made later
 * still knows the people of an earlier one, and a larger one those of a smaller.
 */
export function generateWorld(options: WorldOptions): World {
  return { records: { [Symbol.iterator]: () => recordsOf(options) }, signIns: signInsOf(options) };
}

function* recordsOf({ seed, customers, now, told }: WorldOptions): Generator<StoredRecord> {
  const draft = new Draft(seed, now);
  for (const count of writeEveryCustomer(draft, customers)) {
    yield* draft.take();
    told?.(count);
  }
}

function signInsOf({ seed, now }: WorldOptions): SignIn[] {
  const { ada, bilal, chiara, daniel } = castOf(new Draft(seed, now));
  return [
    signIn(ada, 'ada', 'consumer'),
    signIn(bilal, 'bilal', 'business'),
    signIn(chiara, 'chiara', 'dealer'),
    signIn(daniel, 'daniel', 'agent'),
  ];
}

function signIn({ id, name, email }: Person, username: string, persona: SignIn['persona']): SignIn {
  return { sub: id, username, name, email, persona };
}
