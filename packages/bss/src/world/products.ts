import { type Account, accountRef } from './accounts.ts';
import { money, VAT } from '../customer-bill/amounts.ts';
import type { Promotion } from '../customer-bill/standing.ts';
import type { Offer } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { writeService } from './fulfilment.ts';
import { type Line, type LineStory, partsOf, promotionsOf } from './lines.ts';
import { installedAt } from './places.ts';
import { type Party, partyRef } from './parties.ts';
import { DAY, dayIn, dayOfMonth, iso, monthNumber } from './zone.ts';

interface LinePlan {
  /** Tells it from the account's other lines. */
  label: string;
  offer: Offer;
  identifier: string;
  user?: Party;
  /** Months before now, and the day of that month. */
  since: number;
  day?: number;
  /** Months before now on whose `untilDay` it ended. */
  until?: number;
  untilDay?: number;
  suspended?: boolean;
  costCentre?: string;
  story?: LineStory;
}

/** A recent day as {@link LinePlan} counts it: months before now, and the day of that month. */
export function daysAgo(draft: Draft, days: number): [since: number, day: number] {
  const then = draft.now - days * DAY;
  return [draft.month - monthNumber(then), dayOfMonth(then)];
}

/** Gives an account a line and writes its product. */
export function addLine(draft: Draft, account: Account, plan: LinePlan): Line {
  const { offer, identifier, since, day = 1, until, untilDay = 1, suspended, costCentre, story } = plan;
  const line: Line = {
    id: draft.id('product', account.id, plan.label),
    offer,
    identifier,
    user: plan.user ?? account.owner,
    startedAt: dayIn(draft.month - since, day),
    ...(until !== undefined && { endedAt: dayIn(draft.month - until, untilDay) }),
    ...(suspended && { suspended }),
    ...(costCentre !== undefined && { costCentre }),
    ...story,
  };
  account.lines.push(line);
  writeProduct(draft, account, line);
  return line;
}

export function addMonths(instant: number, months: number): number {
  return dayIn(monthNumber(instant) + months, Math.min(dayOfMonth(instant), 28));
}

function status({ endedAt, suspended }: Line, now: number): string {
  if (endedAt !== undefined && endedAt <= now) return 'terminated';
  return suspended ? 'suspended' : 'active';
}

/** A TMF Characteristic that holds text. */
export const text = (name: string, value: string) => ({ name, valueType: 'string', value });

function writeProduct(draft: Draft, account: Account, line: Line): void {
  const { id, offer, identifier, user, startedAt, endedAt } = line;
  const { family } = offer;
  const place = installedAt(draft, identifier);
  const product = {
    id,
    name: offer.name,
    status: status(line, draft.now),
    isBundle: family.bundles !== undefined,
    isCustomerVisible: true,
    startDate: iso(startedAt),
    ...(endedAt !== undefined && { terminationDate: iso(endedAt) }),
    billingAccount: accountRef(account),
    productOffering: { id: offer.id, name: offer.name },
    relatedParty: [partyRef(account.owner, 'owner'), ...(user.id === account.owner.id ? [] : [partyRef(user, 'user')])],
    productCharacteristic: [text('lineOfBusiness', family.line), text('identifier', identifier), ...bookedTo(line), ...moved(line)],
    ...(place && { place }),
    productPrice: pricesOf(line),
    productTerm: termsOf(line),
    ...(line.replaces !== undefined && { productRelationship: [{ relationshipType: 'replaces', product: { id: line.replaces, '@referredType': 'Product' } }] }),
  };
  draft.add('product', { ...product, ...writeService(draft, product, family) });
}

const bookedTo = ({ costCentre }: Line) => (costCentre === undefined ? [] : [text('costCentre', costCentre)]);
const moved = ({ moved: move }: Line) => (move ? [text('movedFrom', move.from), text('movedOn', iso(move.on))] : []);

/** What it costs, and has cost; who looks for the first price finds the one that holds. */
function pricesOf(line: Line): object[] {
  const { offer, startedAt, prices = [{ from: startedAt, monthly: offer.edition.monthly, rate: VAT }] } = line;
  const alterations = promotionsOf(line).map((promotion) => alteration(promotion, startedAt));
  const entries = prices.map(({ from, monthly, rate, name }, at) => ({
    name: 'Monthly price',
    priceType: 'recurring',
    recurringChargePeriod: 'month',
    price: { taxIncludedAmount: money(monthly), taxRate: rate },
    ...(prices.length > 1 && { validFor: time(at === 0 ? startedAt : from, prices[at + 1]?.from) }),
    ...(name !== undefined && { productOffering: { name } }),
    ...(at === prices.length - 1 && alterations.length > 0 && { productPriceAlteration: alterations }),
  }));
  return entries.toReversed();
}

const time = (from: number, to: number | undefined) => ({ startDateTime: iso(from), ...(to !== undefined && { endDateTime: iso(to) }) });

const alteration = ({ name = 'Welcome discount', off, from, until }: Promotion, startedAt: number) => ({
  name,
  priceType: 'discount',
  recurringChargePeriod: 'month',
  price: { taxIncludedAmount: money(-off), taxRate: VAT },
  validFor: time(from ?? startedAt, until),
});

function termsOf(line: Line): object[] {
  const { offer: { family }, startedAt } = line;
  const names = [...(family.term === 0 ? [] : ['Commitment']), ...(partsOf(line) === undefined ? [] : ['Instalments'])];
  return names.map((name) => term(name, family.term, startedAt));
}

function term(name: string, months: number, from: number) {
  return {
    name,
    duration: { amount: months, units: 'month' },
    validFor: { startDateTime: iso(from), endDateTime: iso(addMonths(from, months)) },
  };
}
