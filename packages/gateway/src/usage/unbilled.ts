import type { Charge, Gap, Money, Tax } from '@faceplate/contracts';
import { add, subtract, sum, taxOn } from '@faceplate/domain';
import { chargeOf } from '../bills/charge.adapter.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { byAccount, type OwnRows, ownRows, type Scope } from '../tmf/owned.ts';
import { characteristic, isUnreadable, records, text } from '../tmf/read.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A large company's month. */
const MOST_RATES = 10_000;

/** What accounts have run up since their last bills (TMF678, `isBilled=false`). */
export interface Unbilled {
  /** Of one account, currency by currency; none where nothing has been run up. */
  of(accountId: string): RunUp[];
  /** Whether what is known of an account is all there is. */
  isWhole(accountId: string): boolean;
  gaps: Gap[];
}

/** Charges of one currency; their taxes as a bill would have them: of prices agreed with tax in them their own, of the rest once a rate on the sum of its lines. */
export interface RunUp {
  charges: Charge[];
  net: Money;
  taxes: Tax[];
  total: Money;
}

export async function readUnbilled(call: Call, scope: Scope = byAccount(call)): Promise<Unbilled> {
  const found = await ownRows(call, 'TMF678', 'appliedCustomerBillingRate', scope, { query: { isBilled: false }, limit: MOST_RATES });
  return unbilledIn(found, settingOf(call));
}

/** Servers that heed no filter give what is billed, too. Credits that have settled a bill already are on no further one. */
const isWaiting = (row: TmfBody): boolean =>
  ['false', false].includes(row['isBilled'] as string | boolean) && characteristic(records(row, 'characteristic'), 'settled') === undefined;

const accountIn = (row: TmfBody): string | undefined => text(row, 'billingAccount', 'id');

function unbilledIn(found: OwnRows, setting: Setting): Unbilled {
  const broken = new Set<string | undefined>();
  const { items, gaps } = readEach('TMF678', { ...found, rows: found.rows.filter(isWaiting) }, (row) => {
    const accountId = accountIn(row);
    try {
      return { accountId: accountId ?? '', charge: chargeOf(row, setting) };
    } catch (error) {
      broken.add(accountId);
      throw error;
    }
  });
  const runUp = new Map([...Map.groupBy(items, ({ accountId }) => accountId)].map(([accountId, all]) => [accountId, runUpOf(all.map(({ charge }) => charge))]));
  for (const [accountId, sums] of runUp) if (!sums) broken.add(accountId);
  const doubtful = found.unreadable > 0 || found.partial || broken.has(undefined);
  return { of: (accountId) => runUp.get(accountId) ?? [], isWhole: (accountId) => !doubtful && !broken.has(accountId), gaps };
}

/** `undefined` where the amounts cannot be reckoned with: a tax rate that is none, more than can be added. */
function runUpOf(charges: readonly Charge[]): RunUp[] | undefined {
  try {
    return [...Map.groupBy(charges, ({ net }) => net.currency)].map(([currency, some]) => totalsOf(some, currency));
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}

const hasOwnTax = ({ gross, taxIncluded = false }: Charge): boolean => taxIncluded && gross !== undefined;

export function totalsOf(charges: readonly Charge[], currency: string): RunUp {
  const netsOf = (some: readonly Charge[]) => sum(some.map(({ net }) => net), currency);
  const ownTaxes = (some: readonly Charge[]) => sum(some.filter(hasOwnTax).map(({ net, gross = net }) => subtract(gross, net)), currency);
  const taxes = [...Map.groupBy(charges, ({ taxRate }) => taxRate)]
    .map(([rate, some]) => ({ name: 'VAT', rate, amount: add(ownTaxes(some), taxOn(netsOf(some.filter((one) => !hasOwnTax(one))), rate)) }))
    .filter(({ rate, amount }) => rate > 0 || amount.amount !== 0);
  const net = netsOf(charges);
  return { charges: [...charges], net, taxes, total: add(net, sum(taxes.map(({ amount }) => amount), currency)) };
}

/** What some charges of a bill come to with tax: the whole less the rest, so that the two add up. */
export const partOf = (all: RunUp, picks: (charge: Charge) => boolean): Money =>
  subtract(all.total, totalsOf(all.charges.filter((charge) => !picks(charge)), all.net.currency).total);
