import { numberOf, sayable } from '../catalogue/read.ts';
import { text } from '../simulator/course.ts';
import type { JsonObject } from '../surface/body.ts';
import { possibleActions } from './actions.ts';
import { admits, type Allowed, defaultsOf, isRange, type Trait } from './characteristic.ts';
import { allParts, type Configured, type ConfiguredPart } from './configured.ts';
import { meets } from './pattern.ts';

/** Every reason for which a configuration is rejected. Stable, as others translate and count by them. */
export const FAULTS = [
  'actionNotPossible',
  'characteristicFixed',
  'characteristicUnknown',
  'groupNotFilled',
  'groupTooFull',
  'offeringNotForSale',
  'partUnknown',
  'patternNotMet',
  'quantityInvalid',
  'termUnknown',
  'tooFewOfPart',
  'tooManyOfPart',
  'tooManyValues',
  'valueMissing',
  'valueNotAllowed',
] as const;

export type FaultCode = (typeof FAULTS)[number];

export interface Fault {
  code: FaultCode;
  label: string;
  /** What makes it right, in plain words. */
  remedy: string;
}

const fault = (code: FaultCode, label: string, remedy: string): Fault => ({ code, label, remedy });

export const stateReasonOf = ({ code, label, remedy }: Fault): JsonObject => ({ '@type': 'StateReason', code, label, remedy: { action: 'change', label: remedy } });

function inWords(allowed: Allowed): string {
  const unit = allowed.unit === undefined ? '' : ` ${allowed.unit}`;
  if (isRange(allowed)) return `${allowed.from ?? 'anything'} to ${allowed.to ?? 'anything'}${unit}`;
  return `${sayable(allowed.value) ?? 'a value'}${unit}`;
}

const listOf = (allowed: readonly Allowed[]): string => allowed.map(inWords).join(', ');
const shown = (value: unknown): string => sayable(value) ?? 'This value';

function hasType({ valueType }: Trait, value: unknown): boolean {
  if (/^(integer|number|decimal|float)/i.test(valueType)) return numberOf(value) !== undefined;
  if (/^bool/i.test(valueType)) return typeof value === 'boolean' || value === 'true' || value === 'false';
  return true;
}

/** A pattern that cannot be read is no reason for a no. */
function breaksPattern({ pattern }: Trait, value: unknown): boolean {
  const said = sayable(value);
  return pattern !== undefined && (said === undefined || meets(pattern, said) === false);
}

