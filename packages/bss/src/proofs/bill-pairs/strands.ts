import { netOf } from '../../customer-bill/amounts.ts';
import type { Charge, ReasonKind } from '../../customer-bill/charge.ts';
import { lateFee } from '../../customer-bill/late-fee.ts';
import { lineOf } from '../../customer-bill/line.ts';
import type { Cycle } from '../../customer-bill/period.ts';
import { TARIFFS, usageCharge } from '../../usage/tariffs.ts';
import { idOf } from '../../world/random.ts';
import { dayIn, iso } from '../../world/zone.ts';
import { aProduct, inParts, otherAccountOf, price, type PairCause, type Scene, type Strand, type Told, VAT, within } from './story.ts';

type Make = (scene: Scene) => Strand;

const product = (cause: PairCause, told: (scene: Scene) => Told): Make => (scene) => ({ cause, products: [aProduct(scene, told(scene))] });
const half = (scene: Scene): boolean => scene.dice.chance(0.5);

/** A moment in one of the two months, at which something may begin or end: the first day of the newer one among them. */
const turn = ({ dice, before, after }: Scene): number => dice.pick([within(dice, before), after.from, within(dice, after)]);

const replaced: Make = (scene) => {
  const on = scene.dice.pick([scene.after.from, within(scene.dice, scene.after)]);
  const old = aProduct(scene, { monthly: price(scene.dice), endedAt: on });
  const more = { productRelationship: [{ relationshipType: 'replaces', product: { id: old.id } }] };
  return { cause: 'plan-change', products: [old, aProduct(scene, { monthly: price(scene.dice), startedAt: on, more })] };
};

const repriced = product('price-change', (scene) => {
  const [on, monthly] = [turn(scene), price(scene.dice)];
  return { monthly, prices: [{ monthly, until: on }, { monthly: monthly + scene.dice.between(50, 500) * (half(scene) ? 1 : -0.5), from: on }].map((one) => ({ ...one, monthly: Math.round(one.monthly) })) };
});

/** The same price before tax: what differs is the tax. */
const retaxed = product('tax-change', ({ dice, after }) => {
  const monthly = price(dice);
  const rate = dice.pick([7, 16, 21]);
  return { monthly, prices: [{ monthly, until: after.from }, { monthly: Math.round((netOf(monthly) * (100 + rate)) / 100), rate, from: after.from }] };
});

const moved: Make = (scene) => {
  const on = scene.after.from;
  const [here, there] = [scene.account, otherAccountOf(scene.label)];
  const comes = half(scene);
  const told = (from: string) => [{ name: 'movedFrom', value: from }, { name: 'movedOn', value: iso(on) }];
  const more = { billingAccount: { id: comes ? here : there }, productCharacteristic: told(comes ? there : here) };
  return { cause: 'moved-account', products: [aProduct(scene, { monthly: price(scene.dice), more })], here: comes ? { from: on } : { until: on } };
};

/** Charges of another account of the customer's: they come onto the bill, leave it, or stand on both. */
const joinedBy = (cause: 'moved-account' | 'stays'): Make => (scene) => {
  const { label, dice, after } = scene;
  const account = { id: idOf(`${label}/joined/${dice.next()}`), name: 'Mobile' };
  const comes = half(scene);
  const more = { billingAccount: { id: account.id } };
  const days = cause === 'stays' ? {} : comes ? { from: after.to } : { until: after.to };
  const fee = { ...lateFee(within(dice, comes ? after : scene.before), idOf(`${label}/late bill of ${account.id}`)), id: idOf(`${label}/late/${dice.next()}`) };
  const fees = cause === 'stays' || half(scene) ? {} : { [comes ? 'after' : 'before']: [fee] };
  return { cause, products: [aProduct(scene, { monthly: price(dice), more })], joined: { account, ...days }, ...fees };
};

