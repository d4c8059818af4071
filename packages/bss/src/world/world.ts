import type { StoredRecord } from '../store/store.ts';
import { writeAccount, writeCustomers } from './accounts.ts';
import { serviceOf, writeAvailability, writeNews } from './availability.ts';
import { writeBills } from './bills.ts';
import { type Ada, type Dealer, writeAda, writeChiara, writeDaniel } from './cast.ts';
import { writeCatalogue } from './catalogue.ts';
import { type Company, holderOf, writeCompany } from './company.ts';
import { writeConsumers } from './consumers.ts';
import { Draft, known } from './draft.ts';
import { writeInteractions } from './interactions.ts';
import { writeAdasOrders, writeCompanyOrders, writeOtherOrders } from './order-stories.ts';
import type { Person } from './people.ts';
import { writeAdasTickets, writeCompanyTickets, writeOtherTickets } from './ticket-stories.ts';

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
  writeAdasOrders(draft, catalogue, ada);
  writeCompanyOrders(draft, catalogue, company);
  writeOtherOrders(draft, catalogue, [...dealer.accounts, ...consumers]);
  writeAdasTickets(draft, ada);
  writeCompanyTickets(draft, company);
  writeOtherTickets(draft, [...dealer.accounts, ...consumers]);
  for (const account of accounts) writeInteractions(draft, account);
  writeServices(draft, ada, company, dealer);
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

function writeServices(draft: Draft, { home, mobile, internet, television, phone }: Ada, company: Company, dealer: Dealer): void {
  writeAvailability(draft, 'berlin', [
    { service: serviceOf(home, internet), troubles: { 1: 19, 3: 545, 6: 205 }, gaps: [8] },
    { service: serviceOf(home, television), troubles: { 4: 620 }, waiting: [2] },
    { service: serviceOf(mobile, phone) },
  ]);
  const services = company.services.map((line) => serviceOf(holderOf(company, line), line));
  writeAvailability(
    draft,
    'nordlicht',
    services.map((service, index) => ({
      service,
      ...(index % 4 === 0 && { troubles: { 1: 400 - index * 20, 5: 18, 9: 95 } }),
      ...(index % 3 === 1 && { waiting: [3, 7] }),
      ...(index % 5 === 2 && { gaps: [4, 10] }),
    })),
  );
  // The third of the company's services is the first at a site.
  writeNews(draft, services.slice(2, 6));
  const shop = known(dealer.accounts[0], 'shop');
  writeAvailability(draft, 'conti', shop.lines.map((line) => ({ service: serviceOf(shop, line) })));
}

function signIn({ id, name, email }: Person, username: string, persona: SignIn['persona']): SignIn {
  return { sub: id, username, name, email, persona };
}
