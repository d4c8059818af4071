import type { HintLog } from '../events/hints/hint-log.ts';
import type { AuditTrail, Log, Upstreams } from '../options.ts';
import { SYSTEM } from '../audit/kinds.ts';
import { memoryTurns } from '../turns/one-at-a-time.ts';
import type { Turns } from '../turns/turns.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { type Attempt, heeding, isSame, isUnderWay } from './attempt.ts';
import { askBilling, tellBilling } from './billing.ts';
import type { PaymentCounter } from './counter.ts';
import { type PaymentProvider, type ProviderPayment, ProviderProblem } from './provider.ts';
import { holdsOf, type PaymentStore } from './store.ts';

export interface DeskOptions {
  provider: PaymentProvider;
  store: PaymentStore;
  upstreams: Upstreams;
  clock: () => Date;
  /** Takes what pages should hear of. */
  hints?: Pick<HintLog, 'note'>;
  /** Turns that all processes on the same store share; of this process alone when left out. */
  turns?: Turns;
  audit?: AuditTrail;
  log?: Log;
}

/** Nobody goes on with a payment for so long: the provider ends it. */
export const PATIENCE_SECONDS = 30 * 60;
/** A payment that the provider has never heard of, so long after it was written down, was never asked for. */
const NEVER_ASKED = 60_000;
/** Whoever took payments to look at them and died gives them back by then. */
const LOOKING = 30_000;
const FIRST_LOOK = 5_000;
const LONGEST_WAIT = 5 * 60_000;
/** Money that billing does not know of yet is pressing. */
const PRESSING = 1_000;
/** A page that waits does not ask the provider more often than this. */
const NOT_BEFORE = 1_500;

/** What the audit calls an end that nobody asked for. */
const ENDS = { told: 'payment.settled', failed: 'payment.failed', abandoned: 'payment.abandoned' } as const;

/**
 * Takes payments from wish to bill. Each step is written down before the next is tried, and can be done again: the
 * provider knows a payment by our reference, billing by our id. So whoever dies, somebody goes on from where it stands.
 */
export class PaymentDesk implements PaymentCounter {
  readonly provider: PaymentProvider;
  readonly store: PaymentStore;
  readonly #options: DeskOptions;
  readonly #turns: Turns;
  readonly #asked = new Map<string, number>();

  constructor(options: DeskOptions) {
    this.provider = options.provider;
    this.store = options.store;
    this.#options = options;
    this.#turns = options.turns ?? memoryTurns();
  }

  begin(attempt: Attempt): Promise<Attempt | 'held'> {
    const accounts = [...new Set(holdsOf(attempt).map(({ account }) => account))].toSorted();
    const all = accounts.reduceRight<() => Promise<Attempt | 'held'>>(
      (work, account) => () => this.#turns.take(`payments of ${account}`, work),
      () => this.store.begin(attempt, this.#now + FIRST_LOOK),
    );
    return all();
  }

  async advance(id: string): Promise<Attempt | undefined> {
    return this.#inTurn(id, async (attempt) => this.#settled(attempt.state === 'new' ? await this.#begun(attempt) : await this.#heard(attempt)));
  }

  async look(attempt: Attempt): Promise<Attempt> {
    const before = this.#asked.get(attempt.id) ?? 0;
    if (!isUnderWay(attempt) || this.#now - before < NOT_BEFORE) return attempt;
    this.#remember(attempt.id);
    return (await this.#inTurn(attempt.id, async (now) => this.#settled(await this.#heard(now))).catch(this.#quietly)) ?? attempt;
  }

  async cancel(id: string): Promise<Attempt | undefined> {
    return this.#inTurn(id, async (attempt) => {
      const known = attempt.state === 'new' ? await this.#begun(attempt) : await this.#heard(attempt);
      const waits = known.state === 'open' && known.actionUrl !== undefined && known.providerId !== undefined;
      return this.#settled(waits ? await this.#heeded(known, await this.provider.cancel(known.providerId ?? '')) : known);
    });
  }

  async hear(news: { headers: Headers; body: string }): Promise<boolean> {
    const references = await this.provider.heard(news, this.#options.clock());
    for (const id of references ?? []) await this.#inTurn(id, async (attempt) => this.#settled(await this.#heard(attempt)));
    return references !== undefined;
  }

  /** Looks at what nobody has told us of. Any process may do it at any time: each payment is taken by one. */
  async sweep(): Promise<void> {
    const ids = await this.store.due(this.#now, this.#now + LOOKING, 50);
    for (const id of ids) await this.#lookedAt(id).catch(this.#quietly);
    if (this.#asked.size > 10_000) this.#asked.clear();
  }

  async #lookedAt(id: string): Promise<void> {
    try {
      await this.#inTurn(id, async (attempt) => this.#settled(attempt.state === 'new' ? await this.#ifNeverAsked(attempt) : await this.#heard(attempt)));
    } finally {
      // However it went: once more, later.
      const attempt = await this.store.read(id);
      if (attempt && isUnderWay(attempt)) await this.#put(attempt, { ...attempt, looks: attempt.looks + 1 });
    }
  }

  get #now(): number {
    return this.#options.clock().getTime();
  }

  #remember(id: string): void {
    this.#asked.set(id, this.#now);
  }

  #quietly = (error: unknown): undefined => {
    if (!(error instanceof ProviderProblem) && !(error instanceof UpstreamProblem)) throw error;
    this.#options.log?.('warn', { event: 'payment-waits', reason: error instanceof ProviderProblem ? `provider ${error.fault}` : `billing ${error.fault}` });
    return undefined;
  };

