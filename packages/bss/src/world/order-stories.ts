import type { Account } from './accounts.ts';
import type { Ada } from './cast.ts';
import type { Catalogue } from './catalogue.ts';
import { type Company, holderOf } from './company.ts';
import { type Draft, known } from './draft.ts';
import { mobileNumber } from './identifiers.ts';
import type { Line } from './lines.ts';
import { type OrderPlan, type PlacedOrder, STAGE_NAMES, type StageName, writeOrder } from './orders.ts';
import { DAY } from './zone.ts';

/** Days between the start of a line and now. */
const age = (draft: Draft, { startedAt }: Line) => (draft.now - startedAt) / DAY;

/** An order that brought a line its owner has: placed two weeks before the line began. */
function past(draft: Draft, account: Account, line: Line): OrderPlan {
  return {
    label: `past ${line.id}`,
    account,
    placed: age(draft, line) + 14,
    promised: 14,
    items: [{ offer: line.offer, stage: 'done', line }],
  };
}

/** Of what the company has had for less than a year, as reports of it go back; every third came days after the day that was promised. */
function recent(draft: Draft, { accounts, newest, services }: Company): OrderPlan[] {
  const told = new Set([newest, ...services]);
  const lines = accounts.flatMap((account) => account.lines.map((line) => ({ account, line }))).filter(({ line }) => !told.has(line) && age(draft, line) < YEAR);
  return lines.toSorted((one, other) => other.line.startedAt - one.line.startedAt || one.line.id.localeCompare(other.line.id)).map(({ account, line }, index) => {
    const plan = past(draft, account, line);
    const late = index % 3 === 2;
    return late ? { ...plan, promised: plan.promised - 4, expected: plan.promised, items: plan.items.map((item) => ({ ...item, reason: LATE })) } : plan;
  });
}

const YEAR = 350;
const LATE = 'The cards came later from the maker than promised.';

export function writeAdasOrders(draft: Draft, catalogue: Catalogue, { home, mobile, phone, television, sport, internet, partnersPhone }: Ada): PlacedOrder[] {
  const at = internet.identifier;
  const orders: OrderPlan[] = [
    { label: 'fibre', account: home, placed: 6, promised: 20, items: [
      { offer: catalogue.sold('fibre-500'), stage: 'waiting-for-customer', identifier: at },
      { offer: catalogue.sold('mesh'), stage: 'checked', identifier: at },
    ] },
    { label: 'sport', account: home, placed: 16, promised: 7, expected: 21, items: [
      { offer: catalogue.sold('tv-box'), stage: 'scheduled', identifier: at, reason: 'The box is out of stock. It leaves our store next week.' },
      { offer: sport.offer, stage: 'done', line: sport, reason: 'Ready to watch on your other screens.' },
    ] },
    { label: 'tablet', account: mobile, placed: 2, promised: 8, items: [{ offer: catalogue.sold('tablet-lumen'), stage: 'in-progress' }] },
    { label: 'partner upgrade', account: mobile, placed: 1, promised: 20, items: [
      { offer: catalogue.sold('mobile-m'), stage: 'captured', action: 'modify', line: partnersPhone },
    ] },
    { label: 'second line', account: mobile, placed: 8, promised: 12, items: [
      { offer: catalogue.sold('mobile-s'), stage: 'scheduled', chosen: { SIM: 'eSIM' }, switched: 'esim', identifier: mobileNumber(draft.dice('ada', 'second line')) },
    ] },
    { label: 'router', account: home, placed: 9, promised: 14, items: [{ offer: catalogue.sold('router'), stage: 'in-progress', switched: 'router' }] },
    { label: 'kids', account: home, placed: 60, promised: 3, items: [{ offer: catalogue.sold('tv-kids'), stage: 'cancelled', identifier: at }] },
    past(draft, mobile, phone),
    past(draft, home, television),
  ];
  return orders.map((order) => writeOrder(draft, order));
}

