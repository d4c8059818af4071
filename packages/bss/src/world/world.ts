import type { StoredRecord } from '../store/store.ts';
import { writeAccount, writeCustomers } from './accounts.ts';
import { writeBills } from './bills.ts';
import { writeAda, writeChiara, writeDaniel } from './cast.ts';
import { writeCatalogue } from './catalogue.ts';
import { writeCompany } from './company.ts';
import { writeConsumers } from './consumers.ts';
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
  records: Iterable<StoredRecord>;
  signIns: SignIn[];
}

export interface WorldOptions {
  seed: number;
  /** Consumers beside the four people of the demo. */
  customers: number;
  /** Everything is dated in relation to this moment. */
  now: Date;
}

/**
 * Makes up a whole operator: Meridian Telecom of Berlin. The same options give
 * the same records, and ids depend on the seed alone, so a world made later
 * still knows the people of an earlier one.
 */
export function generateWorld({ seed, customers, now }: WorldOptions): World {
  const draft = new Draft(seed, now);
  const catalogue = writeCatalogue(draft);
  const ada = writeAda(draft, catalogue);
  const company = writeCompany(draft, catalogue);
  const dealer = writeChiara(draft, catalogue);
  const agent = writeDaniel(draft);
  const consumers = writeConsumers(draft, catalogue, customers);
  const accounts = [ada.home, ada.mobile, ...company.accounts, ...dealer.accounts, ...consumers];
  writeCustomers(draft, accounts);
  for (const account of accounts) writeAccount(draft, account, writeBills(draft, account));
  return {
    records: draft.records,
    signIns: [
      signIn(ada.person, 'ada', 'consumer'),
      signIn(company.admin, 'bilal', 'business'),
      signIn(dealer.person, 'chiara', 'dealer'),
      signIn(agent, 'daniel', 'agent'),
    ],
  };
}

function signIn({ id, name, email }: Person, username: string, persona: SignIn['persona']): SignIn {
  return { sub: id, username, name, email, persona };
}
