import { type Account, openAccount } from './accounts.ts';
import type { Catalogue } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { mobileNumber } from './identifiers.ts';
import { writeSomebody } from './people.ts';
import { addLine } from './products.ts';
import type { Dice } from './random.ts';

const PLANS = ['mobile-s', 'mobile-m', 'mobile-l', 'mobile-flex', 'mobile-talk'];
const HOMES = ['home-50', 'home-100', 'home-250'];

/**
 * Somebody with one account and a line or two. A town or a region is full of
 * them: as many bills as anybody, and few of the things that make a good story.
 */
export function writeSubscriber(draft: Draft, catalogue: Catalogue, label: string): Account {
  const dice = draft.dice('subscriber', label);
  const owner = writeSomebody(draft, label);
  const account = openAccount(draft, { label: 'Contract', name: 'Contract', owner, segment: 'consumer', tardiness: dice.pick([0, 0, 0, 0.03]) });
  const kind = dice.next();
  if (kind < 0.75) add(draft, catalogue, account, dice, dice.pick(PLANS), mobileNumber(dice));
  if (kind >= 0.55) add(draft, catalogue, account, dice, dice.pick(HOMES), owner.address);
  return account;
}

function add(draft: Draft, catalogue: Catalogue, account: Account, dice: Dice, key: string, identifier: string): void {
  const since = catalogue.soldSince(key, dice.between(2, 60));
  addLine(draft, account, { label: key, offer: catalogue.sold(key, since), identifier, since, day: dice.between(1, 28) });
}
