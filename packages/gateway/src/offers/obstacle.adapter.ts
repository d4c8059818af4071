import type { Obstacle, Way, WordFacts } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { at, day, meaningOf, money, number, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import { isObject, type TmfBody } from '../upstream/types.ts';

type Family = NonNullable<Obstacle['family']>;

const FAMILIES: ReadonlySet<string> = new Set<Family>(['place', 'device', 'product', 'prerequisite', 'contract', 'money', 'identity', 'age', 'policy', 'stock', 'sale', 'system']);

/** What our own rules call by a name already keeps that name, whoever found it. */
const CODES: Readonly<Record<string, string>> = {
  offerRetired: 'not-sold',
  offerNoLongerSold: 'not-sold',
  offerNotYetSold: 'not-yet-sold',
  segmentMismatch: 'segment',
  requiredMissing: 'requires',
  conflictsWithOwned: 'excludes',
  conflictsInCart: 'excludes',
};

/** What a remedy is called by operators' systems, where it is not our word in another spelling. */
const WAYS: Readonly<Record<string, Way['kind']>> = {
  addRequired: 'add',
  askApprover: 'ask-approver',
  askForHigherLimit: 'ask-higher-limit',
  changeQuantity: 'change-quantity',
  chooseDevice: 'choose-device',
  chooseFlat: 'choose-flat',
  chooseOther: 'choose',
  correctAddress: 'correct-address',
  giveAddress: 'give-address',
  includeGuardian: 'include-guardian',
  none: 'none',
  pay: 'pay',
  proveIdentity: 'prove-identity',
  registerInterest: 'register-interest',
  remove: 'remove',
  swap: 'swap',
  waitUntil: 'wait',
};

const kebab = (word: string): string => word.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase().replaceAll(/[^a-z\d]+/g, '-').slice(0, 60) || 'refused';

/** The reasons of a TMF679 or TMF645 answer; `others` are what it proposes instead. One without words says nothing, and is left out. */
export function obstaclesIn(answer: TmfBody, setting: Setting, others: readonly { id: string; name: string }[] = []): Obstacle[] {
  return records(answer, 'eligibilityUnavailabilityReason').flatMap((reason): Obstacle[] => {
    const label = text(reason, 'label') ?? text(reason, 'code');
    if (label === undefined) return [];
    const code = text(reason, 'code') ?? 'refused';
    const family = text(reason, 'family');
    const remedy = at(reason, 'remedy');
    return [
      {
        code: meaningOf(CODES, code) ?? kebab(code),
        reason: label,
        way: wayOf(remedy, setting, others),
        ...optional({ remedy: text(remedy, 'label'), facts: factsIn(at(reason, 'facts'), setting) }),
        ...(family !== undefined && FAMILIES.has(family) && { family: family as Family }),
      },
    ];
  });
}

/** More than any sentence names. */
const MOST_FACTS = 20;

/** What the words name, where an operator says it apart (an extension of ours). */
function factsIn(said: unknown, setting: Setting): WordFacts | undefined {
  if (!isObject(said)) return undefined;
  const facts = Object.keys(said).slice(0, MOST_FACTS).flatMap((name): [string, WordFacts[string]][] => {
    const fact = factIn(said, name, setting);
    return fact === undefined ? [] : [[name, fact]];
  });
  return facts.length > 0 ? Object.fromEntries(facts) : undefined;
}

function factIn(said: TmfBody, name: string, { zone, currency }: Setting): WordFacts[string] | undefined {
  const value = at(said, name);
  if (Array.isArray(value)) return value.slice(0, MOST_FACTS).flatMap((one: unknown) => text({ one }, 'one') ?? []);
  if (isObject(value)) return money(currency, said, name);
  if (typeof value === 'number') return number(said, name);
  const words = text(said, name);
  return words !== undefined && INSTANT.test(words) ? (day(zone, said, name) ?? words) : words;
}

const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** A system that names no remedy may still propose something else. */
function wayOf(remedy: unknown, setting: Setting, [other]: readonly { id: string; name: string }[]): Way {
  const kind = meaningOf(WAYS, text(remedy, 'action'));
  if (!isObject(remedy) || kind === undefined) return other ? { kind: 'choose', offer: other } : { kind: 'none' };
  const named = (name: string) => nameIn(at(remedy, name));
  const choices = records(remedy, 'choices').flatMap((one) => nameIn(one) ?? []);
  return {
    kind,
    ...optional({
      offer: named('productOffering') ?? (kind === 'choose' ? other : undefined),
      product: named('product'),
      itemId: text(remedy, 'itemId'),
      on: day(setting.zone, remedy, 'date'),
      amount: money(setting.currency, remedy, 'amount'),
      choices: choices.length > 0 ? choices : undefined,
    }),
  };
}

function nameIn(value: unknown): { id: string; name: string } | undefined {
  const id = text(value, 'id');
  return id === undefined ? undefined : { id, name: text(value, 'name') ?? id };
}
