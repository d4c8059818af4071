import { askedToSwitch, wordsOf } from '../product-order/activation.ts';
import { milestonesAt } from '../product-order/milestones.ts';
import { milestonesOfOrder } from '../product-order/order-milestones.ts';
import { orderState } from '../product-order/state.ts';
import { type Account, accountRef } from './accounts.ts';
import { approvalRef } from './approval-ref.ts';
import { money, sum, VAT } from '../customer-bill/amounts.ts';
import type { Offer } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { writeVisit } from './fulfilment.ts';
import type { Line } from './lines.ts';
import { partyRef } from './parties.ts';
import { text } from './products.ts';
import { DAY, iso } from './zone.ts';

/** Where a line stands: how many milestones are behind it, its TMF622 state, and whose move it is. */
const STAGES = {
  captured: { reached: 1, state: 'acknowledged' },
  checked: { reached: 2, state: 'inProgress' },
  'waiting-for-customer': { reached: 2, state: 'pending', waitingFor: 'customer' },
  'waiting-for-company': { reached: 1, state: 'pending', waitingFor: 'company' },
  'waiting-for-partner': { reached: 2, state: 'pending', waitingFor: 'partner' },
  scheduled: { reached: 3, state: 'inProgress' },
  'in-progress': { reached: 4, state: 'inProgress' },
  // TMF622 v4 has no word for it: a line under way of which something is there.
  'partly-done': { reached: 4, state: 'inProgress' },
  'on-hold': { reached: 2, state: 'held' },
  done: { reached: 5, state: 'completed' },
  cancelled: { reached: 1, state: 'cancelled' },
  failed: { reached: 3, state: 'failed' },
} as const;
export type StageName = keyof typeof STAGES;
/** Those at which customers of no name stand in turn. */
export const STAGE_NAMES: readonly StageName[] = [
  'captured', 'checked', 'waiting-for-customer', 'waiting-for-company', 'waiting-for-partner', 'scheduled', 'in-progress',
  'on-hold', 'done', 'cancelled', 'failed',
];

const REASONS: Partial<Record<StageName, string>> = {
  'waiting-for-company': 'Your company has to approve this order.',
  'waiting-for-partner': 'The owner of the local network has to open the way to your building.',
  scheduled: 'The technician comes on the expected day.',
  'on-hold': 'You asked us to wait with this order.',
  cancelled: 'You cancelled this order.',
  failed: 'There is no free line in your building.',
};

/** What a line that waits for its customer may need of them. */
const NEEDS = {
  date: 'Please choose a time for the technician.',
  document: 'Please send us a copy of your identity card.',
  address: 'We do not find this flat in the house. Please tell us the address again.',
  number: 'This number belongs to somebody else. Please choose another.',
  note: 'Please tell us at which door the technician shall ring.',
} as const;

const FINAL = new Set(['completed', 'failed', 'cancelled', 'partial']);

interface ItemPlan {
  offer: Offer;
  stage: StageName;
  action?: 'add' | 'modify' | 'delete';
  /** What the line became, or what it is about. */
  line?: Line;
  identifier?: string;
  reason?: string;
  /** What the customer has to bring; a date unless told. */
  needs?: keyof typeof NEEDS;
  /** What of it the customer chose, by name. */
  chosen?: Readonly<Record<string, string>>;
  quantity?: number;
  /** Its customer switches it on, and has been asked to. */
  switched?: 'esim' | 'router';
  /** Of `quantity`, so many are there. */
  delivered?: number;
}

export interface OrderPlan {
  label: string;
  account: Account;
  items: readonly ItemPlan[];
  /** Days before now. */
  placed: number;
  /** Days after it was placed. */
  promised: number;
  /** The same; late when it is after what was promised. */
  expected?: number;
  /** Waits for an approval that is written with it. */
  approval?: true;
}

