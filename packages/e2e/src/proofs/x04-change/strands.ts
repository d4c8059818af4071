import type { Chance } from '../g7-answers/chance.ts';
import { cents, type Line, type Month, newId, plain, standing } from './line.ts';

/** Something that happened, or went on: its lines on both bills, and the one cause that it is. */
export interface Strand {
  /** Undefined where nothing changes. */
  cause?: string;
  before: Line[];
  after: Line[];
  /** The product as TMF637 tells of it. */
  products: Record<string, unknown>[];
}

export interface Setting {
  chance: Chance;
  before: Month;
  after: Month;
  rate: number;
}

const LONG_AGO = '2023-03-01';
const ACCOUNT = 'acc1';

interface Told {
  id: string;
  prices: { monthly: number; from?: string; until?: string; plan?: string }[];
  started?: string;
  ended?: string;
  account?: string;
  more?: Record<string, unknown>;
}

function product({ id, prices, started = LONG_AGO, ended, account = ACCOUNT, more = {} }: Told, rate: number): Record<string, unknown> {
  return {
    id, name: id, status: ended ? 'terminated' : 'active', startDate: started, ...(ended && { terminationDate: ended }),
    billingAccount: { id: account }, relatedParty: [{ id: 'anna', role: 'owner' }],
    productPrice: prices.map(({ monthly, from, until, plan }) => ({
      name: 'Monthly price', priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: { unit: 'EUR', value: monthly / 100 }, taxRate: rate },
      ...(plan && { productOffering: { id: plan } }), ...((from ?? until) && { validFor: { ...(from && { startDateTime: from }), ...(until && { endDateTime: until }) } }),
    })),
    ...more,
  };
}

const price = (chance: Chance) => cents(chance, 300, 9_000);
const within = (chance: Chance, month: Month) => cents(chance, 2, month.days - 1);
const PLANS = ['Mobile L', 'Home 250', 'TV Plus', 'Office 1000'] as const;

type Make = (setting: Setting) => Strand;

const stays: Make = ({ chance, before, after, rate }) => {
  const [id, monthly, name] = [newId(), price(chance), chance.of(PLANS)];
  return { before: [standing(before, monthly, rate, { name, product: id })], after: [standing(after, monthly, rate, { name, product: id })], products: [product({ id, prices: [{ monthly }] }, rate)] };
};

/** Begins in one of the months: new on the first bill, and a whole month on the next. */
const begins: Make = ({ chance, before, after, rate }) => {
  const [id, monthly, name] = [newId(), price(chance), chance.of(PLANS)];
  const isNow = chance.below(2) === 0;
  const from = isNow ? cents(chance, 1, after.days) : within(chance, before);
  const started = (isNow ? after : before).day(from);
  return {
    cause: isNow ? 'new-service' : 'proration-in',
    before: isNow ? [] : [standing(before, monthly, rate, { name, product: id, from })],
    after: [standing(after, monthly, rate, { name, product: id, ...(isNow && { from }) })],
    products: [product({ id, prices: [{ monthly }], started }, rate)],
  };
};

const ends: Make = ({ chance, before, after, rate }) => {
  const [id, monthly, name] = [newId(), price(chance), chance.of(PLANS)];
  const isNow = chance.below(2) === 0;
  const to = isNow ? within(chance, after) : cents(chance, 2, before.days);
  const ended = (isNow ? after : before).day(to);
  return {
    cause: isNow ? 'proration-out' : 'ended-service',
    before: [standing(before, monthly, rate, { name, product: id, ...(!isNow && { to }) })],
    after: isNow ? [standing(after, monthly, rate, { name, product: id, to })] : [],
    products: [product({ id, prices: [{ monthly }], ended }, rate)],
  };
};

/** Another plan, or another price of the same, from some day on. */
const changes: Make = ({ chance, before, after, rate }) => {
  const [id, old, young] = [newId(), price(chance), price(chance)];
  const isPlan = chance.below(2) === 0;
  const isNow = chance.below(3) > 0;
  const [month, day] = isNow ? [after, cents(chance, 1, after.days)] : [before, within(chance, before)];
  const names = isPlan ? (['Mobile S', 'Mobile XL'] as const) : (['Mobile S', 'Mobile S'] as const);
  const split = [
    ...(day > 1 ? [standing(month, old, rate, { name: names[0], product: id, to: day - 1 })] : []),
    standing(month, young, rate, { name: names[1], product: id, from: day }),
  ];
  const from = month.day(day);
  const until = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
  return {
    cause: isPlan ? 'plan-change' : 'price-change',
    before: isNow ? [standing(before, old, rate, { name: names[0], product: id })] : split,
    after: isNow ? split : [standing(after, young, rate, { name: names[1], product: id })],
    products: [product({ id, prices: [{ monthly: old, until, ...(isPlan && { plan: 'small' }) }, { monthly: young, from, ...(isPlan && { plan: 'large' }) }] }, rate)],
  };
};

/** Another product in its place. */
const replaced: Make = ({ chance, before, after, rate }) => {
  const [one, other, old, young] = [newId(), newId(), price(chance), price(chance)];
  return {
    cause: 'plan-change',
    before: [standing(before, old, rate, { name: 'Home 100', product: one })],
    after: [standing(after, young, rate, { name: 'Home 1000', product: other })],
    products: [
      product({ id: one, prices: [{ monthly: old }], ended: before.last }, rate),
      product({ id: other, prices: [{ monthly: young }], started: after.day(1), more: { productRelationship: [{ relationshipType: 'replaces', product: { id: one } }] } }, rate),
    ],
  };
};