  async #inTurn(id: string, work: (attempt: Attempt) => Promise<Attempt>): Promise<Attempt | undefined> {
    return this.#turns.take(`payment ${id}`, async () => {
      const attempt = await this.store.read(id);
      return attempt && work(attempt);
    });
  }

  /** Asks the provider for a payment; said again, it answers the one it has. */
  async #begun(attempt: Attempt): Promise<Attempt> {
    const { id, amount, description, customer, keep, returnUrl, meansId } = attempt;
    const wish = { reference: id, amount, description, customer, keep, returnUrl, expiresInSeconds: PATIENCE_SECONDS, ...(meansId !== undefined && { means: meansId }) };
    try {
      return await this.#heeded(attempt, await this.provider.create(wish));
    } catch (error) {
      if (!(error instanceof ProviderProblem) || error.fault !== 'refused') throw error;
      return this.#put(attempt, { ...attempt, state: 'failed', why: 'declined', settledAt: this.#options.clock().toISOString() });
    }
  }

  async #heard(attempt: Attempt): Promise<Attempt> {
    if (attempt.state === 'taken' || attempt.state === 'told' || attempt.state === 'booked') return attempt;
    const said = await this.provider.find(attempt.id);
    return said ? this.#heeded(attempt, said) : attempt;
  }

  /** Whoever wished for it has left before the provider heard of it. With a kept means it could still hear: then only time tells. */
  async #ifNeverAsked(attempt: Attempt): Promise<Attempt> {
    const heard = await this.#heard(attempt);
    if (heard.state !== 'new' || this.#now - Date.parse(attempt.at) < NEVER_ASKED) return heard;
    return this.#put(heard, { ...heard, state: 'abandoned' });
  }

  async #heeded(attempt: Attempt, said: ProviderPayment): Promise<Attempt> {
    const isOurs = said.reference === attempt.id && said.amount.amount === attempt.amount.amount && said.amount.currency === attempt.amount.currency;
    if (!isOurs) throw new ProviderProblem('garbage', 'the provider answers with another payment');
    return this.#put(attempt, heeding(attempt, said, this.#options.clock()));
  }

  /** Money that the provider took, on to billing; and whether billing has settled its bills. */
  async #settled(attempt: Attempt): Promise<Attempt> {
    try {
      const told = attempt.state === 'taken' ? await this.#told(attempt) : attempt;
      if (told.state !== 'told') return told;
      return (await askBilling(this.#options.upstreams, told)).captured ? await this.#put(told, { ...told, state: 'booked' }) : told;
    } catch (error) {
      this.#quietly(error);
      return (await this.store.read(attempt.id)) ?? attempt;
    }
  }

  async #told(attempt: Attempt): Promise<Attempt> {
    const { ids, captured } = await tellBilling(this.#options.upstreams, attempt);
    return this.#put(attempt, { ...attempt, state: captured ? 'booked' : 'told', billingIds: ids });
  }

  /** Writes the step down; who finds somebody faster goes on from theirs. */
  async #put(before: Attempt, wanted: Attempt): Promise<Attempt> {
    if (isSame(before, wanted) && before.looks === wanted.looks) return before;
    const changed = !isSame(before, wanted);
    const now = { ...wanted, version: before.version + 1, looks: changed ? 0 : wanted.looks };
    if (!(await this.store.move(now, this.#nextLook(now)))) return (await this.store.read(now.id)) ?? before;
    if (changed) await this.#tell(before, now);
    return now;
  }

  #nextLook({ state, looks }: Attempt): number | undefined {
    if (state === 'booked' || state === 'failed' || state === 'abandoned') return undefined;
    const first = state === 'taken' || state === 'told' ? PRESSING : FIRST_LOOK;
    return this.#now + Math.min(LONGEST_WAIT, first * 2 ** Math.min(looks, 12));
  }

  /** Pages hear of every step; the trail keeps what the provider decided. */
  async #tell(before: Attempt, now: Attempt): Promise<void> {
    const { hints, audit, clock, log } = this.#options;
    const at = clock().toISOString();
    const change = { eventId: `${now.id} ${now.version}`, eventTime: at, eventType: 'PaymentStateChangeEvent', resource: 'payment', id: now.id, partyIds: now.partyIds };
    await hints?.note(change).catch(() => log?.('warn', { event: 'payment-untold' }));
    const isPaid = (now.state === 'told' || now.state === 'booked') && before.state === 'taken';
    const end = isPaid ? ENDS.told : now.state === 'failed' || now.state === 'abandoned' ? ENDS[now.state] : undefined;
    if (end === undefined) return;
    const entry = { at, trace: crypto.randomUUID(), actor: SYSTEM, party: now.person, action: end, object: { kind: 'payment', id: now.id }, result: 'done' } as const;
    await audit?.record(entry).catch(() => log?.('error', { event: 'audit-lost', reason: end }));
  }
}
