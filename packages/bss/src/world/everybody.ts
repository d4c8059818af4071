import { type Account, writeAccount, writeCustomers } from './accounts.ts';
import { writeBills } from './bills.ts';
import { writeApproval } from './approvals.ts';
import { writeAda, writeChiara, writeDaniel } from './cast.ts';
import { type Catalogue, writeCatalogue } from './catalogue.ts';
import { decidersOf, writeCompany } from './company.ts';
import { writeContracts } from './contracts.ts';
import { writeConsumer } from './consumers.ts';
import { type Draft, known } from './draft.ts';
import { writeStock } from './fulfilment.ts';
import { writeHelp } from './help.ts';
import { writeInteractions } from './interactions.ts';
import { writeAdasMessages, writeBilalsMessages } from './messages.ts';
import { writeBilling, writeMoney } from './money.ts';
import { writeAdasOrders, writeBriefOrders, writeCompanyOrders, writeOtherOrders } from './order-stories.ts';
import { type Person, somebody } from './people.ts';
import { writeAdasServices, writeCompanyServices, writeShopServices } from './service-stories.ts';
import { writeCompanyQuote } from './quotes.ts';
import { writeRoles } from './rights.ts';
import { writeSubscriber } from './subscribers.ts';
import { writeSupport } from './support.ts';
import { writeAdasTickets, writeBriefTickets, writeCompanyTickets, writeGoodwillTickets, writeOtherTickets } from './ticket-stories.ts';

/** Beyond so many, customers are told in brief: nobody reads ten thousand stories, and a region must load in minutes. */
const TOLD_IN_FULL = 250;

/** The four who can sign in. */
export interface Cast {
  ada: Person;
  bilal: Person;
  chiara: Person;
  daniel: Person;
}

/** Who the cast of a world is, without the rest of it. */
export function castOf(draft: Draft): Cast {
  const catalogue = writeCatalogue(draft);
  const [ada, company, dealer] = [writeAda(draft, catalogue), writeCompany(draft, catalogue), writeChiara(draft, catalogue)];
  return { ada: ada.person, bilal: company.admin, chiara: dealer.person, daniel: writeDaniel(draft) };
}

/**
 * Writes catalogue, cast and then consumer after consumer. It stops after each
 * with how many of them are behind, for whoever reads to take out what was written.
 */
export function* writeEveryCustomer(draft: Draft, count: number): Generator<number> {
  const catalogue = writeCatalogue(draft);
  writeBilling(draft);
  writeStock(draft, catalogue);
  writeSupport(draft);
  writeHelp(draft);
  writeRoles(draft);
  tellOfAda(draft, catalogue);
  tellOfCompany(draft, catalogue);
  let turn = tellOfShop(draft, catalogue);
  writeDaniel(draft);
  yield 0;
  for (let index = 0; index < count; index += 1) {
    const label = `consumer-${index}`;
    if (index < TOLD_IN_FULL) turn += tellInFull(draft, catalogue, writeConsumer(draft, catalogue, label, index), turn);
    else tellInBrief(draft, catalogue, writeSubscriber(draft, catalogue, label));
    yield index + 1;
  }
}

/** What is written of every customer, however little there is to tell. */
function writeBooks(draft: Draft, accounts: readonly Account[]): void {
  writeCustomers(draft, accounts);
  for (const account of accounts) {
    writeAccount(draft, account, writeBills(draft, account));
    if (account.told) writeGoodwillTickets(draft, account);
  }
}

function tellOfAda(draft: Draft, catalogue: Catalogue): void {
  const ada = writeAda(draft, catalogue);
  const accounts = [ada.home, ada.mobile];
  writeBooks(draft, accounts);
  writeAdasOrders(draft, catalogue, ada);
  writeAdasTickets(draft, ada);
  for (const account of accounts) writeInteractions(draft, account);
  // She pays by hand, so that there is something to pay.
  for (const account of accounts) writeMoney(draft, account, false);
  writeAdasServices(draft, ada);
  writeAdasMessages(draft, ada.person, ada.home);
}

function tellOfCompany(draft: Draft, catalogue: Catalogue): void {
  const company = writeCompany(draft, catalogue);
  writeBooks(draft, company.accounts);
  const waiting = known(writeCompanyOrders(draft, catalogue, company).find(({ approval }) => approval), 'order to be approved');
  writeApproval(draft, decidersOf(draft), waiting, somebody(draft, 'nordlicht-kiel-member'));
  writeCompanyQuote(draft, catalogue, company);
  writeContracts(draft, company);
  writeCompanyTickets(draft, company);
  for (const account of company.accounts) {
    writeInteractions(draft, account);
    writeMoney(draft, account);
  }
  writeCompanyServices(draft, company);
  writeBilalsMessages(draft, company.admin);
}

/** Answers how many accounts had their turn. */
function tellOfShop(draft: Draft, catalogue: Catalogue): number {
  const { accounts } = writeChiara(draft, catalogue);
  const turns = tellInFull(draft, catalogue, accounts, 0);
  writeShopServices(draft, accounts);
  return turns;
}

function tellInFull(draft: Draft, catalogue: Catalogue, accounts: readonly Account[], turn: number): number {
  writeBooks(draft, accounts);
  for (const [index, account] of accounts.entries()) {
    writeOtherOrders(draft, catalogue, account, turn + index);
    writeOtherTickets(draft, account);
    writeInteractions(draft, account);
    writeMoney(draft, account);
  }
  return accounts.length;
}

function tellInBrief(draft: Draft, catalogue: Catalogue, account: Account): void {
  writeBooks(draft, [account]);
  writeBriefOrders(draft, catalogue, account);
  writeBriefTickets(draft, account);
  writeInteractions(draft, account, [0, 3]);
}
