import { centsIn, fact, idIn, list, netWithin, rateOf, taxOf, total } from './cents.ts';
import type { Shard } from './shard.ts';
import type { Resource } from '../../store/store.ts';

/** A case that was looked at: what is wrong with it, or undefined. */
export type Case = string | undefined;

const differ = (what: string, is: bigint, should: bigint): Case => (is === should ? undefined : `${what}: ${is} instead of ${should} cents`);
const firstOf = (cases: readonly Case[]): Case => cases.find((one) => one !== undefined);

const netOf = (line: Resource): bigint => centsIn(line['taxExcludedAmount']);

/** Lines at a price that was agreed with tax in it. */
const isTaxIncluded = (line: Resource): boolean => fact(line, 'taxIncluded') === true;

/** The tax of each rate as a bill must have it: what prices with tax in them have beyond their nets; of all else once a rate. */
function taxesOf(lines: readonly Resource[]): Map<number, bigint> {
  const taxes = new Map<number, bigint>();
  for (const [rate, own] of Map.groupBy(lines, rateOf)) {
    const included = own.filter(isTaxIncluded).map((line) => centsIn(line['taxIncludedAmount']) - netOf(line));
    taxes.set(rate, total(included) + taxOf(total(own.filter((line) => !isTaxIncluded(line)).map(netOf)), rate));
  }
  return taxes;
}

/** Fewer lines than this are never rounded so far that a cent of theirs has to move. */
const MANY = 168;
const ROUNDED: readonly unknown[] = ['credit', 'discount'];

/** A price with tax in it is parted where its rate says, by days give or take a cent; what is taken off in part, or to the last cent, is the rest of something. */
const checkParted = (name: string, lines: readonly Resource[]): Case[] =>
  lines.filter((line) => isTaxIncluded(line) && !ROUNDED.includes(fact(line, 'chargeKind'))).map((line) => {
    const [net, should] = [netOf(line), netWithin(centsIn(line['taxIncludedAmount']), rateOf(line))];
    const isNear = net - should <= 1n && should - net <= 1n;
    const isPart = fact(line, 'daysCharged') !== undefined;
    return isNear && (isPart || lines.length >= MANY) ? undefined : differ(`${name}, net of ${line.id}`, net, should);
  });

/** No tax is a euro or more off what its rate makes of the sum: EN 16931 would not have it. */
const checkTolerance = (name: string, lines: readonly Resource[]): Case[] =>
  [...taxesOf(lines)].map(([rate, tax]) => {
    const off = tax - taxOf(total(lines.filter((line) => rateOf(line) === rate).map(netOf)), rate);
    return off < 100n && off > -100n ? undefined : `${name}: the tax at ${rate} % is ${off} cents off`;
  });

function checkBill(bill: Resource, lines: readonly Resource[]): Case {
  const name = `bill ${bill.id}`;
  if (lines.length === 0) return `${name} has no lines`;
  const [net, gross, remaining] = [bill['taxExcludedAmount'], bill['taxIncludedAmount'], bill['remainingAmount']].map(centsIn) as [bigint, bigint, bigint];
  const taxes = taxesOf(lines);
  const items = list(bill['taxItem']);
  const paid = total(list(bill['appliedPayment']).map(({ appliedAmount }) => centsIn(appliedAmount)));
  const state = remaining === 0n ? 'settled' : remaining < gross ? 'partiallyPaid' : 'sent';
  return firstOf([
    differ(`${name}, lines`, total(lines.map(netOf)), net),
    ...checkParted(name, lines),
    ...checkTolerance(name, lines),
    ...items.map((item) => differ(`${name}, tax at ${String(item['taxRate'])} %`, centsIn(item['taxAmount']), taxes.get(Number(item['taxRate'])) ?? -1n)),
    items.length === taxes.size ? undefined : `${name} names ${items.length} taxes of ${taxes.size}`,
    differ(`${name}, total`, net + total(taxes.values()), gross),
    differ(`${name}, due`, centsIn(bill['amountDue']), gross),
    differ(`${name}, remaining`, gross - paid, remaining),
    remaining >= 0n && gross >= 0n ? undefined : `${name} is below nothing`,
    bill['state'] === state ? undefined : `${name} is ${String(bill['state'])} with ${remaining} of ${gross} left`,
  ]);
}

/** Every bill is what its lines come to, and owes what has not been paid of it. */
export const checkBills = ({ bills, linesOf }: Shard): Case[] => bills.map((bill) => checkBill(bill, linesOf.get(bill.id) ?? []));

/** Every entry adds up to nothing by itself. */
export function checkEntries({ postings }: Shard): Case[] {
  const entries = Map.groupBy([...postings.values()].flat(), ({ entry }) => entry);
  return [...entries].map(([id, lines]) => (lines.length > 1 ? differ(`entry ${id}`, total(lines.map(({ amount }) => amount)), 0n) : `entry ${id} has one side`));
}

const balance = ({ postings }: Shard, name: string): bigint => total((postings.get(name) ?? []).map(({ amount }) => amount));

const isOpen = (rate: Resource): boolean => rate['isBilled'] === false && fact(rate, 'settled') === undefined;
const isTakenBack = (rate: Resource): boolean => rate['name'] === 'Payment taken back by your bank';
const isInstalment = (rate: Resource): boolean => fact(rate, 'deferred') === true && !isTakenBack(rate);

