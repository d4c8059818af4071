import type { Charge } from '../../customer-bill/charge.ts';
import type { Plan } from '../../customer-bill/instalments.ts';
import type { Cycle } from '../../customer-bill/period.ts';
import { money, netOf } from '../../customer-bill/amounts.ts';
import type { Resource } from '../../store/store.ts';
import { type Dice, idOf } from '../../world/random.ts';
import { addMonths } from '../../world/products.ts';
import { dayIn, iso } from '../../world/zone.ts';

/** What can make a bill differ from the one before; `stays` makes no difference. */
export type PairCause =
  | 'stays' | 'new-service' | 'ended-service' | 'plan-change' | 'proration-in' | 'proration-out' | 'one-off' | 'instalment-start' | 'instalment-end' | 'promotion-start' | 'promotion-end'
  | 'price-change' | 'allowance-exceeded' | 'roaming-premium' | 'usage' | 'late-fee' | 'credit' | 'service-level-credit' | 'dispute' | 'tax-change' | 'moved-account';

/** Something that happened to an account between two bills, or went on: one cause, and all the records that tell of it. */
export interface Strand {
  cause: PairCause;
  products: Resource[];
  /** Products that came from, or went to, another account: from when, until when they are billed here. */
  here?: { from?: number; until?: number };
  plans?: Plan[];
  /** Of another account whose charges stand on this one's bill: from bills made then on, or until then. */
  joined?: { account: { id: string; name: string }; from?: number; until?: number };
  /** What was run up beside prices; ids tell them apart. */
  before?: Charge[];
  after?: Charge[];
}

/** Two months of one account. */
export interface Scene {
  label: string;
  dice: Dice;
  before: Cycle;
  after: Cycle;
  account: string;
  /** Prices are agreed without tax, as between companies. */
  isNet: boolean;
}

export interface Told {
  monthly: number;
  rate?: number;
  startedAt?: number;
  endedAt?: number;
  more?: Record<string, unknown>;
  prices?: readonly { monthly: number; rate?: number; from?: number; until?: number }[];
  alteration?: { off: number; from: number; until: number };
}

export const VAT = 19;
const NAMES = ['Mobile L', 'Home 250', 'TV Plus', 'Office 250', 'Voice Trunk'] as const;

const time = ({ from, until }: { from?: number | undefined; until?: number | undefined }) => ({ ...(from !== undefined && { startDateTime: iso(from) }), ...(until !== undefined && { endDateTime: iso(until) }) });

/** Another account of the same customer. */
export const otherAccountOf = (label: string): string => idOf(`${label}/other account`);

/** Whose account it is. */
export const ownerOf = (label: string) => ({ id: idOf(`${label}/customer`), name: 'Somebody', role: 'owner', '@referredType': 'Individual' });

const agreed = ({ isNet }: Scene, gross: number, taxRate: number) => ({ ...(isNet ? { dutyFreeAmount: money(netOf(gross, taxRate)) } : { taxIncludedAmount: money(gross) }), taxRate });

/** A product as TMF637 has it; since years ago unless told. */
export function aProduct(scene: Scene, { monthly, rate = VAT, startedAt = dayIn(scene.before.month - 30), endedAt, more, prices, alteration }: Told): Resource {
  const { label, dice, account } = scene;
  const id = idOf(`${label}/product/${dice.next()}`);
  const all = prices ?? [{ monthly, rate }];
  const alterations = alteration && [{ name: 'Loyalty discount', priceType: 'discount', price: agreed(scene, -alteration.off, rate), validFor: time(alteration) }];
  return {
    id,
    name: dice.pick(NAMES),
    status: endedAt === undefined ? 'active' : 'terminated',
    startDate: iso(startedAt),
    ...(endedAt !== undefined && { terminationDate: iso(endedAt) }),
    billingAccount: { id: account },
    relatedParty: [ownerOf(label)],
    productCharacteristic: [{ name: 'identifier', value: `+49 15 ${dice.digits(6)}` }],
    productPrice: all.map(({ monthly: gross, rate: own = rate, from, until }, at) => ({
      name: 'Monthly price', priceType: 'recurring', recurringChargePeriod: 'month', price: agreed(scene, gross, own),
      ...((from ?? until) !== undefined && { validFor: time({ from: from ?? startedAt, until }) }),
      ...(at === all.length - 1 && alterations && { productPriceAlteration: alterations }),
    })),
    ...more,
  };
}

/** Of a device that is paid in parts. */
export const inParts = (startedAt: number, months: number) => ({
  productTerm: [{ name: 'Instalments', duration: { amount: months, units: 'month' }, validFor: { startDateTime: iso(startedAt), endDateTime: iso(addMonths(startedAt, months)) } }],
});

/** A local midnight inside a month: neither its first day nor its last. */
export const within = (dice: Dice, { month, days }: Cycle): number => dayIn(month, dice.between(2, days - 1));
export const price = (dice: Dice): number => dice.between(300, 9000);
