import { type Account, accountRef } from './accounts.ts';
import type { Draft } from './draft.ts';
import { type Line, productRef, type Use } from './lines.ts';
import { partyRef } from './parties.ts';
import type { Dice } from './random.ts';
import { daysOf, type Span } from './usage.ts';
import { HOUR, iso, monthNumber, dayIn } from './zone.ts';
import { fine } from '../balance/quantity.ts';
import { money, netOf, sum, VAT } from '../customer-bill/amounts.ts';
import type { Charge } from '../customer-bill/charge.ts';
import { tierTold } from '../customer-bill/documents.ts';
import { stepsOf, type Tariff, tariffOf } from '../usage/tariffs.ts';

/** How much one use is, by the unit of the tariff; of everything else one at a time. */
const PIECES: Readonly<Record<string, (dice: Dice) => number>> = {
  minutes: (dice) => dice.between(2, 20),
  GB: (dice) => dice.between(10, 80) / 100,
};

const AWAY = ['United States', 'United Kingdom', 'Turkey', 'Japan', 'Morocco'];
const ABROAD = ['+41', '+44', '+1', '+90', '+48'];
const FILMS = ['The Long Quay', 'Seven Lanterns', 'Winter Bees', 'A Map of Rain', 'The Understudy'];

/** Of a number only so much is told that who called it knows it again. */
const masked = (dice: Dice, prefix: string): string => `${prefix} … ${dice.between(10, 99)}`;

/** With whom, where or what, by the name of the tariff. */
const DETAILS: Readonly<Record<string, (dice: Dice) => string>> = {
  'Roaming outside the EU': (dice) => dice.pick(AWAY),
  'Calls abroad': (dice) => masked(dice, dice.pick(ABROAD)),
  'Calls to mobiles': (dice) => masked(dice, dice.pick(['+49 151', '+49 160', '+49 172'])),
  'Special numbers': (dice) => masked(dice, '+49 900'),
  'Rented films': (dice) => dice.pick(FILMS),
};

/** Whole uses that add up to a quantity. */
function piecesOf(dice: Dice, unit: string, quantity: number): number[] {
  const piece = PIECES[unit] ?? (() => 1);
  const pieces: number[] = [];
  for (let left = quantity; left > 0; left = fine(left - (pieces.at(-1) ?? left))) pieces.push(Math.min(left, piece(dice)));
  return pieces;
}

/** When each use was, in order: a day each where days are counted, else any moment. */
function momentsOf(dice: Dice, unit: string, count: number, span: Span, days: Use['days']): number[] {
  if (unit !== 'days') return Array.from({ length: count }, () => span.from + Math.floor(dice.next() * (span.to - span.from))).toSorted((one, other) => one - other);
  const [first, last] = daysOf(span);
  const begin = first + Math.floor(dice.next() * (last - first + 2 - count));
  const month = monthNumber(span.from);
  return Array.from({ length: count }, (_, at) => Math.min(dayIn(month, days?.[at] ?? begin + at) + dice.between(7, 20) * HOUR, span.to - 1));
}

/** The records behind a line of use: their quantities come to the line's, and their prices to its price, tier by tier in their order. */
export function writeEvents(draft: Draft, account: Account, charge: Charge, rateId: string): void {
  const line = account.lines.find(({ id }) => id === charge.line?.id);
  const tariff = line && tariffOf(line.offer.family.line, charge.name);
  if (!line || !tariff || charge.from === undefined || charge.to === undefined) return;
  const span = { from: charge.from, to: charge.to };
  const planned = line.uses?.[draft.month - monthNumber(span.from)]?.find((use) => use.tariff === tariff.name);
  for (const piece of usesOf(draft, tariff, { rateId, quantity: charge.quantity ?? 0, span, planned })) {
    draft.add('usage', eventBody(draft, account, line, tariff, piece));
  }
}

interface Whole {
  rateId: string;
  quantity: number;
  span: Span;
  planned: Use | undefined;
}

function usesOf(draft: Draft, tariff: Tariff, { rateId, quantity: whole, span, planned }: Whole): Piece[] {
  const dice = draft.dice('use events', rateId);
  const pieces = piecesOf(dice, tariff.unit, whole);
  const moments = momentsOf(dice, tariff.unit, pieces.length, span, planned?.days);
  const told = (): string | undefined => DETAILS[tariff.name]?.(dice);
  // A stay abroad is in one country.
  const where = tariff.unit === 'days' ? told() : undefined;
  let used = 0;
  return pieces.map((quantity, index) => {
    const detail = planned?.details?.[index] ?? where ?? told();
    const before = used;
    used = fine(used + quantity);
    const isBilled = monthNumber(span.from) < draft.month;
    return { id: draft.id('use', rateId, index), at: moments[index] ?? span.from, quantity, used: before, detail, isBilled, rateId };
  });
}

interface Piece {
  id: string;
  at: number;
  quantity: number;
  /** What of the tariff had been used before. */
  used: number;
  detail: string | undefined;
  isBilled: boolean;
  rateId: string;
}

const fact = (name: string, value: string | number | boolean) => ({ name, valueType: typeof value, value });

/** What every record of use says: who used what of which line, on whose account, and how much. */
export function useFacts(account: Account, line: Line, { at, quantity, unit, roaming, detail }: { at: number; quantity: number; unit: string; roaming: boolean; detail: string | undefined }) {
  return {
    usageDate: iso(at),
    billingAccount: accountRef(account),
    relatedParty: [partyRef(line.user, 'user'), partyRef(account.owner, 'customer')],
    usageCharacteristic: [
      fact('quantity', quantity),
      fact('unit', unit),
      fact('roaming', roaming),
      ...(detail === undefined ? [] : [fact('detail', detail)]),
    ],
  };
}

function eventBody(draft: Draft, account: Account, line: Line, tariff: Tariff, { id, at, quantity, used, detail, isBilled, rateId }: Piece) {
  const tiers = stepsOf(tariff, fine(used + quantity), used);
  const gross = sum(tiers.map(({ amount }) => amount));
  const isData = tariff.unit === 'GB';
  return {
    id,
    description: `${tariff.name}, ${line.identifier}`,
    usageType: isData ? 'data' : tariff.name,
    status: isBilled ? 'billed' : 'rated',
    usageSpecification: { id: draft.id('usage specification', isData ? 'data' : 'voice'), name: isData ? 'Mobile data' : 'Calls', '@referredType': 'UsageSpecification' },
    ...useFacts(account, line, { at, quantity, unit: tariff.unit, roaming: tariff.name.startsWith('Roaming'), detail }),
    ratedProductUsage: [
      {
        productRef: productRef(line), isBilled, isTaxExempt: false, ratingDate: iso(at), ratingAmountType: 'Total', usageRatingTag: 'usage', offerTariffType: tariff.name,
        taxRate: VAT, taxExcludedRatingAmount: money(netOf(gross)), taxIncludedRatingAmount: money(gross), includedQuantity: 0,
        tiers: tiers.map((tier) => tierTold(tier)), appliedCustomerBillingRate: { id: rateId, '@referredType': 'AppliedCustomerBillingRate' },
      },
    ],
  };
}
