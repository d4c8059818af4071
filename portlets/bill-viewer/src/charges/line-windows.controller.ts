import { ApiProblem } from '@faceplate/client';
import type { Bill, Charge, ChargeList } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lines asked for at once. */
const WINDOW = 200;
/** Windows kept: what was scrolled past long ago is asked for again, and memory does not grow with the bill. */
const MOST_KEPT = 20;
const MOST_UNDER_WAY = 2;

type Read = (billId: string, from: number | string, limit: number, options: { signal: AbortSignal }) => Promise<ChargeList>;

/** The lines of one bill by their place, however many: what is looked at is fetched, what is looked at no more is let go. */
export class LineWindowsController implements ReactiveController {
  /** A window could not be had, and is not asked for again by itself. */
  failed: unknown;
  /** A line that was looked for and is not there; empty for none. */
  missing = '';

  readonly #host: ReactiveControllerHost;
  readonly #read: Read;
  readonly #report: (cause: unknown) => void;
  /** By number, the one looked at last at the end. */
  readonly #windows = new Map<number, readonly Charge[]>();
  readonly #underWay = new Set<number>();
  #bill: Bill | undefined;
  #wanted: readonly number[] = [];
  /** The line that was looked for last; empty for none. */
  #seeking = '';
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost, read: Read, report: (cause: unknown) => void) {
    this.#host = host;
    this.#read = read;
    this.#report = report;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** How many lines there are, fetched or not. */
  get count(): number {
    return this.#bill ? (this.#bill.lines ?? this.#bill.charges.length) : 0;
  }

  /** Another bill, or the same one as it is now: what was fetched of the old one holds no more. */
  show(bill: Bill): void {
    if (bill === this.#bill) return;
    const same = bill.id === this.#bill?.id;
    this.#forget();
    this.#bill = bill;
    if (same) this.#fetch();
  }

  at(index: number): Charge | undefined {
    return this.#bill?.charges[index] ?? this.#windows.get(Math.floor(index / WINDOW))?.[index % WINDOW];
  }

  /** Among what is here. */
  find(chargeId: string): Charge | undefined {
    for (const lines of [this.#bill?.charges ?? [], ...this.#windows.values()]) {
      const found = lines.find(({ id }) => id === chargeId);
      if (found) return found;
    }
    return undefined;
  }

  /** The place of a line, among what is here. */
  placeOf(chargeId: string): number | undefined {
    const places = [[0, this.#bill?.charges ?? []], ...this.#windows] as const;
    for (const [number, lines] of places) {
      const at = lines.findIndex(({ id }) => id === chargeId);
      if (at >= 0) return number * WINDOW + at;
    }
    return undefined;
  }

  /** Fetches the window in which a line stands, once. */
  async seek(chargeId: string): Promise<void> {
    if (this.#seeking === chargeId) return;
    const { signal } = this.#abort;
    this.#seeking = chargeId;
    try {
      const { offset, items } = await this.#read(this.#bill?.id ?? '', chargeId, WINDOW, { signal });
      if (signal.aborted) return;
      this.#keep(offset / WINDOW, items);
    } catch (cause) {
      if (signal.aborted) return;
      if (isMissing(cause)) this.missing = chargeId;
      else this.#fail(cause);
    }
    this.#host.requestUpdate();
  }

  /** These lines are in sight. */
  want(from: number, to: number): void {
    const last = Math.floor((Math.min(to, this.count) - 1) / WINDOW);
    this.#wanted = Array.from({ length: last - Math.floor(from / WINDOW) + 1 }, (_, index) => Math.floor(from / WINDOW) + index);
    for (const number of this.#wanted) this.#touch(number);
    if (!this.failed) this.#fetch();
  }

  retry(): void {
    this.failed = undefined;
    // Whoever waits for a line asks for it again with the next drawing.
    this.#seeking = '';
    this.#fetch();
    this.#host.requestUpdate();
  }

  #touch(number: number): void {
    const window = this.#windows.get(number);
    if (!window) return;
    this.#windows.delete(number);
    this.#windows.set(number, window);
  }

  /** A hand that flings past a thousand windows asks for the last ones only. */
  #fetch(): void {
    for (const number of this.#wanted) {
      const isThere = this.#windows.has(number) || this.#underWay.has(number) || this.at(Math.min((number + 1) * WINDOW, this.count) - 1) !== undefined;
      if (!isThere && this.#underWay.size < MOST_UNDER_WAY) void this.#load(number);
    }
  }

  async #load(number: number): Promise<void> {
    const { signal } = this.#abort;
    this.#underWay.add(number);
    try {
      const { items } = await this.#read(this.#bill?.id ?? '', number * WINDOW, WINDOW, { signal });
      if (signal.aborted) return;
      this.#keep(number, items);
    } catch (cause) {
      if (signal.aborted) return;
      this.#fail(cause);
    }
    this.#underWay.delete(number);
    if (!this.failed) this.#fetch();
    this.#host.requestUpdate();
  }

  #fail(cause: unknown): void {
    this.failed = cause;
    this.#report(cause);
  }

  #keep(number: number, items: readonly Charge[]): void {
    this.#windows.set(number, items);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > MOST_KEPT && oldest !== undefined) this.#windows.delete(oldest);
  }

  #forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#windows.clear();
    this.#underWay.clear();
    this.failed = undefined;
    this.#seeking = this.missing = '';
  }
}

const isMissing = (cause: unknown): boolean => cause instanceof ApiProblem && cause.problem.status === 404;