export function writeCompanyOrders(draft: Draft, catalogue: Catalogue, company: Company): PlacedOrder[] {
  const { accounts, newest, services } = company;
  const [central, north, south] = accounts;
  if (!central || !north || !south) throw new RangeError('The company has too few accounts');
  const southTrunk = known(south.lines.find(({ offer }) => offer.family.key === 'sip-trunk'), 'trunk');
  const team = catalogue.sold('team-20');
  const trunk = catalogue.sold('sip-trunk');
  const orders: OrderPlan[] = [
    { label: 'rollout', account: central, placed: 12, promised: 30, items: [
      { offer: team, stage: 'done', line: newest }, { offer: team, stage: 'in-progress' },
      { offer: catalogue.sold('team-unlimited'), stage: 'scheduled' }, { offer: team, stage: 'failed', reason: 'The old provider refused to hand over the number.' },
    ] },
    { label: 'approval', account: north, placed: 3, promised: 40, approval: true, items: [{ offer: catalogue.sold('site-1000'), stage: 'waiting-for-company' }] },
    { label: 'partner', account: south, placed: 25, promised: 28, expected: 44, items: [
      { offer: catalogue.sold('site-100'), stage: 'waiting-for-partner' }, { offer: trunk, stage: 'on-hold', reason: 'Waits for the line it runs on.' },
    ] },
    { label: 'devices', account: central, placed: 18, promised: 15, expected: 24, items: [
      { offer: catalogue.sold('phone-corvo'), stage: 'partly-done', quantity: 6, delivered: 4, reason: 'Two are still on their way from the maker.' },
      { offer: catalogue.sold('tablet-lumen'), stage: 'in-progress', quantity: 3 },
    ] },
    { label: 'papers', account: south, placed: 5, promised: 20, items: [
      { offer: team, stage: 'waiting-for-customer', needs: 'document' },
      { offer: team, stage: 'waiting-for-customer', needs: 'number' },
      { offer: catalogue.sold('site-100'), stage: 'waiting-for-customer', needs: 'address' },
      { offer: catalogue.sold('site-100'), stage: 'waiting-for-customer', needs: 'note' },
    ] },
    { label: 'hold', account: north, placed: 9, promised: 21, items: [{ offer: trunk, stage: 'on-hold' }] },
    { label: 'half', account: south, placed: age(draft, southTrunk) + 20, promised: 20, items: [
      { offer: trunk, stage: 'done', line: southTrunk }, { offer: catalogue.sold('fixed-address'), stage: 'failed' },
    ] },
    ...recent(draft, company),
    ...services.slice(0, 4).map((line) => past(draft, holderOf({ accounts }, line), line)),
  ];
  return orders.map((order) => writeOrder(draft, order));
}

const SHOPPING = ['mobile-m', 'tv-plus', 'mesh', 'fibre-500', 'phone-corvo', 'home-100', 'data-boost'];

/** How much of its time an order in good order has used up at a stage. */
const PASSED: Partial<Record<StageName, number>> = { captured: 0.04, checked: 0.2, 'waiting-for-partner': 0.3, scheduled: 0.55, 'in-progress': 0.9 };

/** Every account has a current order; the stages take turns, so that each is to be found in a world of some size. */
export function writeOtherOrders(draft: Draft, catalogue: Catalogue, account: Account, turn: number): PlacedOrder[] {
  const dice = draft.dice('orders', account.id);
  const orders = account.lines.filter(() => dice.chance(0.4)).map((line) => past(draft, account, line));
  const stage = known(STAGE_NAMES[turn % STAGE_NAMES.length], 'stage');
  const promised = dice.between(12, 25);
  const placed = stage === 'done' ? dice.between(30, 90) : promised * (PASSED[stage] ?? 0.5);
  const offer = catalogue.sold(account.segment === 'business' ? 'iot-sim' : dice.pick(SHOPPING));
  const line = stage === 'done' ? account.lines[0] : undefined;
  const identifier = draft.dice('order identifier', account.id).digits(8);
  orders.push({ label: 'current', account, placed, promised, items: [
    { offer: line?.offer ?? offer, stage, needs: turn % 2 === 0 ? 'document' : 'date', ...(line ? { line } : { identifier: `Reference ${identifier}` }) },
  ] });
  return orders.map((order) => writeOrder(draft, order));
}

/** One customer in ten has an order to show, and of those few wait for it: what is open keeps the operator's back office busy. */
export function writeBriefOrders(draft: Draft, catalogue: Catalogue, account: Account): void {
  const dice = draft.dice('orders', account.id);
  const [line] = account.lines;
  if (!line || !dice.chance(0.1)) return;
  if (dice.chance(0.97)) return void writeOrder(draft, past(draft, account, line));
  const stage = dice.pick(['checked', 'scheduled', 'in-progress', 'waiting-for-customer'] as const);
  const promised = dice.between(12, 25);
  const identifier = `Reference ${draft.dice('order identifier', account.id).digits(8)}`;
  const items = [{ offer: catalogue.sold(dice.pick(SHOPPING)), stage, identifier }];
  writeOrder(draft, { label: 'current', account, placed: promised * (PASSED[stage] ?? 0.5), promised, items });
}
