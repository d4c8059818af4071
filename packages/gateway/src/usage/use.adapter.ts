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
  const rated = records(body, 'ratedProductUsage')[0] ?? {};
  return {
    id: needed(text(body, 'id'), 'id'),
    ...namesOf(body, facts, text(rated, 'offerTariffType')),
    at: needed(instant(body, 'usageDate'), 'usageDate'),
    quantity: quantityOf(facts),
    amount: amountOf(rated, currency),
    billed: text(body, 'status') === 'billed' || at(rated, 'isBilled') === true,
    ...includedOf(rated),
    ...detailOf([['number', 'calledNumber', 'otherParty'], ['country', 'visitedCountry'], ['detail']].map((names) => factOf(facts, names))),
    ...serviceOf(rated, text(body, 'description')),
    ...stepsOf(rated, currency),
  };
}

/** The first of these characteristics that is there. */
const factOf = (facts: readonly TmfBody[], names: readonly string[]): string | undefined => names.flatMap((name) => characteristic(facts, name) ?? [])[0];

function namesOf(body: TmfBody, facts: readonly TmfBody[], tariff: string | undefined): Pick<Use, 'kind' | 'name' | 'roaming'> {
  const type = text(body, 'usageType') ?? factOf(facts, ['usageType']);
  const names = [tariff, text(body, 'usageSpecification', 'name'), text(body, 'description'), type, 'Usage'];
  const [name = 'Usage'] = names.flatMap((one) => one ?? []);
  const [kind = name] = [countedKind(type), tariff, type].flatMap((one) => one ?? []);
  const said = at(facts.find((one) => text(one, 'name') === 'roaming'), 'value');
  return { kind, name, roaming: isRoaming(said, `${tariff ?? ''} ${type ?? ''}`) };
}

const countedKind = (type = ''): string | undefined => [...COUNTED].find((kind) => kind === type.toLowerCase());

function includedOf(rated: TmfBody): Pick<UsageEvent, 'included'> {
  const included = number(rated, 'includedQuantity');
  return included !== undefined && included > 0 && included <= MOST ? { included: fine(included) } : {};
}

function quantityOf(facts: readonly TmfBody[]): UsageEvent['quantity'] {
  const [value] = ['quantity', 'volume', 'duration'].flatMap((name) => number(characteristic(facts, name)) ?? []);
  const found = needed(value, 'usageCharacteristic.quantity');
  if (found < 0 || found > MOST) throw new Unreadable('usageCharacteristic.quantity', 'senseless');
  return { value: fine(found), unit: factOf(facts, ['unit', 'units']) ?? '' };
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

/** Records that were never rated, or taken back, are behind no amount. */
export const isRated = (body: TmfBody): boolean => !['rejected', 'received'].includes(text(body, 'status') ?? '');

/** Of which product a record tells. */
export const productOfUse = (body: TmfBody): string | undefined =>
  text(body, 'ratedProductUsage', 'productRef', 'id') ?? characteristic(records(body, 'usageCharacteristic'), 'product');