export interface PlacedOrder {
  id: string;
  account: Account;
  placedAt: number;
  name: string;
  number: string;
  approval: boolean;
  /** Cents with tax. */
  monthly: number;
  once: number;
}

export function writeOrder(draft: Draft, plan: OrderPlan): PlacedOrder {
  const { account, items } = plan;
  const id = draft.id('order', account.id, plan.label);
  const placedAt = draft.now - plan.placed * DAY - draft.dice('hour', id).between(0, 600) * 60_000;
  const times: Times = { placedAt, promisedAt: placedAt + plan.promised * DAY, expectedAt: placedAt + (plan.expected ?? plan.promised) * DAY };
  const written = items.map((item, index) => writeItem(draft, item, { id: String(index + 1), orderId: id, account, ...times }));
  const number = `O-${draft.dice('order number', id).digits(7)}`;
  const state = orderState(written);
  draft.add('productOrder', {
    id,
    externalId: number,
    orderDate: iso(placedAt),
    requestedCompletionDate: iso(times.promisedAt),
    expectedCompletionDate: iso(times.expectedAt),
    ...(state === 'completed' && { completionDate: iso(times.expectedAt) }),
    ...(state === 'cancelled' && { cancellationDate: iso(placedAt + DAY / 2), cancellationReason: REASONS.cancelled }),
    state,
    category: account.segment === 'business' ? 'B2B product order' : 'B2C product order',
    priority: '2',
    billingAccount: accountRef(account),
    channel: [{ id: draft.id('channel', 'web'), name: 'Web shop' }],
    relatedParty: [partyRef(account.owner, 'customer')],
    orderTotalPrice: totals(items.filter(({ action }) => action !== 'delete').flatMap(piecesOf)),
    productOrderItem: written,
    ...(plan.approval && { approvalProcess: approvalRef(draft, id) }),
    // Who follows an order that is over looks at its lines.
    ...(!FINAL.has(state) && { productOrderMilestone: milestonesOfOrder({ id, productOrderItem: written }) }),
  });
  const name = items.map(({ offer }) => offer.name).join(', ');
  return { id, account, placedAt, name, number, approval: plan.approval === true, ...amounts(items.flatMap(piecesOf)) };
}

const piecesOf = ({ offer, quantity = 1 }: ItemPlan): Offer[] => Array.from({ length: quantity }, () => offer);

interface Times {
  placedAt: number;
  promisedAt: number;
  expectedAt: number;
}

/** Where an item stands in its order. */
interface Place extends Times {
  id: string;
  orderId: string;
  account: Account;
}

/** What a line that waits for the customer needs of them. */
function needOf(draft: Draft, { stage, needs = 'date' }: ItemPlan, { reason, askedAt }: { reason: string; askedAt: string }) {
  if (stage !== 'waiting-for-customer') return {};
  if (needs !== 'number') return { informationRequired: { kind: needs, text: reason, askedAt } };
  const dice = draft.dice('numbers to choose from', askedAt);
  const choices = Array.from({ length: 5 }, () => `+49 15${dice.between(0, 9)} 0${dice.digits(7)}`).map((number) => ({ id: number, name: number }));
  // As the order desk writes it: without the mark the number that is chosen would be kept by nobody.
  return { informationRequired: { kind: needs, text: reason, askedAt, choices }, awaitsNumber: true };
}

const isAccess = ({ family }: Offer) => family.category === 'Fixed' && family.features.some(([name]) => name === 'Download');

/** The technician of a line whose date is set, where the account has an address to come to. */
function visitOf(draft: Draft, { offer, stage, action = 'add' }: ItemPlan, { id, orderId, account, expectedAt }: Place): object {
  if (stage !== 'scheduled' || action !== 'add' || !isAccess(offer)) return {};
  const postcode = account.lines.flatMap(({ identifier }) => /, (\d{5}) /.exec(identifier)?.[1] ?? [])[0];
  return postcode === undefined ? {} : writeVisit(draft, { orderId, itemId: id, customer: account.owner, expectedAt, postcode });
}

