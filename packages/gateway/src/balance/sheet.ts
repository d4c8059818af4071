import type { AccountBalance, BalanceSheet, Gap } from '@faceplate/contracts';
import { allFigures, figuresOf, money } from '@faceplate/domain';
import { accountOf } from '../accounts/accounts.adapter.ts';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach, unreadable } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { isUnreadable, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { originOf } from '../upstream/origin.ts';
import type { TmfBody } from '../upstream/types.ts';
import { readUnbilled, type Unbilled } from '../usage/unbilled.ts';
import { type OpenBills, readOpenBills } from './open-bills.ts';
import { readUnderWay, type UnderWay } from './under-way.ts';

/** All that an account's figures are made of. `unbilled` is missing where it cannot be asked for. */
interface Known {
  bills: OpenBills;
  unbilled: Unbilled | undefined;
  underWay: UnderWay;
}

/**
 * The six figures of every account. An account of which anything that would be in its sum is not known stands in no
 * row and no total, and `gaps` says what is missing. Without payments' systems figures are whole all the same: what is
 * on its way counts as due then, which `gaps` says, too.
 */
export async function balanceSheet(call: Call): Promise<BalanceSheet> {
  const backend = accountsBackend(call);
  const setting = settingOf(call);
  const [found, bills, unbilled, underWay] = await Promise.all([backend.accounts(), readOpenBills(call), orGap('TMF678', readUnbilled(call)), readUnderWay(call)]);
  const known = { bills, unbilled: unbilled.value, underWay };
  let left = 0;
  const read = readEach('TMF666', found, (body) => {
    const rows = isKnown(body, known) ? balancesOf(body, known, accountOf(body, setting, backend.origin), setting.today) : undefined;
    if (!rows) left += 1;
    return rows;
  });
  const accounts = read.items.flat();
  const said = [...read.gaps, ...bills.gaps, ...unbilled.gaps, ...(unbilled.value?.gaps ?? []), ...underWay.gaps];
  // More than can be added up is no answer of a billing system's.
  const totals = readOne(call.tmf('TMF678').origin, () => totalsOf(accounts));
  return { accounts, totals, gaps: onceASource(left > 0 && said.length === 0 ? [unreadable('TMF678', left)] : said) };
}

/** Several systems are called the same by customers: what is missing of them is said once. */
const onceASource = (gaps: readonly Gap[]): Gap[] => [...new Map(gaps.map((gap) => [`${gap.source} ${gap.reason}`, gap])).values()];

/** The account's own word for what it has run up, for systems that keep no open charges. */
const keepsUnbilled = (body: TmfBody): boolean => records(body, 'accountBalance').some((one) => text(one, 'balanceType') === 'unbilled');

function isKnown(body: TmfBody, { bills, unbilled }: Known): boolean {
  const id = text(body, 'id') ?? '';
  if (!bills.isWhole(id, originOf(body))) return false;
  return unbilled ? unbilled.isWhole(id) : keepsUnbilled(body);
}

/** An account stands once for each currency in which anything of it is open, and at least once. */
function balancesOf(body: TmfBody, known: Known, account: ReturnType<typeof accountOf>, today: string): AccountBalance[] | undefined {
  const { bills, unbilled, underWay } = known;
  const { id, name, balances, currency: own } = account;
  const open = bills.bills.filter(({ accountId }) => accountId === id);
  const runUp = unbilled?.of(id) ?? [];
  const totals = runUp.length > 0 ? runUp.map(({ total }) => total) : [balances.unbilled];
  const worth = [...open.map(({ remaining }) => remaining), ...[...totals, balances.credit].filter(({ amount }) => amount !== 0)];
  const itself = underWay.paysItself(id, text(body, 'defaultPaymentMethod', 'id'));
  const standing = (currency: string) => ({
    currency,
    today,
    bills: open.filter(({ remaining }) => remaining.currency === currency).map((bill) => ({ ...bill, automatic: itself && !underWay.hasFailed(bill.id, bill.due) })),
    underWay: underWay.to(id, currency),
    credit: balances.credit.currency === currency ? balances.credit : money(0, currency),
    unbilled: totals.find((total) => total.currency === currency) ?? money(0, currency),
  });
  try {
    const currencies = [...new Set([...worth.map(({ currency }) => currency), ...(worth.length === 0 ? [own] : [])])].toSorted();
    return currencies.map((currency) => ({ account: { id, name }, origin: bills.originOf(id) ?? account.origin, ...figuresOf(standing(currency)) }));
  } catch (error) {
    // More than can be added is no amount.
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}

const totalsOf = (accounts: readonly AccountBalance[]): BalanceSheet['totals'] =>
  [...Map.groupBy(accounts, ({ position }) => position.currency)]
    .map(([currency, some]) => ({ currency, ...allFigures(some, currency) }))
    .toSorted((one, other) => other.position.amount - one.position.amount || one.currency.localeCompare(other.currency));
