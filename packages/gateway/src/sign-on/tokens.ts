import { UpstreamProblem } from '../upstream/problem.ts';
import type { Provider } from './provider.ts';
import type { Tokens } from './provider-tokens.ts';
import { RefreshRefused } from './refresh-refused.ts';
import type { Seal } from './seal.ts';
import type { KeptSession, SessionStore } from './session-store.ts';

/** A token with less left than this is renewed while it still holds: no call waits for it. */
const MARGIN = 60_000;
/** The provider answers or is given up within five seconds; a process that died gives its right back after this. */
const CLAIM = 15_000;
/** A provider that was away is not asked again before this, by this process. */
const REST = 5_000;
/** How long a wait for another process goes on before the store is looked at again, told or not. */
const LOOK_AGAIN = 500;

export interface TokenNeeds {
  store: SessionStore;
  seal: Seal;
  provider: Pick<Provider, 'refresh'>;
  clock: () => Date;
  /** The provider has taken the session back. */
  onRefused?: (session: KeptSession) => void;
}

type Outcome = 'look-again' | 'refused' | 'away';

/** Keeps sessions' tokens fresh and sealed: one renewal at a time for all tabs of all processes, as a refresh token is good for one. */
export class TokenKeeper {
  readonly #needs: TokenNeeds;
  readonly #running = new Map<string, Promise<Outcome>>();
  readonly #rests = new Map<string, number>();

  constructor(needs: TokenNeeds) {
    this.#needs = needs;
  }

  /**
   * The access token, good for a little while yet; `undefined` when the session has none, or is over.
   *
   * @throws {UpstreamProblem} `unreachable` when it has ended and the provider cannot be asked for the next.
   */
  async accessToken(idHash: string, signal: AbortSignal): Promise<string | undefined> {
    for (;;) {
      signal.throwIfAborted();
      const session = await this.#needs.store.read(idHash);
      const tokens = session && (await this.open(session));
      if (!session || !tokens) return undefined;
      const left = this.#left(session);
      const held = left > 0 ? tokens.accessToken : undefined;
      if (left > MARGIN || tokens.refreshToken === undefined) return held;
      const outcome = await this.#renewedOnce(session, tokens.refreshToken, tokens);
      if (outcome !== 'look-again') return orUnreachable(outcome, held);
    }
  }

  /** What a session at work needs now and then: the current key, and a token renewed before its end. Fails silently; the next look tries again. */
  async tend(session: KeptSession): Promise<void> {
    const tokens = await this.open(session).catch(() => undefined);
    if (!tokens) return;
    if (this.#left(session) <= MARGIN && tokens.refreshToken !== undefined) {
      await this.#renewedOnce(session, tokens.refreshToken, tokens).catch(() => 'away');
    } else if (!this.#needs.seal.isCurrent(session.tokens)) {
      const { idHash, tokens: was } = session;
      await this.#needs.store.reseal(idHash, was, await this.seal(tokens, idHash), this.#now());
    }
  }

  async open({ idHash, tokens }: Pick<KeptSession, 'idHash' | 'tokens'>): Promise<Tokens | undefined> {
    const text = await this.#needs.seal.open(tokens, idHash);
    return text === undefined ? undefined : (JSON.parse(text) as Tokens);
  }

  seal(tokens: Tokens, idHash: string): Promise<string> {
    return this.#needs.seal.seal(JSON.stringify(tokens), idHash);
  }

  /** Takes the right to change the tokens, waiting for whoever has it; the session as it is then. */
  async claimed(idHash: string): Promise<KeptSession | undefined> {
    for (;;) {
      const session = await this.#needs.store.read(idHash);
      if (!session || (await this.#claim(session))) return session;
      await this.#stirred();
    }
  }

  #renewedOnce(session: KeptSession, refreshToken: string, tokens: Tokens): Promise<Outcome> {
    const { idHash } = session;
    if (this.#now() < (this.#rests.get(idHash) ?? 0)) return Promise.resolve('away');
    const running = this.#running.get(idHash) ?? this.#renewed(session, refreshToken, tokens).finally(() => this.#running.delete(idHash));
    this.#running.set(idHash, running);
    return running;
  }

  async #renewed(session: KeptSession, refreshToken: string, tokens: Tokens): Promise<Outcome> {
    const { store, provider } = this.#needs;
    if (!(await this.#claim(session))) {
      // Somebody is at it, unless they have done it since we looked.
      const current = await store.read(session.idHash);
      if (current?.tokens === session.tokens) await this.#stirred();
      return 'look-again';
    }
    const { idHash, tokens: was } = session;
    try {
      const { tokens: fresh, accessFor } = await provider.refresh(refreshToken, session);
      const sealed = await this.seal({ ...tokens, ...fresh }, idHash);
      await store.renew(idHash, { was, tokens: sealed, ...(accessFor !== undefined && { accessEndsAt: this.#now() + accessFor }) });
      this.#rests.delete(idHash);
      return 'look-again';
    } catch (error) {
      if (error instanceof RefreshRefused) return this.#refused(session);
      this.#rest(idHash);
      const { accessEndsAt } = session;
      await store.renew(idHash, { was, tokens: was, ...(accessEndsAt !== undefined && { accessEndsAt }) });
      return 'away';
    }
  }

  /** Not a lost answer but a no: what was granted has been taken back. */
  async #refused(session: KeptSession): Promise<Outcome> {
    await this.#needs.store.end(session.idHash);
    this.#needs.onRefused?.(session);
    return 'refused';
  }

  #claim({ idHash, tokens }: KeptSession): Promise<boolean> {
    const now = this.#now();
    return this.#needs.store.claim(idHash, tokens, now, now + CLAIM);
  }

  #rest(idHash: string): void {
    // Sessions that end during an outage leave their note behind; past a number all of them go.
    if (this.#rests.size >= 10_000) this.#rests.clear();
    this.#rests.set(idHash, this.#now() + REST);
  }

  /** Until another process says that it is done, or may have gone without a word. */
  #stirred(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, LOOK_AGAIN);
    const stop = this.#needs.store.stirred(resolve);
    return promise.finally(() => {
      clearTimeout(timer);
      stop();
    });
  }

  #left({ accessEndsAt }: KeptSession): number {
    return accessEndsAt === undefined ? Number.POSITIVE_INFINITY : accessEndsAt - this.#now();
  }

  #now(): number {
    return this.#needs.clock().getTime();
  }
}

function orUnreachable(outcome: Exclude<Outcome, 'look-again'>, held: string | undefined): string | undefined {
  if (outcome === 'refused' || held !== undefined) return outcome === 'refused' ? undefined : held;
  throw new UpstreamProblem('unreachable', 'The sign-in service', 'no new access token');
}