/** How far along the way, in parts of the whole, each milestone lies. */
const PACE = [0, 0.08, 0.35, 0.8, 1];

/** When each milestone was reached, or is expected. */
function datesOf(stage: StageName, { placedAt, promisedAt, expectedAt }: Times, now: number): number[] {
  const { reached, state } = STAGES[stage];
  return PACE.map((part, index) => {
    // What is behind the line was on the promised way; what is ahead follows the expected one, if that is still to come.
    const end = index < reached && state !== 'completed' ? Math.min(promisedAt, expectedAt) : expectedAt;
    const date = placedAt + part * (end - placedAt);
    return index < reached ? Math.min(date, now - (reached - index) * 60_000) : date;
  });
}

/** The product a line asks for, as far as the order knows it. */
function wantedOf({ offer, line, identifier = line?.identifier, chosen = {} }: ItemPlan) {
  return {
    ...(line && { id: line.id }),
    name: offer.name,
    productCharacteristic: [
      text('lineOfBusiness', offer.family.line), ...(identifier ? [text('identifier', identifier)] : []),
      ...Object.entries(chosen).map(([name, value]) => text(name, value)),
    ],
  };
}

/** What was said last about a line, and what it needs. */
function saidOf(draft: Draft, plan: ItemPlan, id: string, date: string) {
  const reason = plan.reason ?? (plan.stage === 'waiting-for-customer' ? NEEDS[plan.needs ?? 'date'] : REASONS[plan.stage]);
  if (reason === undefined) return { note: [] };
  return { note: [{ id: `${id}-1`, author: 'Meridian Telecom', date, text: reason }], ...needOf(draft, plan, { reason, askedAt: date }) };
}

/** What an eSIM of the generated world is fetched by; of real ones nobody could work it out. */
const secretOf = (draft: Draft, { orderId, id }: Place): string => `${draft.id('esim profile', orderId, id)}${draft.id('esim key', orderId, id)}`;

function writeItem(draft: Draft, plan: ItemPlan, place: Place) {
  const { id, placedAt, promisedAt, expectedAt } = place;
  const { offer, stage, action = 'add', quantity = 1, delivered } = plan;
  const { reached, state, ...waiting } = STAGES[stage];
  const dates = datesOf(stage, place, draft.now);
  const item = {
    id,
    action,
    quantity,
    ...(delivered !== undefined && { deliveredQuantity: delivered }),
    state,
    ...waiting,
    productOffering: { id: offer.id, name: offer.name, '@referredType': 'ProductOffering' },
    product: wantedOf(plan),
    itemTotalPrice: totals(action === 'delete' ? [] : piecesOf(plan)),
    requestedCompletionDate: iso(promisedAt),
    expectedCompletionDate: iso(expectedAt),
    milestone: milestonesAt(dates, reached, draft.now, wordsOf(plan.switched)),
    ...saidOf(draft, plan, id, iso(dates[reached - 1] ?? placedAt)),
    ...visitOf(draft, plan, place),
  };
  return plan.switched ? askedToSwitch({ ...item, needsActivation: plan.switched }, new Date(dates[reached - 1] ?? placedAt), secretOf(draft, place)) : item;
}

const price = (cents: number) => ({ taxIncludedAmount: money(cents), taxRate: VAT });

const amounts = (offers: readonly Offer[]) => ({
  monthly: sum(offers.map(({ edition }) => edition.monthly)),
  once: sum(offers.map(({ family }) => family.once ?? 0)),
});

function totals(offers: readonly Offer[]) {
  const { monthly, once } = amounts(offers);
  return [
    { name: 'Monthly', priceType: 'recurring', recurringChargePeriod: 'month', price: price(monthly) },
    { name: 'Once', priceType: 'oneTime', price: price(once) },
  ];
}
