import type { Money, UsageEvent } from '@faceplate/contracts';
import { zero } from '@faceplate/domain';
import { tiersIn } from '../bills/charge.adapter.ts';
import { at, characteristic, instant, money, needed, number, records, text, Unreadable } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { fine } from './measure.ts';

/** One use as a customer sees it, and what it is told apart by. */
export interface Use extends UsageEvent {
  /** `data`, `voice`, or the name of what is charged for. */
  kind: string;
}

/** Kinds that an allowance may be of; what is charged for beyond it is of the same kind. */
const COUNTED: ReadonlySet<string> = new Set(['data', 'voice', 'sms', 'mms']);

/** More than any network counts of anything in a day. */
const MOST = 1e9;

/**
 * A TMF635 usage. The specification leaves what was used to `usageCharacteristic`; names that systems use for the same
 * thing are taken alike. One without a moment or an amount of anything is unreadable.
 */
export function useOf(body: TmfBody, { currency }: Pick<Setting, 'currency'>): Use {
  const facts = records(body, 'usageCharacteristic');
  const fact = (...names: string[]) => names.flatMap((name) => characteristic(facts, name) ?? [])[0];
  const rated = records(body, 'ratedProductUsage')[0] ?? {};
  const tariff = text(rated, 'offerTariffType');
  const type = text(body, 'usageType') ?? fact('usageType');
  const known = type !== undefined && COUNTED.has(type.toLowerCase()) ? type.toLowerCase() : undefined;
  const name = tariff ?? text(body, 'usageSpecification', 'name') ?? text(body, 'description') ?? type ?? 'Usage';
  const included = number(rated, 'includedQuantity');
  return {
    id: needed(text(body, 'id'), 'id'),
    kind: known ?? tariff ?? type ?? name,
    at: needed(instant(body, 'usageDate'), 'usageDate'),
    name,
    quantity: quantityOf(facts, fact('unit', 'units') ?? ''),
    amount: amountOf(rated, currency),
    roaming: isRoaming(at(facts.find((one) => text(one, 'name') === 'roaming'), 'value'), tariff ?? type ?? ''),
    billed: text(body, 'status') === 'billed' || at(rated, 'isBilled') === true,
    ...(included !== undefined && included > 0 && included <= MOST && { included: fine(included) }),
    ...detailOf([fact('number', 'calledNumber', 'otherParty'), fact('country', 'visitedCountry'), fact('detail')]),
    ...serviceOf(rated, text(body, 'description')),
    ...stepsOf(rated, currency),
  };
}

function quantityOf(facts: readonly TmfBody[], unit: string): UsageEvent['quantity'] {
  const [value] = ['quantity', 'volume', 'duration'].flatMap((name) => number(characteristic(facts, name)) ?? []);
  const found = needed(value, 'usageCharacteristic.quantity');
  if (found < 0 || found > MOST) throw new Unreadable('usageCharacteristic.quantity', 'senseless');
  return { value: fine(found), unit };
}

/** Nothing where no price is said: what an allowance had room for costs nothing. */
const amountOf = (rated: TmfBody, currency: string): Money =>
  rated['taxIncludedRatingAmount'] === undefined ? zero(currency) : needed(money(currency, rated, 'taxIncludedRatingAmount'), 'taxIncludedRatingAmount');

/** Said, or as the name has it. */
const isRoaming = (said: unknown, name: string): boolean => (said === undefined ? /roaming/i.test(name) : said === true || said === 'true');

function detailOf(parts: readonly (string | undefined)[]): { detail?: string } {
  const found = [...new Set(parts.flatMap((part) => part ?? []))];
  return found.length > 0 ? { detail: found.join(', ') } : {};
}

function serviceOf(rated: TmfBody, description: string | undefined): Pick<UsageEvent, 'service'> {
  const productId = text(rated, 'productRef', 'id');
  const name = text(rated, 'productRef', 'name') ?? description;
  return productId !== undefined && name !== undefined ? { service: { productId, name } } : {};
}

function stepsOf(rated: TmfBody, currency: string): Pick<UsageEvent, 'tiers'> {
  const tiers = tiersIn(records(rated, 'tiers'), currency);
  return tiers ? { tiers } : {};
}

/** The contract's own part of it. */
export function eventOf({ kind: _kind, ...event }: Use): UsageEvent {
  return event;
}

/** Of which product a record tells. */
export const productOfUse = (body: TmfBody): string | undefined =>
  text(body, 'ratedProductUsage', 'productRef', 'id') ?? characteristic(records(body, 'usageCharacteristic'), 'product');
