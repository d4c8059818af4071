import { Breaker, type BreakerState, type Outcome, type Pass, type Tools } from './breaker.ts';
import { Budget } from './budget.ts';
import { type Bounds, Bulkhead } from './bulkhead.ts';
import { pause } from './pause.ts';
import { problemOf, UpstreamProblem } from './problem.ts';
import { GUARD, type GuardSettings, type Patience } from './settings.ts';

/** Operations that fail together: what reads a system and what changes it are often served by different parts of it. */
export type Group = 'read' | 'write';

/** Whether a try that failed may be made again: always, only when the server never saw it, or not. */
export type Repeatable = 'always' | 'unsent' | 'never';

export interface Attempt extends Bounds {
  readonly group: Group;
  readonly repeatable: Repeatable;
}

/** What operators see of one upstream; counts are since the start of the process. */
export interface UpstreamHealth {
  name: string;
  breaker: Record<Group, BreakerState>;
  inFlight: number;
  queued: number;
  /** Tries that went to the server, repeats among them. */
  calls: number;
  failures: number;
  retries: number;
  /** Calls turned away here: breaker open, or queue full. */
  turnedAway: number;
  /** RFC 3339 in UTC. */
  lastGoodAt?: string;
  lastFailure?: { at: string; reason: string };
}

/** Stands between the gateway and one upstream: the only place where anything is tried again. */
export interface Guard {
  readonly patience: Patience;
  /** @throws {UpstreamProblem} the last try's, or one of the guard's own with code `open` or `busy`. */
  run<T>(attempt: Attempt, work: () => Promise<T>): Promise<T>;
  health(): UpstreamHealth;
}

interface GuardTools extends Tools {
  clock: () => Date;
}

const realTools: GuardTools = { now: () => performance.now(), random: Math.random, clock: () => new Date() };

export function createGuard(name: string, settings: GuardSettings = GUARD, tools: GuardTools = realTools): Guard {
  const guarding = new Guarding(name, settings, tools);
  return { patience: settings.patience, run: (attempt, work) => guarding.run(attempt, work), health: () => guarding.health() };
}

class Guarding {
  readonly #name: string;
  readonly #settings: GuardSettings;
  readonly #tools: GuardTools;
  readonly #breakers: Record<Group, Breaker>;
  readonly #bulkhead: Bulkhead;
  readonly #budget: Budget;
  readonly #counts = { calls: 0, failures: 0, retries: 0, turnedAway: 0 };
  #lastGood: Date | undefined;
  #lastFailure: { at: string; reason: string } | undefined;

  constructor(name: string, settings: GuardSettings, tools: GuardTools) {
    this.#name = name;
    this.#settings = settings;
    this.#tools = tools;
    this.#breakers = { read: new Breaker(settings.breaker, tools), write: new Breaker(settings.breaker, tools) };
    this.#bulkhead = new Bulkhead(settings.bulkhead);
    this.#budget = new Budget(settings.retry, tools.now());
  }

  async run<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
    for (let again = 0; ; again += 1) {
      const pass = this.#demandPass(attempt.group);
      if (again === 0) this.#budget.earn(this.#tools.now());
      try {
        return await this.#once(attempt, pass, work);
      } catch (error) {
        if (!this.#mayRepeat(error, attempt, again)) throw error;
        this.#counts.retries += 1;
        await pause(this.#tools.random() * this.#settings.retry.wait * 2 ** again, attempt);
      }
    }
  }

  health(): UpstreamHealth {
    const { read, write } = this.#breakers;
    return {
      name: this.#name,
      breaker: { read: read.state(), write: write.state() },
      inFlight: this.#bulkhead.inFlight,
      queued: this.#bulkhead.queued,
      ...this.#counts,
      ...(this.#lastGood && { lastGoodAt: this.#lastGood.toISOString() }),
      ...(this.#lastFailure && { lastFailure: this.#lastFailure }),
    };
  }

  #demandPass(group: Group): Pass {
    const pass = this.#breakers[group].enter();
    if (pass) return pass;
    this.#counts.turnedAway += 1;
    throw new UpstreamProblem('unreachable', this.#name, 'left alone for a while', { code: 'open' });
  }

  async #once<T>(attempt: Attempt, pass: Pass, work: () => Promise<T>): Promise<T> {
    const breaker = this.#breakers[attempt.group];
    try {
      await this.#bulkhead.enter(attempt);
    } catch (error) {
      breaker.leave(pass, 'neither');
      this.#counts.turnedAway += 1;
      throw problemOf(this.#name, error);
    }
    this.#counts.calls += 1;
    try {
      const answer = await work();
      breaker.leave(pass, 'good');
      this.#lastGood = this.#tools.clock();
      return answer;
    } catch (error) {
      breaker.leave(pass, this.#outcomeOf(error), error instanceof UpstreamProblem ? error.retryAfter : undefined);
      throw error;
    } finally {
      this.#bulkhead.leave();
    }
  }

  #outcomeOf(error: unknown): Outcome {
    if (!(error instanceof UpstreamProblem) || error.code === 'left') return 'neither';
    // A server that says no, or "no such thing", is well.
    if (error.fault === 'refused' || error.fault === 'not-found') return 'good';
    this.#counts.failures += 1;
    this.#lastFailure = { at: this.#tools.clock().toISOString(), reason: `${error.fault} ${error.status ?? ''} ${error.code ?? ''}`.trim() };
    return 'bad';
  }

  #mayRepeat(error: unknown, { repeatable, signal }: Attempt, again: number): boolean {
    if (!(error instanceof UpstreamProblem) || signal?.aborted) return false;
    return again < this.#settings.retry.most && worthAnother(error, repeatable) && this.#budget.take();
  }
}

/** Not after silence: that used up the patience there is. Not against a server that is busy or named a time to come back. */
export function worthAnother({ fault, code, status, retryAfter, unsent }: UpstreamProblem, repeatable: Repeatable): boolean {
  if (repeatable === 'never' || (repeatable === 'unsent' && !unsent)) return false;
  const isOurs = code === 'timeout' || code === 'left' || code === 'busy' || code === 'open';
  return fault === 'unreachable' && !isOurs && status !== 429 && retryAfter === undefined;
}

/** For an upstream that lives and dies with this process: a read that failed is asked once more, and nothing is counted. */
export const unguarded: Pick<Guard, 'patience' | 'run'> = {
  patience: GUARD.patience,
  run: async ({ repeatable, signal }, work) => {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted || !(error instanceof UpstreamProblem) || !worthAnother(error, repeatable)) throw error;
      return work();
    }
  },
};
