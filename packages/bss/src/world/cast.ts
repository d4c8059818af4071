import { type Account, openAccount } from './accounts.ts';
import type { Catalogue } from './catalogue.ts';
import { mobileNumber, serialNumber } from './identifiers.ts';
import type { Draft } from './draft.ts';
import type { Line, LineStory } from './lines.ts';
import { writeOrganization } from './organizations.ts';
import { type Person, writePerson, writeRole } from './people.ts';
import { addLine, daysAgo } from './products.ts';
import { writePermission } from './rights.ts';
import { creditFor } from './service-levels.ts';
import { dayIn } from './zone.ts';

/** Ada and what is hers; each line named, because the stories of her tickets and orders refer to it. */
export interface Ada {
  person: Person;
  home: Account;
  mobile: Account;
  internet: Line;
  television: Line;
  sport: Line;
  phone: Line;
  partnersPhone: Line;
}

/** The consumer of the demo: pays for a household of two, owes one mobile bill and part of a home bill. */
export function writeAda(draft: Draft, catalogue: Catalogue): Ada {
  const person = writePerson(draft, 'ada', 'Ada', 'Lindqvist', 'Kastanienhof 12, 10437 Berlin');
  const partner = writePerson(draft, 'ada-partner', 'Elias', 'Lindqvist', person.address);
  const household = writeOrganization(draft, { label: 'lindqvist', name: 'Lindqvist household', type: 'household' });
  writeRole(draft, 'payer', person, household);
  writeRole(draft, 'member', partner, household);
  writePermission(draft, { to: partner, by: person, role: 'member', over: household });
  const home = openAccount(draft, { label: 'Home', name: 'Home', owner: person, segment: 'consumer', told: 6, open: { 1: 'part-paid' } });
  const mobile = openAccount(draft, { label: 'Mobile', name: 'Mobile', owner: person, segment: 'consumer', told: 6, open: { 1: 'unpaid', 2: 'unpaid' } });
  return { person, home, mobile, ...adasHome(draft, catalogue, home, person), ...adasPhones(draft, catalogue, mobile, partner) };
}

function adasHome(draft: Draft, catalogue: Catalogue, home: Account, { address }: Person) {
  const add = (key: string, since: number, day: number) =>
    addLine(draft, home, { label: key, offer: catalogue.sold(key, since), identifier: address, since, day });
  const internet = add('home-250', 40, 1);
  // The line was down for half a day three months ago.
  home.extras = creditFor(draft, internet, 3);
  add('router', 40, 1);
  const television = add('tv-plus', 20, 12);
  // Young enough for its welcome discount to have ended on one of the last bills.
  add('tv-cinema', 5, 12);
  return { internet, television, sport: add('tv-sport', ...daysAgo(draft, 9)) };
}

function adasPhones(draft: Draft, catalogue: Catalogue, mobile: Account, partner: Person) {
  const dice = draft.dice('ada');
  const number = mobileNumber(dice);
  const change = { since: 14, day: 9 };
  const old = addLine(draft, mobile, { label: 'old plan', offer: catalogue.sold('mobile-m', 38), identifier: number, since: 38, until: change.since, untilDay: change.day });
  const phone = addLine(draft, mobile, { label: 'plan', offer: catalogue.sold('mobile-l', change.since), identifier: number, ...change, story: { ...lastMonths(draft), replaces: old.id } });
  const partnersPhone = addLine(draft, mobile, {
    label: 'partner', offer: catalogue.sold('mobile-s', 31), identifier: mobileNumber(dice), user: partner, since: 31, day: 5,
    story: { uses: { 1: [{ tariff: 'Extra data', quantity: 3 }], 2: [] } },
  });
  addLine(draft, mobile, { label: 'device', offer: catalogue.sold('phone-aster', change.since), identifier: serialNumber(dice), ...change });
  addLine(draft, mobile, { label: 'roaming', offer: catalogue.sold('roaming-europe', 3), identifier: number, since: 2, day: 20 });
  return { phone, partnersPhone };
}

/**
 * Why Ada's newest bill is dearer: a discount has ended, and she was abroad. Two of the six days she was in
 * Switzerland, where her add-on lets her use the line as at home.
 */
function lastMonths({ month }: Draft): LineStory {
  const countries = ['United States', 'United States', 'United States', 'United States', 'Switzerland', 'Switzerland'];
  return {
    promotions: [{ name: 'Loyalty discount', off: 500, from: dayIn(month - 7), until: dayIn(month - 1) }],
    uses: {
      1: [{ tariff: 'Roaming outside the EU', quantity: 6, details: countries, days: [13, 14, 15, 16, 17, 18] }, { tariff: 'Calls abroad', quantity: 42 }],
      2: [{ tariff: 'Calls abroad', quantity: 17 }],
    },
  };
}

export interface Dealer {
  person: Person;
  accounts: Account[];
}

/** The dealer of the demo and her shop with its own few lines. */
export function writeChiara(draft: Draft, catalogue: Catalogue): Dealer {
  const shop = writeOrganization(draft, { label: 'conti', name: 'Conti Telephones', type: 'dealership', town: 'Cologne', costCentre: '100 Shop' });
  const person = writePerson(draft, 'chiara', 'Chiara', 'Conti', shop.address);
  writeRole(draft, 'dealer', person, shop);
  writeRole(draft, 'admin', person, shop);
  const plan = { owner: shop, segment: 'business' as const, told: 6 };
  const counter = openAccount(draft, { ...plan, label: 'shop', name: 'Shop' });
  const phones = openAccount(draft, { ...plan, label: 'phones', name: 'Demonstration phones' });
  addLine(draft, counter, { label: 'office', offer: catalogue.sold('office-250', 26), identifier: shop.address, since: 26, day: 15 });
  addLine(draft, counter, { label: 'voice', offer: catalogue.sold('sip-trunk', 26), identifier: shop.address, since: 26, day: 15 });
  for (const [index, since] of [18, 6].entries()) {
    const identifier = mobileNumber(draft.dice('conti', index));
    addLine(draft, phones, { label: `phone ${index}`, offer: catalogue.sold('team-20', since), identifier, since, day: 3, costCentre: '200 Demonstration phones' });
  }
  return { person, accounts: [counter, phones] };
}

/** The agent of the demo works for the operator and owns nothing. */
export function writeDaniel(draft: Draft): Person {
  const operator = writeOrganization(draft, { label: 'meridian', name: 'Meridian Telecom', type: 'operator', town: 'Berlin' });
  const person = writePerson(draft, 'daniel', 'Daniel', 'Okafor', operator.address);
  writeRole(draft, 'agent', person, operator);
  return person;
}
