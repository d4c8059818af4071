import { compareText } from '../store/match.ts';
import { type Balance, type LedgerEntry, type LedgerReader, type LedgerWriter, refuseUnbalanced, type StoredPosting } from './ledger.ts';

type Lines = ReadonlyMap<string, readonly StoredPosting[]>;

const balanceIn = (lines: readonly StoredPosting[], currency: string): bigint =>
  lines.reduce((sum, line) => (line.currency === currency ? sum + line.amount : sum), 0n);

function balancesIn(accounts: Lines, prefix: string): Balance[] {
  const names = [...accounts.keys()].filter((name) => name.startsWith(prefix)).toSorted(compareText);
  return names.flatMap((account) => {
    const lines = accounts.get(account) ?? [];
    const currencies = [...new Set(lines.map(({ currency }) => currency))].toSorted(compareText);
    return currencies.map((currency) => ({ account, currency, amount: balanceIn(lines, currency) }));
  });
}

/** The ledger of a store in memory, all that is committed. */
export class MemoryLedger implements LedgerReader {
  readonly #accounts = new Map<string, StoredPosting[]>();
  readonly #entries = new Set<string>();

  async balanceOf(account: string, currency: string): Promise<bigint> {
    return balanceIn(this.linesOf(account), currency);
  }

  async postingsOf(account: string): Promise<StoredPosting[]> {
    return structuredClone([...this.linesOf(account)]);
  }

  async balances(prefix: string): Promise<Balance[]> {
    return balancesIn(this.#accounts, prefix);
  }

  linesOf(account: string): readonly StoredPosting[] {
    return this.#accounts.get(account) ?? [];
  }

  names(): Iterable<string> {
    return this.#accounts.keys();
  }

  has(entry: string): boolean {
    return this.#entries.has(entry);
  }

  add(entry: string, lines: readonly StoredPosting[]): void {
    this.#entries.add(entry);
    for (const line of lines) {
      const kept = this.#accounts.get(line.account);
      if (kept) kept.push(line);
      else this.#accounts.set(line.account, [line]);
    }
  }
}

/** The ledger as one transaction sees and adds to it; `commit` makes its entries everybody's. */
export class DraftLedger implements LedgerWriter {
  readonly #committed: MemoryLedger;
  readonly #own = new Map<string, StoredPosting[]>();

  constructor(committed: MemoryLedger) {
    this.#committed = committed;
  }

  #linesOf(account: string): StoredPosting[] {
    const own = [...this.#own.values()].flat().filter((line) => line.account === account);
    return [...this.#committed.linesOf(account), ...own];
  }

  async balanceOf(account: string, currency: string): Promise<bigint> {
    return balanceIn(this.#linesOf(account), currency);
  }

  async postingsOf(account: string): Promise<StoredPosting[]> {
    return structuredClone(this.#linesOf(account));
  }

  async balances(prefix: string): Promise<Balance[]> {
    const own = [...this.#own.values()].flat().map(({ account }) => account);
    const names = new Set([...this.#committed.names(), ...own]);
    return balancesIn(new Map([...names].map((name) => [name, this.#linesOf(name)])), prefix);
  }

  async post(entry: LedgerEntry): Promise<void> {
    refuseUnbalanced(entry);
    const { id, at, text, ref, postings } = entry;
    if (this.#own.has(id) || this.#committed.has(id)) throw new Error(`Entry ${id} stands already.`);
    this.#own.set(id, postings.map((posting) => ({ ...posting, entry: id, at, text, ...(ref !== undefined && { ref }) })));
  }

  commit(): void {
    for (const [entry, lines] of this.#own) this.#committed.add(entry, lines);
  }
}
