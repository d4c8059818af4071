import type { BillChange, Cause, CauseKind } from '@faceplate/contracts';
import { formatDate, formatMoney, formatNumber, isolated } from '@faceplate/localize';
import { because, words } from './messages.ts';

interface Facts {
  /** What it is about, in the bill's own words. */
  readonly name: string;
  readonly service: string;
  /** The day it came about, as people say it; empty where it is not known. */
  readonly on: string;
  /** It makes the bill dearer. */
  readonly up: boolean;
}

const sentences: Record<Exclude<CauseKind, 'period-length'>, (facts: Facts) => string> = {
  'new-service': ({ service, on }) => (on ? because.newOn(service, on) : because.new(service)),
  'ended-service': ({ service, on }) => (on ? because.endedOn(service, on) : because.ended(service)),
  'plan-change': ({ service, on }) => (on ? because.planOn(service, on) : because.plan(service)),
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
  'moved-account': ({ service, up }) => (up ? because.movedHere(service) : because.movedAway(service)),
  unexplained: ({ name }) => (name ? because.unexplainedIn(name) : because.unexplained()),
};

/** One plain sentence: what happened, and when. */
export function sentenceOf(cause: Cause, change: Pick<BillChange, 'bill' | 'against'>, locale: string): string {
  const { kind, name, service, on, amount } = cause;
  if (kind === 'period-length') {
    return because.period(formatNumber(daysOf(change.bill.period), locale), formatNumber(daysOf(change.against.period), locale));
  }
  const about = isolated(name);
  return sentences[kind]({
    name: about,
    service: service ? isolated(service.name) : about,
    on: on ? formatDate(on, locale, 'long') : '',
    up: amount.amount > 0,
  });
}

/** The figures behind it, short: `€10.00 before, €15.00 now`. */
export function figuresOf({ before, after, days, quantity, service, kind, name }: Cause, locale: string): string[] {
  const count = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 2 });
  return [
    ...(service && !namesService(kind) ? [isolated(service.name)] : []),
    ...(service && namesService(kind) && name !== service.name ? [isolated(name)] : []),
    words.beforeAndNow(formatMoney(before, locale), formatMoney(after, locale)),
    ...(days ? [words.days(count(days.charged), count(days.of))] : []),
    ...(quantity ? [words.beforeAndNow(`${count(quantity.before)} ${quantity.unit}`, `${count(quantity.after)} ${quantity.unit}`)] : []),
  ];
}

/** Sentences of these kinds speak of the service, those of the others of the line. */
const namesService = (kind: CauseKind) => ['new-service', 'ended-service', 'plan-change', 'moved-account'].includes(kind);

const DAY = 86_400_000;

/** Both days belong to the period. */
const daysOf = ({ from, to }: { from: string; to: string }) => Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
