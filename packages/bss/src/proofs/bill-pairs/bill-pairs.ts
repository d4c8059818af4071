import { sum, taxOn } from '../../customer-bill/amounts.ts';
import type { Charge } from '../../customer-bill/charge.ts';
import { compose, type ComposedBill } from '../../customer-bill/compose.ts';
import { billBody, billNumber, lineBilling, rateBody } from '../../customer-bill/documents.ts';
import { billedWith } from '../../customer-bill/joined.ts';
import { type Cycle, cycleOf } from '../../customer-bill/period.ts';
import type { Subscription } from '../../customer-bill/standing.ts';
import { subscriptionOf } from '../../customer-bill/subscriptions.ts';
import type { Resource } from '../../store/store.ts';
import { Dice, idOf } from '../../world/random.ts';
import { dayIn } from '../../world/zone.ts';
import { MAKERS } from './strands.ts';
import { otherAccountOf, ownerOf, type PairCause, type Scene, type Strand } from './story.ts';

export type { PairCause } from './story.ts';

/** One bill as TMF678 has it, with its lines. */
export interface PairSide {
  bill: Resource;
  rates: Resource[];
}

/** Two consecutive bills of one account that the bill run composed, all that explains them, and what is to be found. */
export interface BillPair {
  seed: number;
  account: Resource;
  /** TMF666. Other accounts whose charges stand, or stood, on its bill. */
  joined: Resource[];
  /** Ids of all accounts of whoever it belongs to: what was moved is on another. */
  accountIds: readonly string[];
  before: PairSide;
  after: PairSide;
  /** TMF637. Those of the account, and those that left it. */
  products: Resource[];
  /** Cents by cause, tax included, as they came about; `rounding` is what tax once a rate makes beyond the lines' own, where prices are agreed without it. Causes that came to nothing are left out. */
  expected: Partial<Record<Exclude<PairCause, 'stays'> | 'rounding', number>>;
  /** The newer bill less the older one: what the causes add up to. */
  difference: number;
}

/** The first of these months is the earliest that any pair lies in. */
const [FIRST_MONTH, MONTHS] = [2024 * 12, 30];
const NO_TERMS = { once: 0, off: 0, months: 0 };

/** Products as the bill run reads them; those that were moved are billed here for their time alone. */
function subscriptionsOf({ products, here }: Strand): Subscription[] {
  return products.map((product) => {
    const read = subscriptionOf(product, NO_TERMS);
    return { ...read, startedAt: Math.max(read.startedAt, here?.from ?? 0), ...(here?.until !== undefined && { endedAt: here.until }) };
  });
}

function composed(strands: readonly Strand[], cycle: Cycle, side: 'before' | 'after'): ComposedBill {
  const matterOf = (some: readonly Strand[]) => ({
    fees: [], billed: new Set<string>(),
    subscriptions: some.flatMap(subscriptionsOf),
    plans: some.flatMap(({ plans = [] }) => plans),
    unbilled: some.flatMap((strand) => strand[side] ?? []),
  });
  const joined = strands.flatMap((strand) => (strand.joined && holdsAt(strand.joined, cycle.to) ? [{ ...matterOf([strand]), account: strand.joined.account }] : []));
  return compose({ ...matterOf(strands.filter((strand) => !strand.joined)), joined, cycle, until: cycle.to });
}

const holdsAt = ({ from = 0, until = Infinity }: NonNullable<Strand['joined']>, moment: number): boolean => from <= moment && moment < until;

/** Accounts whose charges stand on this one's bill, as TMF666 says so. */
const joinedAccounts = (strands: readonly Strand[], holder: string, owner: object): Resource[] =>
  strands.flatMap(({ joined }) => (joined ? [{ ...joined.account, relatedParty: [owner], accountRelationship: [billedWith({ id: holder, name: 'Home' }, { from: joined.from ?? dayIn(FIRST_MONTH), until: joined.until ?? Infinity })] }] : []));

const grossOf = ({ net, rate, tax = taxOn(net, rate) }: Charge): number => net + tax;

/** Which strand a line is of. */
function strandsBy(strands: readonly Strand[]): (charge: Charge) => Strand | undefined {
  const byId = new Map(strands.flatMap((strand) => [...(strand.before ?? []), ...(strand.after ?? [])].map(({ id }) => [id, strand] as const)));
  const byProduct = new Map(strands.flatMap((strand) => strand.products.map(({ id }) => [id, strand] as const)));
  return ({ id, line, name }) => (id === undefined ? undefined : byId.get(id)) ?? byProduct.get(line?.id ?? '') ?? strands.find(({ plans = [] }) => plans.some((plan) => name.startsWith(plan.name)));
}

function expectedOf(strands: readonly Strand[], before: ComposedBill, after: ComposedBill): BillPair['expected'] {
  const strandOf = strandsBy(strands);
  const found = new Map<string, number>();
  const add = (cause: string, amount: number) => found.set(cause, (found.get(cause) ?? 0) + amount);
  for (const [bill, sign] of [[after, 1], [before, -1]] as const) {
    for (const charge of bill.charges) add(strandOf(charge)?.cause ?? 'unknown', sign * grossOf(charge));
    add('rounding', sign * (bill.totals.total - sum(bill.charges.map(grossOf))));
  }
  if (found.get('stays')) throw new RangeError('What stays as it is makes no difference');
  return Object.fromEntries([...found].filter(([, amount]) => amount !== 0));
}

function sideOf({ label, account }: Scene, cycle: Cycle, { charges, totals }: ComposedBill): PairSide {
  const id = idOf(`${label}/bill/${cycle.name}`);
  const reference = { id: account, name: 'Home', '@referredType': 'BillingAccount' };
  const customer = { ...ownerOf(label), role: 'customer' };
  const plan = { id, number: billNumber(cycle, account), cycle, runType: 'onCycle' as const, state: 'sent', paid: 0, billedAt: cycle.to, billingAccount: reference, customer };
  return { bill: billBody(plan, totals), rates: charges.map((charge, at) => rateBody(charge, charge.id ?? idOf(`${id}/${at}`), lineBilling(charge, id))) };
}

/** Made up from a number alone, and always the same: one to six things that happened, beside one that stays. */
export function billPair(seed: number): BillPair {
  const label = `pair/${seed}`;
  const dice = new Dice(label);
  const month = FIRST_MONTH + dice.between(1, MONTHS);
  const scene: Scene = { label, dice, before: cycleOf(month - 1), after: cycleOf(month), account: idOf(`${label}/account`), isNet: new Dice(`${label}/net`).chance(0.25) };
  // Each cause has its turn, whatever the dice say of the others.
  const makers = [MAKERS[0], MAKERS[seed % MAKERS.length], ...Array.from({ length: dice.between(0, 5) }, () => dice.pick(MAKERS))];
  const strands = makers.flatMap((make) => make?.(scene) ?? []);
  const [before, after] = [composed(strands, scene.before, 'before'), composed(strands, scene.after, 'after')];
  return {
    seed,
    account: { id: scene.account, name: 'Home', relatedParty: [ownerOf(label)] },
    joined: joinedAccounts(strands, scene.account, ownerOf(label)),
    accountIds: [scene.account, otherAccountOf(label), ...strands.flatMap(({ joined }) => joined?.account.id ?? [])],
    before: sideOf(scene, scene.before, before),
    after: sideOf(scene, scene.after, after),
    products: strands.flatMap(({ products }) => products),
    expected: expectedOf(strands, before, after),
    difference: after.totals.total - before.totals.total,
  };
}
