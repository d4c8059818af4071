import type { Account } from './accounts.ts';
import type { Catalogue } from './catalogue.ts';
import { type Draft, known } from './draft.ts';
import { mobileNumber } from './identifiers.ts';
import type { Line, LineStory } from './lines.ts';
import { addLine } from './products.ts';
import { dayIn } from './zone.ts';
import { VAT, withTax } from '../customer-bill/amounts.ts';

/** What a story of the last bills is told with. */
interface Scene {
  draft: Draft;
  catalogue: Catalogue;
  /** Those of one customer. */
  accounts: readonly Account[];
  account: Account;
}

interface Extra {
  since: number;
  day?: number;
  until?: number;
  untilDay?: number;
  identifier?: string;
  story?: LineStory;
}

/** One product more on the bills of an account. */
function add({ draft, catalogue, account }: Scene, key: string, { since, ...more }: Extra): Line {
  const identifier = account.lines[0]?.identifier ?? '';
  return addLine(draft, account, { identifier, ...more, label: `story ${key}`, offer: catalogue.sold(key, since), since });
}

/** The first of a month so many months ago. */
const first = ({ draft }: Scene, ago: number): number => dayIn(draft.month - ago);

/** A plan gives way to another in the middle of the last month that was billed. */
function changePlan(scene: Scene): void {
  const number = mobileNumber(scene.draft.dice('plan change', scene.account.id));
  const change = { since: 1, day: 15 };
  const old = add(scene, 'mobile-flex', { since: 8, until: change.since, untilDay: change.day, identifier: number });
  add(scene, 'mobile-m', { ...change, identifier: number, story: { replaces: old.id } });
}

/** The same add-on is dearer than it was. */
const raisePrice = (scene: Scene): void => {
  add(scene, 'roaming-world', { since: 12, story: { prices: [{ from: first(scene, 12), monthly: 1499, rate: VAT }, { from: first(scene, 1), monthly: 1599, rate: VAT }] } });
};

/** The same price before tax, with another tax on it. */
const changeTax = (scene: Scene): void => {
  add(scene, 'mobile-data', { since: 14, story: { prices: [{ from: first(scene, 14), monthly: 1799, rate: VAT }, { from: first(scene, 1), monthly: 1618, rate: 7 }] } });
};

function promote(scene: Scene, from: number, until: number): void {
  add(scene, 'data-boost', { since: 10, story: { promotions: [{ name: 'Loyalty discount', off: 200, from: first(scene, from), until: first(scene, until) }] } });
}

/** A line that was billed to the home, and is billed with the mobiles now. */
function moveLine(scene: Scene): void {
  const [to, from] = scene.accounts;
  if (!to || !from) return;
  const on = first(scene, 1);
  const line = add({ ...scene, account: to }, 'mobile-flex', { since: 10, identifier: mobileNumber(scene.draft.dice('moved', to.id)), story: { moved: { from: from.id, on } } });
  const { moved: _here, ...before } = line;
  from.lines.push({ ...before, endedAt: on });
}

/** Somebody was right about an older bill, and that bill is paid. */
function settleDispute({ draft, account }: Scene): void {
  const disputed = draft.id('rate', draft.id('bill', account.id, draft.month - 3), 0);
  const charge = { kind: 'credit' as const, name: 'Credit for your dispute', ...withTax(-500), rate: VAT, reasonKind: 'charge' as const, reason: disputed };
  account.extras = [...(account.extras ?? []), { ago: 1, day: 11, charge }];
}

const STORIES: readonly ((scene: Scene) => void)[] = [
  (scene) => add(scene, 'data-boost', { since: 1, day: 12 }),
  (scene) => add(scene, 'roaming-world', { since: 9, until: 1, untilDay: 10 }),
  changePlan,
  raisePrice,
  (scene) => promote(scene, 1, -2),
  (scene) => add(scene, 'phone-aster', { since: 25, day: 7 }),
  (scene) => add(scene, 'tablet-lumen', { since: 1, day: 9 }),
  moveLine,
  changeTax,
  settleDispute,
  (scene) => add(scene, 'roaming-europe', { since: 2, day: 20 }),
  (scene) => promote(scene, 7, 1),
  (scene) => add(scene, 'roaming-world', { since: 12, until: 1 }),
  moveLine,
];

/** Gives the bills of a customer one reason to differ from those before: each in turn has another. */
export function tellBillStory(draft: Draft, catalogue: Catalogue, accounts: readonly Account[], turn: number): void {
  const account = known(accounts[0], 'account');
  STORIES[turn % STORIES.length]?.({ draft, catalogue, accounts, account });
}