const moves: Make = ({ chance, before, after, rate }) => {
  const [id, monthly] = [newId(), price(chance)];
  const isHere = chance.below(2) === 0;
  const line = (month: Month) => standing(month, monthly, rate, { name: 'Mobile M', product: id });
  const more = { productCharacteristic: [{ name: 'movedOn', value: after.day(1) }] };
  return {
    cause: 'moved-account',
    before: isHere ? [] : [line(before)],
    after: isHere ? [line(after)] : [],
    products: [product({ id, prices: [{ monthly }], account: isHere ? ACCOUNT : 'acc2', more }, rate)],
  };
};

/** A discount on a service that stays. `span` is when it holds, as the product tells. */
function discounted(setting: Setting, span: object, lines: (line: (month: Month, to?: number) => Line) => { before: Line[]; after: Line[] }, cause?: string): Strand {
  const { chance, rate } = setting;
  const service = stays(setting);
  const [told = {}] = service.products;
  const off = -cents(chance, 100, 250);
  const { before, after } = lines((month, to) => standing(month, off, rate, { kind: 'discount', name: 'Welcome discount', product: String(told['id']), ...(to !== undefined && { to }) }));
  const [listed = {}] = told['productPrice'] as Record<string, unknown>[];
  const altered = { ...told, productPrice: [{ ...listed, productPriceAlteration: [{ name: 'Welcome', priceType: 'discount', validFor: { startDateTime: LONG_AGO, ...span } }] }] };
  return { ...(cause && { cause }), before: [...service.before, ...before], after: [...service.after, ...after], products: [altered] };
}

/** It ends with the month, or within the next. */
const discountEnds: Make = (setting) => {
  const { chance, before, after } = setting;
  const to = chance.below(2) === 0 ? undefined : within(chance, after);
  const span = { endDateTime: to === undefined ? before.last : after.day(to) };
  return discounted(setting, span, (line) => ({ before: [line(before)], after: to === undefined ? [] : [line(after, to)] }), 'promotion-end');
};

const discountBegins: Make = (setting) =>
  discounted(setting, { startDateTime: setting.after.day(1) }, (line) => ({ before: [], after: [line(setting.after)] }), 'promotion-start');

const discountStays: Make = (setting) =>
  discounted(setting, { endDateTime: '2029-01-31' }, (line) => ({ before: [line(setting.before)], after: [line(setting.after)] }));

const USES = [
  ['usage', 'Calls abroad', {}],
  ['roaming-premium', 'Roaming outside the EU', {}],
  ['allowance-exceeded', 'Extra data', { includedQuantity: 20 }],
] as const;

const uses: Make = ({ chance, rate }) => {
  const [cause, name, included] = chance.of<(typeof USES)[number]>(USES);
  const id = newId();
  const line = () => {
    const quantity = cents(chance, 1, 90);
    return plain('usage', name, quantity * 29, rate, { product: id, facts: { quantity, unit: 'units', ...included } });
  };
  const way = chance.below(3);
  return { cause, before: way === 1 ? [] : [line()], after: way === 0 ? [] : [line()], products: [product({ id, prices: [] }, rate)] };
};

const REASONS = [['credit', 'ticket'], ['service-level-credit', 'service-level'], ['dispute', 'charge']] as const;

const singles: readonly Make[] = [
  ({ rate, chance }) => ({ cause: 'one-off', before: [], after: [plain('one-off', 'Set-up', cents(chance, 100, 9_999), rate)], products: [] }),
  ({ rate, chance }) => ({ cause: 'one-off', before: [plain('one-off', 'Visit of a technician', cents(chance, 100, 9_999), rate)], after: [], products: [] }),
  ({ chance }) => ({ cause: 'late-fee', before: [], after: [plain('penalty', 'Late payment fee', 350, 0, { facts: { reasonKind: 'bill', reason: `b${chance.below(9)}` } })], products: [] }),
  ({ rate, chance }) => {
    const [cause, reasonKind] = chance.of<(typeof REASONS)[number]>(REASONS);
    const line = plain('credit', 'With our apologies', -cents(chance, 10, 1_500), rate, { facts: { reasonKind, reason: newId() } });
    return { cause, ...(chance.below(2) === 0 ? { before: [line], after: [] } : { before: [], after: [line] }), products: [] };
  },
  ({ chance }) => {
    const [amount, at] = [cents(chance, 500, 5_000), chance.below(3)];
    const part = (nth: number) => plain('instalment', `Aster 5 phone: part ${nth} of 24`, amount, 0);
    if (at === 0) return { cause: 'instalment-start', before: [], after: [part(1)], products: [] };
    return at === 1 ? { before: [part(6)], after: [part(7)], products: [] } : { cause: 'instalment-end', before: [part(24)], after: [], products: [] };
  },
];

const KINDS: readonly Make[] = [stays, stays, begins, ends, changes, changes, replaced, moves, discountEnds, discountBegins, discountStays, uses, uses];

/** What a month of a customer may hold: services, their use, and some things that come once. */
export function strandsOf(setting: Setting): Strand[] {
  const { chance } = setting;
  const services = Array.from({ length: cents(chance, 1, 5) }, () => (chance.of(KINDS) ?? stays)(setting));
  const once = singles.filter(() => chance.below(5) === 0).map((make) => make(setting));
  return [stays(setting), ...services, ...once];
}

/** What goes on under another tax rate: prices before tax stay as they are. */
export const atAnyRate: readonly Make[] = [stays, uses];
