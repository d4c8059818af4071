import type { BillChange, Cause, CauseKind } from '@faceplate/contracts';
import { formatDate, formatMoney, formatNumber, isolated } from '@faceplate/localize';
import { quantityText } from '../charges/charge-facts.ts';
import { because, words } from './messages.ts';

interface Facts {
  /** What it is about, in the bill's own words. */
  readonly name: string;
  /** The day it came about, as people say it; empty where it is not known. */
  readonly on: string;
  /** It makes the bill dearer. */
  readonly up: boolean;
  /** Its lines stand on this bill. */
  readonly here: boolean;
  /** Of a move between accounts: the other one. */
  readonly account: string;
}

const sentences: Record<Exclude<CauseKind, 'period-length'>, (facts: Facts) => string> = {
  'new-service': ({ name, on }) => (on ? because.newOn(name, on) : because.new(name)),
  'ended-service': ({ name, on }) => (on ? because.endedOn(name, on) : because.ended(name)),
  'plan-change': ({ name, on }) => (on ? because.planOn(name, on) : because.plan(name)),
  'proration-in': ({ name }) => because.whole(name),
  'proration-out': ({ name, on }) => (on ? because.partUntil(name, on) : because.part(name)),
  'one-off': ({ name, up }) => (up ? because.once(name) : because.onceBefore(name)),
  'instalment-start': ({ name }) => because.instalmentStart(name),
  'instalment-end': ({ name }) => because.instalmentEnd(name),
  'promotion-start': ({ name, on }) => (on ? because.promotionStartOn(name, on) : because.promotionStart(name)),
  'promotion-end': ({ name, on }) => (on ? because.promotionEndOn(name, on) : because.promotionEnd(name)),
  'price-change': ({ name, on }) => (on ? because.priceOn(name, on) : because.price(name)),
  'allowance-exceeded': ({ name, up }) => (up ? because.beyond(name) : because.lessBeyond(name)),
  'roaming-premium': ({ name, up }) => (up ? because.roaming(name) : because.lessRoaming(name)),
  usage: ({ name, up }) => (up ? because.moreUse(name) : because.lessUse(name)),
  'late-fee': ({ up }) => (up ? because.lateFee() : because.noLateFee()),
  credit: ({ name, up }) => (up ? because.creditGone(name) : because.credit(name)),
  'service-level-credit': ({ name, up }) => (up ? because.creditGone(name) : because.levelCredit(name)),
  dispute: ({ name, up }) => (up ? because.creditGone(name) : because.dispute(name)),
  'tax-change': ({ name }) => because.tax(name),
  rounding: () => because.rounding(),
  'moved-account': ({ name, up, here, account }) => {
    if (account) return here ? because.joined(name, account) : because.separated(name, account);
    return up ? because.movedHere(name) : because.movedAway(name);
  },
  unexplained: ({ name }) => (name ? because.unexplainedIn(name) : because.unexplained()),
};

/** One plain sentence: what happened, and when. */
export function sentenceOf(cause: Cause, change: Pick<BillChange, 'bill' | 'against'>, locale: string): string {
  const { kind, name, on, amount } = cause;
  if (kind === 'period-length') {
    return because.period(formatNumber(daysOf(change.bill.period), locale), formatNumber(daysOf(change.against.period), locale));
  }
  return sentences[kind]({
    name: isolated(name),
    on: on ? formatDate(on, locale, 'long') : '',
    up: amount.amount > 0,
    here: cause.chargeIds.length > 0,
    account: cause.account ? isolated(cause.account.name) : '',
  });
}

/** The figures behind it, short: `€10.00 before, €15.00 now`. */
export function figuresOf({ before, after, days, quantity, service }: Cause, locale: string): string[] {
  const count = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 2 });
  const used = (value: number, unit: string) => quantityText({ value, unit }, locale);
  return [
    ...(service ? [isolated(service.name)] : []),
    words.beforeAndNow(formatMoney(before, locale), formatMoney(after, locale)),
    ...(days ? [words.days(count(days.charged), count(days.of))] : []),
    ...(quantity ? [words.beforeAndNow(used(quantity.before, quantity.unit), used(quantity.after, quantity.unit))] : []),
  ];
}

const DAY = 86_400_000;

/** Both days belong to the period. */
const daysOf = ({ from, to }: { from: string; to: string }) => Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
