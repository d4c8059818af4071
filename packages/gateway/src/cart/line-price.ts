import type { Money } from '@faceplate/contracts';
import { add, subtract, sum, times, zero } from '@faceplate/domain';
import type { CatalogueEntry } from '../offers/offers.adapter.ts';
import { extraMonthly } from '../offers/promises.ts';
import { defaultChoices } from './default-choices.ts';
import { tmfMoney } from '../tmf/money.ts';
import { money, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What a line or a whole costs, tax included. `after`: when the promotion has ended. `tax`: of it. */
export interface LinePrice {
  once: Money;
  monthly: Money;
  after?: { months: number; monthly: Money };
  tax?: { once: Money; monthly: Money };
}

const SOME_MONTHS = [1, 600] as const;

const isOf = (type: RegExp) => (price: TmfBody): boolean => type.test((text(price, 'priceType') ?? '').replaceAll(/[^a-z]/gi, ''));
const isMonthly = isOf(/^recurring$/i);
const isOnce = isOf(/^onetime$/i);

/** The prices of a TMF663, TMF648 or TMF622 line in the operator's own figures; `undefined` where it gives none in our currency. */
export function priceIn(prices: readonly TmfBody[], currency: string): LinePrice | undefined {
  const [monthly, once] = [figure(prices.find(isMonthly), currency), figure(prices.find(isOnce), currency)];
  if (!monthly && !once) return undefined;
  return { ...lasting(monthly ?? { gross: zero(currency), tax: undefined, off: [] }, currency), once: once?.gross ?? zero(currency), ...taxes(once?.tax, monthly?.tax, currency) };
}

/** A month now, and when what lasts for some months has ended. */
function lasting({ gross, off }: Figure, currency: string): Pick<LinePrice, 'monthly' | 'after'> {
  const passing = off.filter(({ months }) => months !== undefined);
  const base = sum([gross, ...off.filter(({ months }) => months === undefined).map(({ amount }) => amount)], currency);
  const monthly = sum([base, ...passing.map(({ amount }) => amount)], currency);
  return passing.length === 0 ? { monthly } : { monthly, after: { months: Math.min(...passing.map(({ months }) => months ?? 0)), monthly: base } };
}

const taxes = (once: Money | undefined, monthly: Money | undefined, currency: string): Pick<LinePrice, 'tax'> =>
  once || monthly ? { tax: { once: once ?? zero(currency), monthly: monthly ?? zero(currency) } } : {};

interface Figure {
  gross: Money;
  tax: Money | undefined;
  off: { amount: Money; months?: number }[];
}

function figure(price: TmfBody | undefined, currency: string): Figure | undefined {
  const gross = price && inOurs(price, 'taxIncludedAmount', currency);
  if (!price || !gross) return undefined;
  const net = inOurs(price, 'dutyFreeAmount', currency);
  const off = records(price, 'priceAlteration').flatMap((one) => {
    const amount = inOurs(one, 'taxIncludedAmount', currency);
    const months = whole(SOME_MONTHS, one, 'applicationDuration');
    return amount ? [{ amount, ...(months !== undefined && { months }) }] : [];
  });
  return { gross, tax: net && subtract(gross, net), off };
}

function inOurs(price: TmfBody, attribute: string, currency: string): Money | undefined {
  const found = money(currency, price, 'price', attribute);
  return found?.currency === currency ? found : undefined;
}

/** By the catalogue alone: where the operator's cart says nothing of prices. */
export function cataloguePrice(entry: CatalogueEntry, choices: Readonly<Record<string, string>>, quantity: number): LinePrice {
  const { once, monthly, promotion } = entry.offer.price;
  const usual = new Map(Object.entries(defaultChoices(entry)));
  const extra = subtract(extraMonthly(entry, new Map([...usual, ...Object.entries(choices)])), extraMonthly(entry, usual));
  const each = (amount: Money) => times(add(amount, extra), quantity);
  return { once: times(once, quantity), monthly: each(monthly), ...(promotion && { after: { months: promotion.months, monthly: each(promotion.monthlyAfter) } }) };
}

/** As TM Forum writes prices of lines and of the whole. */
export const priceBody = ({ once, monthly }: Pick<LinePrice, 'once' | 'monthly'>): TmfBody[] => [
  { name: 'Monthly', priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: tmfMoney(monthly) } },
  { name: 'Once', priceType: 'oneTime', price: { taxIncludedAmount: tmfMoney(once) } },
];

/** What several come to together; when all promotions have ended, and how much of it is tax, where that is known of every one. */
export function totalOf(prices: readonly LinePrice[], currency: string): { once: Money; monthly: Money; after?: Money; tax?: { once: Money; monthly: Money } } {
  const total = (of: (price: LinePrice) => Money) => sum(prices.map(of), currency);
  const taxes = prices.flatMap(({ tax }) => tax ?? []);
  return {
    once: total(({ once }) => once),
    monthly: total(({ monthly }) => monthly),
    ...(prices.some(({ after }) => after) && { after: total(({ after, monthly }) => after?.monthly ?? monthly) }),
    ...(prices.length > 0 && taxes.length === prices.length && { tax: { once: sum(taxes.map(({ once }) => once), currency), monthly: sum(taxes.map(({ monthly }) => monthly), currency) } }),
  };
}