/** A line of its own, on a product that stays as it is, on one of the bills or with two amounts on both. */
function beside(cause: PairCause, charge: (scene: Scene, cycle: Cycle) => Omit<Charge, 'id' | 'at'> | undefined): Make {
  return (scene) => {
    const stays = aProduct(scene, { monthly: price(scene.dice) });
    const on = (cycle: Cycle): Charge[] => {
      const made = charge(scene, cycle);
      if (!made) return [];
      return [{ at: within(scene.dice, cycle), ...made, line: lineOf(stays), id: idOf(`${scene.label}/charge/${scene.dice.next()}`) }];
    };
    return { cause, products: [stays], before: on(scene.before), after: on(scene.after) };
  };
}

const MOBILE = TARIFFS.mobile;
const use = (cause: PairCause, tariff: (typeof MOBILE)[number], most: number, included?: number): Make =>
  beside(cause, ({ dice }, { from, to }) => (dice.chance(0.2) ? undefined : { ...usageCharge(tariff, dice.between(1, most)), from, to, ...(included !== undefined && { included }) }));

const credited = (cause: PairCause, name: string, reasonKind: ReasonKind): Make =>
  beside(cause, ({ dice }) => (dice.chance(0.4) ? undefined : { kind: 'credit', name, net: -dice.between(50, 150), rate: VAT, reasonKind, reason: idOf(`reason/${dice.next()}`) }));

/** Of nothing that the customer has: it stands on the account. */
const late: Make = ({ label, after, dice }) => ({ cause: 'late-fee', products: [], after: [{ ...lateFee(within(dice, after), idOf(`${label}/late bill`)), id: idOf(`${label}/late/${dice.next()}`) }] });

const planned: Make = ({ label, dice, before, after }) => {
  const payments = dice.between(2, 12);
  const starts = dice.chance(0.5);
  const first = starts ? after.month : before.month - payments + 1;
  const key = idOf(`${label}/plan/${dice.next()}`);
  return { cause: starts ? 'instalment-start' : 'instalment-end', products: [], plans: [{ key, name: `Payment plan ${key}`, total: dice.between(1000, 90_000), payments, first }] };
};

const device = (cause: 'instalment-start' | 'instalment-end', started: (scene: Scene) => number): Make => product(cause, (scene) => {
  const startedAt = started(scene);
  return { monthly: price(scene.dice), startedAt, more: inParts(startedAt, 24) };
});

/** Every cause there is, each with the ways in which it can come about. */
export const MAKERS: readonly Make[] = [
  product('stays', ({ dice }) => ({ monthly: price(dice) })),
  product('new-service', ({ dice, after }) => ({ monthly: price(dice), startedAt: dice.pick([after.from, within(dice, after)]) })),
  product('ended-service', ({ dice, before, after }) => ({ monthly: price(dice), endedAt: dice.pick([within(dice, before), after.from]) })),
  product('proration-in', ({ dice, before }) => ({ monthly: price(dice), startedAt: within(dice, before) })),
  product('proration-out', ({ dice, after }) => ({ monthly: price(dice), endedAt: within(dice, after) })),
  product('promotion-start', (scene) => ({ monthly: 2999, alteration: { off: scene.dice.between(100, 1500), from: turn(scene), until: dayIn(scene.after.month + 6) } })),
  product('promotion-end', (scene) => ({ monthly: 2999, alteration: { off: scene.dice.between(100, 1500), from: dayIn(scene.before.month - 6), until: turn(scene) } })),
  device('instalment-start', ({ dice, after }) => within(dice, after)),
  device('instalment-end', ({ dice, before }) => dayIn(before.month - 23, dice.between(1, 28))),
  replaced,
  repriced,
  retaxed,
  moved,
  joinedBy('moved-account'),
  joinedBy('stays'),
  late,
  planned,
  use('usage', MOBILE[1], 200),
  use('roaming-premium', MOBILE[0], 25),
  use('allowance-exceeded', MOBILE[2], 15, 25),
  beside('one-off', ({ dice }) => (dice.chance(0.3) ? undefined : { kind: 'one-off', name: 'Visit of a technician', net: dice.between(500, 9000), rate: VAT })),
  credited('credit', 'Thank you for your patience', 'ticket'),
  credited('service-level-credit', 'Credit for missed availability', 'service-level'),
  credited('dispute', 'Credit for your dispute', 'charge'),
];
