import type { LocalDate, Money } from '@faceplate/contracts';
import { add, addDays, addMonthsToDate, taxOn } from '@faceplate/domain';
import type { ProductFacts, Term } from '@faceplate/domain/bill-change';
import { characteristic, day, lastDay, money, needed, number, records, text, whole } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

/** More months than any promotion lasts. */
const MONTHS = [1, 600] as const;

/** What a TMF637 product says of its own life. TM Forum dates no price: `validFor` in it, and a move, are extensions. */
export function productFactsOf(body: TmfBody, setting: Setting): ProductFacts {
  const { zone } = setting;
  const prices = records(body, 'productPrice');
  const facts = records(body, 'productCharacteristic');
  const startedOn = day(zone, body, 'startDate');
  const endedOn = lastDay(zone, body, 'terminationDate');
  const terms = termsOf(prices, setting, text(body, 'productOffering', 'id'));
  const promotions = prices.flatMap((price) => records(price, 'productPriceAlteration')).flatMap((one) => promotionOf(one, zone, startedOn));
  const instalments = records(body, 'productTerm').find((term) => /instal/i.test(text(term, 'name') ?? ''));
  const replaces = records(body, 'productRelationship').find((one) => text(one, 'relationshipType') === 'replaces');
  const accountId = text(body, 'billingAccount', 'id');
  const movedOn = day(zone, { on: characteristic(facts, 'movedOn') }, 'on');
  const before = text(replaces, 'product', 'id');
  return {
    id: needed(text(body, 'id'), 'id'),
    ...(startedOn && { startedOn }),
    ...(endedOn && { endedOn }),
    ...(terms.length > 0 && { terms }),
    ...(promotions.length > 0 && { promotions }),
    ...(instalments && { instalments: spanOf(instalments, zone) }),
    ...(before !== undefined && { replaces: before }),
    ...(accountId !== undefined && { accountId }),
    ...(movedOn && { movedOn }),
  };
}

const spanOf = (record: TmfBody, zone: string): { from?: LocalDate; until?: LocalDate } => {
  const from = day(zone, record, 'validFor', 'startDateTime');
  const until = lastDay(zone, record, 'validFor', 'endDateTime');
  return { ...(from && { from }), ...(until && { until }) };
};

/** A promotion says when it ends, or how many months it lasts. */
function promotionOf(alteration: TmfBody, zone: string, startedOn: LocalDate | undefined): { from?: LocalDate; until?: LocalDate }[] {
  const said = spanOf(alteration, zone);
  const from = said.from ?? startedOn;
  const months = whole(MONTHS, alteration, 'applicationDuration') ?? whole(MONTHS, alteration, 'applicationDuration', 'amount');
  const until = said.until ?? (from && months !== undefined ? addDays(addMonthsToDate(from, months), -1) : undefined);
  return from || until ? [{ ...(from && { from }), ...(until && { until }) }] : [];
}

interface Price {
  from?: LocalDate;
  until?: LocalDate;
  plan?: string;
  monthly: Money;
}

/** The monthly prices as they followed each other; those that hold at the same time are one price. */
function termsOf(listed: readonly TmfBody[], setting: Setting, offerId: string | undefined): Term[] {
  const prices = listed.flatMap((price) => priceOf(price, setting, offerId));
  const starts = [...new Set(prices.map(({ from }) => from ?? ''))].toSorted();
  return starts.flatMap((start) => {
    const then = prices.filter(({ from = '', until }) => from <= start && (until === undefined || start === '' || start <= until));
    const [first] = then;
    if (!first || then.some(({ monthly }) => monthly.currency !== first.monthly.currency)) return [];
    const amount = then.reduce((sum, { monthly }) => sum + monthly.amount, 0);
    return Number.isSafeInteger(amount) ? [{ ...(start !== '' && { from: start }), ...(first.plan !== undefined && { plan: first.plan }), monthly: { ...first.monthly, amount } }] : [];
  });
}

function priceOf(price: TmfBody, { zone, currency }: Setting, offerId: string | undefined): Price[] {
  const isMonthly = /^recurring$/i.test(text(price, 'priceType') ?? '') && /^(1 ?)?month/i.test(text(price, 'recurringChargePeriod') ?? 'month');
  const monthly = isMonthly ? grossOf(price, currency) : undefined;
  if (!monthly) return [];
  const plan = text(price, 'productOffering', 'id') ?? text(price, 'productOffering', 'name') ?? offerId;
  return [{ ...spanOf(price, zone), ...(plan !== undefined && { plan }), monthly }];
}

function grossOf(price: TmfBody, currency: string): Money | undefined {
  const gross = money(currency, price, 'price', 'taxIncludedAmount');
  const net = money(currency, price, 'price', 'dutyFreeAmount');
  if (gross || !net) return gross;
  try {
    return add(net, taxOn(net, number(price, 'price', 'taxRate') ?? 0));
  } catch {
    return undefined;
  }
}
