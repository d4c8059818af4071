import { generateWorld, type StoredRecord, type World } from '@faceplate/bss';

/** A world named after what is true in it: no randomness, fixed ids, fixed dates. */
export interface NamedWorld {
  readonly name: string;
  readonly now: Date;
  /** Party id of whoever is signed in; nothing when nobody is. */
  signedIn(): string | undefined;
  records(): Iterable<StoredRecord>;
}

/** The moment at which every named world stands. */
const NOW = new Date('2026-11-20T09:30:00.000Z');

/** Made once a page: all named worlds are this operator seen by different people. */
let made: World | undefined;

function meridian(): World {
  if (!made) {
    const { records, signIns } = generateWorld({ seed: 7, customers: 0, now: NOW });
    made = { records: [...records], signIns };
  }
  return made;
}

function seenBy(name: string, username: string | undefined): NamedWorld {
  return {
    name,
    now: NOW,
    signedIn: () => meridian().signIns.find((person) => person.username === username)?.sub,
    records: () => meridian().records,
  };
}

/** Ada: two billing accounts, mobile, fixed and TV, an overdue bill, orders and tickets in several stages. */
export const busyConsumer = (): NamedWorld => seenBy('busy-consumer', 'ada');

/** Bilal, for a company of three levels: many services with availability that was promised. */
export const companyAdmin = (): NamedWorld => seenBy('company-admin', 'bilal');

/** Chiara, who sells in a shop and owns a few lines herself. */
export const dealer = (): NamedWorld => seenBy('dealer', 'chiara');

/** Daniel owns nothing: everything is empty. */
export const nothingYet = (): NamedWorld => seenBy('nothing-yet', 'daniel');

/** Nobody is signed in. */
export const signedOut = (): NamedWorld => seenBy('signed-out', undefined);

/** Every named world, for whoever offers a choice. */
export const worlds: readonly (() => NamedWorld)[] = [busyConsumer, companyAdmin, dealer, nothingYet, signedOut];