/** Is this one value in order by itself? */
export function valueFault(trait: Trait, value: unknown): Fault | undefined {
  const { name, allowed, pattern } = trait;
  const named = allowed.filter((one) => isRange(one) || one.value !== undefined);
  if (!hasType(trait, value)) return fault('valueNotAllowed', `${shown(value)} is no ${trait.valueType}, which ${name} must be.`, `Give ${name} as ${trait.valueType}.`);
  if (named.length > 0 && !named.some((one) => admits(one, value))) {
    return fault('valueNotAllowed', `${name} cannot be ${shown(value)}.`, `Choose ${listOf(named)}.`);
  }
  if (breaksPattern(trait, value)) return fault('patternNotMet', `${name} cannot be ${shown(value)}.`, `It must look like ${pattern}.`);
  const own = allowed.find((one) => one.value === undefined && one.pattern !== undefined);
  if (own?.pattern !== undefined && breaksPattern({ ...trait, pattern: own.pattern }, value)) {
    return fault('patternNotMet', `${name} cannot be ${shown(value)}.`, `It must look like ${own.pattern}.`);
  }
  return undefined;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((value, at) => sayable(value) === sayable(b[at]));

function traitFaults(trait: Trait, chosen: readonly unknown[]): Fault[] {
  const { name, least, most, isConfigurable } = trait;
  if (!isConfigurable) {
    const set = defaultsOf(trait);
    return set.length === 0 || isSame(set, chosen) ? [] : [fault('characteristicFixed', `${name} is set and cannot be chosen.`, `Leave it at ${set.map(shown).join(', ')}.`)];
  }
  const few = `Choose ${listOf(trait.allowed) || `a value for ${name}`}.`;
  return [
    ...chosen.flatMap((value) => valueFault(trait, value) ?? []),
    ...(chosen.length < least ? [fault('valueMissing', `${name} has not been chosen.`, few)] : []),
    ...(chosen.length > most ? [fault('tooManyValues', `${name} takes ${most} of these, not ${chosen.length}.`, `Choose ${most}.`)] : []),
  ];
}

function partFaults({ share: { name, least, most }, count, inside }: ConfiguredPart): Fault[] {
  const range = least === most ? `exactly ${least}` : `${least} to ${most}`;
  const counted = [
    ...(count < least ? [fault('tooFewOfPart', `It takes ${range} of ${name}, not ${count}.`, `Take ${least} of ${name}.`)] : []),
    ...(count > most ? [fault('tooManyOfPart', `It takes ${range} of ${name}, not ${count}.`, most === 0 ? `Leave ${name} out.` : `Take ${most} of ${name}.`)] : []),
  ];
  if (count === 0 || !inside) return counted;
  const gone = inside.obstacle && inside.obstacle.kind !== 'notAlone' ? [fault('offeringNotForSale', `${name} cannot be bought now.`, `Leave ${name} out.`)] : [];
  return [...counted, ...gone, ...innerFaults(inside)];
}

function groupFaults({ groups }: Configured): Fault[] {
  return groups.flatMap(({ group: { name, least, most }, parts }) => {
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    if (count < least) return [fault('groupNotFilled', `${name} takes at least ${least}, not ${count}.`, `Choose ${least - count} more of ${parts.map(({ share }) => share.name).join(', ')}.`)];
    return count > most ? [fault('groupTooFull', `${name} takes at most ${most}, not ${count}.`, `Leave out ${count - most}.`)] : [];
  });
}

function unknownFaults(configured: Configured): Fault[] {
  const { choice, traits, offering } = configured;
  const names = new Set(traits.map(({ name }) => name));
  const parts = new Set(allParts(configured).map(({ share }) => share.id));
  return [
    ...[...choice.named].filter((name) => !names.has(name)).map((name) => fault('characteristicUnknown', `${offering.name} has no ${name}.`, `Leave ${name} out.`)),
    ...[...choice.parts].filter(([id, { quantity = 1 }]) => quantity > 0 && !parts.has(id)).map(([id]) => fault('partUnknown', `"${id}" is no part of ${offering.name}.`, 'Leave it out, or order it by itself.')),
  ];
}

function termFaults({ terms, choice }: Configured): Fault[] {
  const names = terms.flatMap(({ name }) => text(name) ?? []);
  if (choice.term === undefined || names.includes(choice.term)) return [];
  return [fault('termUnknown', `There is no term "${choice.term}".`, names.length > 0 ? `Choose ${names.join(' or ')}.` : 'Leave the term out.')];
}

function innerFaults(configured: Configured): Fault[] {
  const { traits, values } = configured;
  return [
    ...unknownFaults(configured),
    ...traits.flatMap((trait) => traitFaults(trait, values.get(trait.name) ?? [])),
    ...termFaults(configured),
    ...allParts(configured).flatMap(partFaults),
    ...groupFaults(configured),
  ];
}

const SALE_WORDS = { retired: 'is no longer sold', noLonger: 'is no longer sold', notYet: 'is not sold yet', notAlone: 'is not sold by itself', notReady: 'is still being prepared' } as const;

function saleFaults({ obstacle, offering, existing }: Configured): Fault[] {
  // What is owned may be changed however old it is.
  if (!obstacle || existing) return [];
  const other = 'successor' in obstacle ? obstacle.successor : 'bundles' in obstacle ? obstacle.bundles[0] : undefined;
  return [fault('offeringNotForSale', `${offering.name} ${SALE_WORDS[obstacle.kind]}.`, other ? `Choose ${other.name} instead.` : 'Choose another offer.')];
}

/** Everything that is wrong with a configuration; none when it can be ordered as it is. */
export function faultsOf(configured: Configured, now: number): Fault[] {
  const { choice, existing, quantity } = configured;
  const actions = possibleActions(existing, now).map(({ action }) => action);
  return [
    ...saleFaults(configured),
    ...(Number.isInteger(quantity) && quantity > 0 ? [] : [fault('quantityInvalid', `${quantity} is no number of pieces.`, 'Take 1 or more.')]),
    ...(choice.action === undefined || actions.includes(choice.action) ? [] : [fault('actionNotPossible', `"${choice.action}" is not possible here.`, `Choose ${actions.join(' or ')}.`)]),
    ...innerFaults(configured),
  ];
}
