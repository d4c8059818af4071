import { createHash } from 'node:crypto';
import { type Case, checkAccounts, checkBills, checkEntries, checkHouse } from './money/check.ts';
import { accountRecords, catalogueRecords, type PlannedAccount, plannedAccount } from './money/plan.ts';
import { plantedFaults } from './money/planted.ts';
import { cyclesOf, playMonth } from './money/play.ts';
import { readShard, type Shard } from './money/shard.ts';
import { checkStanding } from './money/standing.ts';
import type { Finding, Prove } from './proof.ts';
import type { Cycle } from '../customer-bill/period.ts';
import { runCycle } from '../customer-bill/run.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';

export interface MoneyProof {
  accounts: number;
  cycles: number;
  seed: number;
  tell?: (progress: string) => void;
}

/** Accounts that share a store: enough to mix up, few enough to be quick. */
const SHARD = 2;
const MOST_EXAMPLES = 8;

class Tally {
  n = 0;
  failures = 0;
  readonly examples: string[] = [];

  add(cases: readonly Case[]): void {
    this.n += cases.length;
    for (const fault of cases) {
      if (fault === undefined) continue;
      this.failures += 1;
      if (this.examples.length < MOST_EXAMPLES) this.examples.push(fault);
    }
  }

  finding(what: string, figure: string): Finding {
    return { what, n: this.n, failures: this.failures, figure, ...(this.examples.length > 0 && { examples: this.examples }) };
  }
}

/** Everything in a store as one number. */
function printOf(shard: Shard): string {
  const { linesOf: _lines, postings, ...documents } = shard;
  const text = JSON.stringify([documents, [...postings]], (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return createHash('sha256').update(text).digest('hex');
}

const rerun = (store: Store, account: PlannedAccount, cycle: Cycle) => store.transaction((tx) => runCycle({ tx, now: new Date(cycle.due) }, account.id, cycle));

/** Runs a cycle again when its month has been played: no bill, no event, no posting more. */
async function rerunMonth(store: Store, accounts: readonly PlannedAccount[], cycle: Cycle): Promise<Case[]> {
  const count = async () => [await store.changes.latest(), (await store.read().list('customerBill', { limit: 0 })).total];
  const cases: Case[] = [];
  for (const account of accounts) {
    const before = await count();
    await rerun(store, account, cycle);
    const same = String(before) === String(await count());
    cases.push(same ? undefined : `running ${cycle.name} again changed ${account.id}`);
  }
  return cases;
}

async function playShard(accounts: readonly PlannedAccount[], cycles: readonly Cycle[], seed: number, again: Tally): Promise<Store> {
  const store = memoryStore([...catalogueRecords(), ...accounts.flatMap((account) => [...accountRecords(account)])]);
  for (const cycle of cycles) {
    for (const account of accounts) await playMonth(store, account, cycle, seed);
    again.add(await rerunMonth(store, accounts, cycle));
  }
  return store;
}

/** Bills, pays, disputes and refunds generated accounts month by month, and checks the books with arithmetic of its own. */
export async function proveBooks({ accounts, cycles, seed, tell }: MoneyProof): Promise<Finding[]> {
  const tallies = { bills: new Tally(), standing: new Tally(), entries: new Tally(), accounts: new Tally(), house: new Tally(), again: new Tally(), planted: new Tally() };
  const months = cyclesOf(cycles);
  for (let first = 0; first < accounts; first += SHARD) {
    const planned = Array.from({ length: Math.min(SHARD, accounts - first) }, (_, at) => plannedAccount(seed, first + at, cycles));
    const store = await playShard(planned, months, seed, tallies.again);
    const shard = await readShard(store);
    tallies.bills.add(checkBills(shard));
    tallies.standing.add(checkStanding(shard, planned, months.map(({ name }) => name)));
    tallies.entries.add(checkEntries(shard));
    tallies.accounts.add(checkAccounts(shard));
    tallies.house.add(checkHouse(shard));
    const before = printOf(shard);
    for (const cycle of months) for (const account of planned) await rerun(store, account, cycle);
    tallies.again.add([before === printOf(await readShard(store)) ? undefined : `running all cycles again changed accounts ${first} and after`]);
    if (first === 0) tallies.planted.add(await plantedFaults(store));
    tell?.(`${Math.min(first + SHARD, accounts)} of ${accounts} accounts`);
  }
  const run = `${accounts} accounts × ${cycles} bill runs, seed ${seed}`;
  return [
    tallies.bills.finding('every bill is what its lines come to, tax once a rate', `${run}: ${tallies.bills.n} bills`),
    tallies.standing.finding('what stands is billed by days, once, as its dates say', `${tallies.standing.n} charges reckoned apart`),
    tallies.entries.finding('every ledger entry adds up to nothing', `${tallies.entries.n} entries`),
    tallies.accounts.finding('the ledger holds of every account what its bills, payments and credits say', `${tallies.accounts.n} accounts`),
    tallies.house.finding('cash, tax, revenue, fees and goodwill are what the documents come to; all together nothing', `${tallies.house.n} sums`),
    tallies.again.finding('running a cycle again changes nothing', `${tallies.again.n} repeats`),
    tallies.planted.finding('a planted cent is seen', `${tallies.planted.n} planted`),
  ];
}

/** R4: the money adds up. */
export const proveMoney: Prove = ({ seed, full, tell }) =>
  proveBooks({ accounts: full ? 10_000 : 200, cycles: 24, seed, ...(tell && { tell }) });
