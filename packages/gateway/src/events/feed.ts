import type { ChangeSource, Log, StoredChange } from '../options.ts';

/** What the feed hands changes to; `beat` comes every 15 s whether or not there were any. */
export interface Listener {
  changes(changes: readonly StoredChange[]): void;
  beat(): void;
}

const HEARTBEAT = 15_000;
const BATCH = 500;
/** Changes kept in memory for those who come back after a short while. */
const MOST_RECENT = 10_000;

/**
 * Reads the outbox once for all open streams, however many there are. Works
 * only while somebody listens.
 */
export class ChangeFeed {
  readonly #source: ChangeSource;
  readonly #log: Log | undefined;
  readonly #listeners = new Set<Listener>();
  #cursor = 0;
  /** All changes after `#recentFrom`, as far as they were read. */
  #recent: StoredChange[] = [];
  #recentFrom = 0;
  #started: Promise<void> = Promise.resolve();
  #stop: (() => void) | undefined;
  #reading = false;
  #again = false;

  constructor(source: ChangeSource, log?: Log) {
    this.#source = source;
    this.#log = log;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /**
   * Hands the listener every change from some moment on. Once `started` is
   * fulfilled that moment has passed: what the source holds then, and what the
   * listener hears, leave no hole between them.
   */
  join(listener: Listener): { started: Promise<void>; leave: () => void } {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    const leave = () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#end();
    };
    return { started: this.#started, leave };
  }

  /** Every change after `seq` that has been read; `undefined` when that is longer ago than is remembered. */
  since(seq: number): StoredChange[] | undefined {
    return seq < this.#recentFrom || seq > this.#cursor ? undefined : this.#recent.slice(this.#recent.findLastIndex((one) => one.seq <= seq) + 1);
  }

  #remember(changes: readonly StoredChange[]): void {
    this.#recent.push(...changes);
    if (this.#recent.length < MOST_RECENT * 2) return;
    const gone = this.#recent.splice(0, MOST_RECENT);
    this.#recentFrom = gone.at(-1)?.seq ?? this.#recentFrom;
  }

  #start(): void {
    const started = this.#source.latest().then((seq) => {
      this.#cursor = seq;
      this.#recentFrom = seq;
      this.#recent = [];
    });
    this.#started = started;
    const unsubscribe = this.#source.subscribe(() => void this.#read());
    const timer = setInterval(() => {
      // A wake can get lost with its connection; a look every beat bounds the delay.
      void this.#read();
      for (const listener of this.#listeners) listener.beat();
    }, HEARTBEAT);
    this.#stop = () => {
      clearInterval(timer);
      unsubscribe();
    };
    void this.#read();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** One reader at a time; a wake during a read makes it look once more. */
  async #read(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#again && this.#stop) {
        this.#again = false;
        await this.#readToEnd();
      }
    } catch {
      // The store is away: the next wake or beat looks again from the same place.
      this.#log?.('warn', { event: 'changes-unreadable' });
    } finally {
      this.#reading = false;
    }
  }

  async #readToEnd(): Promise<void> {
    await this.#started;
    for (;;) {
      const changes = await this.#source.after(this.#cursor, BATCH);
      const last = changes.at(-1);
      if (!last) return;
      this.#cursor = last.seq;
      this.#remember(changes);
      for (const listener of this.#listeners) listener.changes(changes);
      if (changes.length < BATCH) return;
    }
  }
}
