import type { Guest, Subject } from '../options.ts';
import { VISITOR_IDLE } from '../visitor/visitor.ts';
import { News } from './news.ts';
import type { HandOver, KeptSession, NewTokens, SessionStore, Whose } from './session-store.ts';

/** Sessions of one process, for evaluation and tests: a restart signs everybody out. */
export const memorySessions = (): SessionStore => new MemorySessions();

class MemorySessions implements SessionStore {
  readonly #sessions = new Map<string, KeptSession>();
  readonly #logoutTokens = new Map<string, number>();
  readonly #claims = new Map<string, number>();
  readonly #handOvers = new Map<string, HandOver>();
  readonly #endings = new News<string>();
  readonly #changes = new News<string>();
  readonly #stirs = new News<void>();

  async create(session: KeptSession): Promise<void> {
    this.#sessions.set(session.idHash, session);
  }

  async read(idHash: string): Promise<KeptSession | undefined> {
    return this.#sessions.get(idHash);
  }

  async list(whose: Whose): Promise<KeptSession[]> {
    return this.#of(whose).toSorted((one, other) => other.seenAt - one.seenAt);
  }

  async touch(idHash: string, seenAt: number): Promise<void> {
    this.#change(idHash, { seenAt });
  }

  async rescope(idHash: string, subject: Subject, scopeAt: number): Promise<void> {
    this.#change(idHash, { subject, scopeAt });
  }

  async bring(idHash: string, guest: Guest): Promise<void> {
    const known = this.#sessions.get(idHash)?.guest;
    if (!known?.merged || known.visitor !== guest.visitor) this.#change(idHash, { guest });
  }

  async stale(sub: string): Promise<void> {
    for (const { idHash, sub: id, party: own = id, acting } of this.#sessions.values()) if (own === sub || acting?.customer === sub) this.#change(idHash, { scopeAt: 0 });
    this.#changes.tell(sub);
  }

  async end(idHash: string): Promise<void> {
    this.#claims.delete(idHash);
    if (!this.#sessions.delete(idHash)) return;
    this.#endings.tell(idHash);
    this.#stirs.tell();
  }

  async endAll(whose: Whose, but?: string): Promise<number> {
    const theirs = this.#of(whose).filter(({ idHash }) => idHash !== but);
    for (const { idHash } of theirs) await this.end(idHash);
    return theirs.length;
  }

  async endOnce(jti: string, until: number, whose: Whose): Promise<number | undefined> {
    if (this.#logoutTokens.has(jti)) return undefined;
    this.#logoutTokens.set(jti, until);
    return this.endAll(whose);
  }

  ended(listen: (idHash: string) => void): () => void {
    return this.#endings.listen(listen);
  }

  changed(listen: (sub: string) => void): () => void {
    return this.#changes.listen(listen);
  }

  stirred(wake: () => void): () => void {
    return this.#stirs.listen(wake);
  }

  async claim(idHash: string, tokens: string, now: number, until: number): Promise<boolean> {
    if (this.#sessions.get(idHash)?.tokens !== tokens || this.#claimed(idHash, now)) return false;
    this.#claims.set(idHash, until);
    return true;
  }

  async renew(idHash: string, { was, tokens, accessEndsAt }: NewTokens): Promise<boolean> {
    const session = this.#sessions.get(idHash);
    if (session?.tokens !== was) return false;
    const { accessEndsAt: _, ...rest } = session;
    this.#sessions.set(idHash, { ...rest, tokens, ...(accessEndsAt !== undefined && { accessEndsAt }) });
    this.#claims.delete(idHash);
    this.#stirs.tell();
    return true;
  }

  async reseal(idHash: string, was: string, tokens: string, now: number): Promise<void> {
    if (this.#sessions.get(idHash)?.tokens === was && !this.#claimed(idHash, now)) this.#change(idHash, { tokens });
  }

  async handOver(handOver: HandOver): Promise<void> {
    this.#handOvers.set(handOver.codeHash, handOver);
  }

  async takeHandOver(codeHash: string): Promise<HandOver | undefined> {
    const handOver = this.#handOvers.get(codeHash);
    this.#handOvers.delete(codeHash);
    return handOver;
  }

  async sweep(now: number, idleSince: number): Promise<void> {
    const lastSeen = (kind: KeptSession['kind']) => (kind === 'visitor' ? now - VISITOR_IDLE : idleSince);
    for (const [idHash, { endsAt, seenAt, kind }] of this.#sessions) if (endsAt <= now || seenAt <= lastSeen(kind)) this.#sessions.delete(idHash);
    for (const [jti, until] of this.#logoutTokens) if (until <= now) this.#logoutTokens.delete(jti);
    for (const [codeHash, { until }] of this.#handOvers) if (until <= now) this.#handOvers.delete(codeHash);
  }

  #claimed(idHash: string, now: number): boolean {
    return (this.#claims.get(idHash) ?? 0) > now;
  }

  #change(idHash: string, facts: Partial<KeptSession>): void {
    const session = this.#sessions.get(idHash);
    if (session) this.#sessions.set(idHash, { ...session, ...facts });
  }

  #of({ issuer, sub, sid }: Whose): KeptSession[] {
    if (sub === undefined && sid === undefined) return [];
    return [...this.#sessions.values()].filter(
      (one) => one.issuer === issuer && (sub === undefined || one.sub === sub) && (sid === undefined || one.sid === sid),
    );
  }
}
