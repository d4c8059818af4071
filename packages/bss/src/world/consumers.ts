import { type Account, openAccount } from './accounts.ts';
import { tellBillStory } from './bill-stories.ts';
import type { Catalogue } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { mobileNumber, serialNumber } from './identifiers.ts';
import { writeOrganization } from './organizations.ts';
import { type Person, writeRole, writeSomebody } from './people.ts';
import { addLine } from './products.ts';
import type { Dice } from './random.ts';

/** A household, or somebody living alone: one of those that fill the operator's books beside the people of the demo. */
export function writeConsumer(draft: Draft, catalogue: Catalogue, label: string, turn: number): Account[] {
  const dice = draft.dice('consumer', label);
  const person = writeSomebody(draft, label);
  const partner = dice.chance(0.6) ? writeHousehold(draft, label, person) : undefined;
  const open = (name: string) =>
    openAccount(draft, {
      label: name,
      name,
      owner: person,
      segment: 'consumer',
      told: 3,
      tardiness: dice.pick([0, 0, 0.04, 0.12]),
      credit: dice.chance(0.1) ? dice.between(2, 20) * 100 : 0,
      ...(dice.chance(0.06) && { open: { 2: 'on-hold' as const } }),
    });
  const mobile = open('Mobile');
  addMobile(draft, catalogue, mobile, dice, person, partner);
  const home = dice.chance(0.85) ? addHome(draft, catalogue, dice.chance(0.4) ? mobile : open('Home'), dice, person) : mobile;
  const accounts = home === mobile ? [mobile] : [mobile, home];
  tellBillStory(draft, catalogue, accounts, turn);
  return accounts;
}

function writeHousehold(draft: Draft, label: string, payer: Person): Person {
  const family = payer.name.split(' ').at(-1) ?? payer.name;
  const household = writeOrganization(draft, { label: `${label}-household`, name: `${family} household`, type: 'household' });
  const member = writeSomebody(draft, `${label}-partner`, payer.address, family);
  writeRole(draft, 'payer', payer, household);
  writeRole(draft, 'member', member, household);
  return member;
}

function addMobile(draft: Draft, catalogue: Catalogue, account: Account, dice: Dice, person: Person, partner?: Person): void {
  const plans = ['mobile-s', 'mobile-m', 'mobile-m', 'mobile-l', 'mobile-flex', 'mobile-talk'];
  if (partner && dice.chance(0.6)) addLine(draft, account, { label: 'kids', offer: catalogue.sold('mobile-kids'), identifier: mobileNumber(dice), user: partner, since: dice.between(3, 38), day: 8 });
  for (const user of partner ? [person, partner] : [person]) {
    const plan = dice.pick(plans);
    const since = catalogue.soldSince(plan, dice.between(4, 48));
    addLine(draft, account, { label: user.id, offer: catalogue.sold(plan, since), identifier: mobileNumber(dice), user, since, day: dice.between(1, 28), suspended: dice.chance(0.03) });
  }
  const extras = ['phone-aster', 'protection', 'roaming-europe', 'mobile-data', 'tablet-lumen'].filter(() => dice.chance(0.6));
  for (const key of extras) {
    const since = catalogue.soldSince(key, dice.between(1, 30));
    addLine(draft, account, { label: key, offer: catalogue.sold(key, since), identifier: serialNumber(dice), since, day: dice.between(1, 28) });
  }
}

/** Answers the account. */
function addHome(draft: Draft, catalogue: Catalogue, account: Account, dice: Dice, person: Person): Account {
  const since = dice.between(4, 44);
  const day = dice.between(1, 28);
  const add = (key: string, months: number) => {
    const begun = catalogue.soldSince(key, months);
    addLine(draft, account, { label: key, offer: catalogue.sold(key, begun), identifier: person.address, since: begun, day });
  };
  add(dice.pick(['home-50', 'home-100', 'home-250', 'fibre-500']), since);
  for (const key of ['router', 'mesh', 'mobile-calls']) if (dice.chance(0.7)) add(key, dice.between(1, since));
  if (!dice.chance(0.7)) return account;
  add(dice.pick(['tv-start', 'tv-plus']), Math.max(1, since - dice.between(0, 6)));
  add('tv-box', since);
  for (const key of ['tv-sport', 'tv-cinema', 'tv-kids']) if (dice.chance(0.4)) add(key, dice.between(1, since));
  return account;
}
