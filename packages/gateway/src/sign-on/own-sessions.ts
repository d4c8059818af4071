import type { OpenSession, OwnSession } from '../options.ts';
import { sha256 } from './encoding.ts';
import type { KeptSession, SessionStore } from './session-store.ts';

/** What a session is called outward: made from the hash of its id, leading back to neither. Begins with a letter, as ids in paths must. */
const handleOf = async (idHash: string): Promise<string> => `s${(await sha256(`session ${idHash}`)).slice(0, 21)}`;

/** A person's own sessions: to look at, and to end. Nobody else's can even be named. */
export class OwnSessions {
  readonly #store: SessionStore;
  readonly #isOver: (session: KeptSession) => boolean;

  constructor(store: SessionStore, isOver: (session: KeptSession) => boolean) {
    this.#store = store;
    this.#isOver = isOver;
  }

  async list({ sessionId }: OpenSession): Promise<OwnSession[]> {
    const open = await this.#open(sessionId);
    return Promise.all(open.map(async (session) => ({ ...factsOf(session), id: await handleOf(session.idHash), current: session.idHash === sessionId })));
  }

  /** False when the person has no session of that handle. */
  async end({ sessionId }: OpenSession, handle: string): Promise<boolean> {
    const open = await this.#open(sessionId);
    const handles = await Promise.all(open.map(({ idHash }) => handleOf(idHash)));
    const found = open[handles.indexOf(handle)];
    if (found) await this.#store.end(found.idHash);
    return found !== undefined;
  }

  async endOthers({ sessionId }: OpenSession): Promise<number> {
    const others = (await this.#open(sessionId)).filter(({ idHash }) => idHash !== sessionId);
    for (const { idHash } of others) await this.#store.end(idHash);
    return others.length;
  }

  async #open(sessionId: string): Promise<KeptSession[]> {
    const session = await this.#store.read(sessionId);
    if (!session) return [];
    const { issuer, sub, tenant } = session;
    return (await this.#store.list({ issuer, sub })).filter((one) => one.tenant === tenant && !this.#isOver(one));
  }
}

const instant = (time: number) => new Date(time).toISOString();

const factsOf = ({ kind, device, createdAt, seenAt, endsAt }: KeptSession) => ({
  kind,
  device,
  startedAt: instant(createdAt),
  seenAt: instant(seenAt),
  endsAt: instant(endsAt),
});