/** Cents of a payment that we still have. */
function kept(payment: Resource, refunds: readonly Resource[]): bigint {
  if (payment['status'] !== 'captured') return 0n;
  const given = refunds.filter((refund) => refund['status'] === 'done' && idIn(refund['payment']) === payment.id);
  return centsIn(payment['totalAmount']) - total(given.map(({ totalAmount }) => centsIn(totalAmount)));
}

/** What one account's documents say it should have in the ledger. */
function expected(shard: Shard, account: Resource): Record<string, bigint> {
  const own = (body: Resource) => idIn(body['billingAccount']) === account.id || idIn(body['account']) === account.id;
  const bills = shard.bills.filter(own);
  const lines = bills.flatMap(({ id }) => shard.linesOf.get(id) ?? []);
  const open = shard.rates.filter((rate) => own(rate) && isOpen(rate));
  const disputed = total(bills.map(({ disputedAmount }) => (disputedAmount === undefined ? 0n : centsIn(disputedAmount))));
  const applied = bills.flatMap(({ appliedPayment }) => list(appliedPayment));
  const byMoney = applied.filter(({ payment }) => (payment as Resource | undefined)?.['@referredType'] !== 'AppliedCustomerBillingRate');
  const takenBack = [...lines, ...open].filter(isTakenBack);
  const money = total(shard.payments.filter(own).map((payment) => kept(payment, shard.refunds)));
  const plan = lines.some(isInstalment) ? total(list(account['paymentPlan']).map(({ totalAmount }) => centsIn(totalAmount))) : 0n;
  return {
    receivable: total(bills.map(({ remainingAmount }) => centsIn(remainingAmount))) - disputed,
    dispute: disputed,
    unapplied: total(byMoney.map(({ appliedAmount }) => centsIn(appliedAmount))) - money - total(takenBack.map(netOf)),
    credits: total(open.filter((rate) => fact(rate, 'chargeKind') === 'credit').map(netOf)),
    deferred: plan - total(lines.filter(isInstalment).map(netOf)) + total(open.filter(isTakenBack).map(netOf)),
  };
}

const told = (account: Resource, type: string): bigint => {
  const found = list(account['accountBalance']).find(({ balanceType }) => balanceType === type);
  return found ? centsIn(found['amount']) : 0n;
};

/** The ledger holds of every account what its documents say, and the account says of itself what the ledger holds. */
export function checkAccounts(shard: Shard): Case[] {
  return shard.accounts.map((account) => {
    const should = expected(shard, account);
    const cases = Object.entries(should).map(([name, amount]) => differ(`${name}/${account.id}`, balance(shard, `${name}/${account.id}`), amount));
    const open = shard.rates.filter((rate) => isOpen(rate) && idIn(rate['billingAccount']) === account.id);
    const unbilled = total(open.map(netOf)) + total(taxesOf(open).values());
    return firstOf([
      ...cases,
      differ(`account ${account.id}, due`, told(account, 'due'), should['receivable'] ?? 0n),
      differ(`account ${account.id}, credit`, told(account, 'credit'), -(should['unapplied'] ?? 0n)),
      differ(`account ${account.id}, unbilled`, told(account, 'unbilled'), unbilled),
    ]);
  });
}

const REVENUE: readonly unknown[] = ['recurring', 'usage', 'one-off', 'discount', 'instalment'];

/** What stands in the books of the house is what bills, payments and credits come to, and all of it adds up to nothing. */
export function checkHouse(shard: Shard): Case[] {
  const billed = shard.rates.filter(({ isBilled }) => isBilled === true);
  const kinds = (names: readonly unknown[]) => billed.filter((line) => names.includes(fact(line, 'chargeKind')) && fact(line, 'deferred') !== true);
  const plans = shard.accounts.filter((account) => shard.bills.some((bill) => idIn(bill['billingAccount']) === account.id && (shard.linesOf.get(bill.id) ?? []).some(isInstalment)));
  const settled = shard.rates.filter((rate) => fact(rate, 'settled') !== undefined);
  const credits = shard.rates.filter((rate) => fact(rate, 'chargeKind') === 'credit');
  const taxes = Map.groupBy(shard.bills.flatMap(({ taxItem }) => list(taxItem)), ({ taxRate }) => Number(taxRate));
  const givenBack = (rate: number) => total(settled.filter((one) => rateOf(one) === rate).map((one) => centsIn(one['taxIncludedAmount']) - netOf(one)));
  return [
    differ('all postings', total([...shard.postings.keys()].map((name) => balance(shard, name))), 0n),
    differ('cash', balance(shard, 'cash'), total(shard.payments.map((payment) => kept(payment, shard.refunds)))),
    differ('late fees', balance(shard, 'late-fees'), -total(kinds(['penalty']).map(netOf))),
    differ('goodwill', balance(shard, 'goodwill'), -total(credits.map(netOf))),
    differ('revenue', balance(shard, 'revenue'), -total(kinds(REVENUE).map(netOf)) - total(plans.flatMap(({ paymentPlan }) => list(paymentPlan)).map(({ totalAmount }) => centsIn(totalAmount)))),
    ...[...taxes].map(([rate, items]) => differ(`tax at ${rate} %`, balance(shard, `tax/${rate}`), -total(items.map(({ taxAmount }) => centsIn(taxAmount))) - givenBack(rate))),
  ];
}
