import type { OpenSession, SessionReader } from '../options.ts';
import { PASSIVE_HEADER } from './sessions.ts';

/** How long a session is believed without looking it up. Whatever ends or changes it is told at once; this bounds a message lost. */
const BELIEVED = 1_000;
const MOST = 20_000;

interface Held {
  reading: Promise<OpenSession | undefined>;
  /** Once it was read. */
  session?: OpenSession;
  at: number;
  /** Whether that look counted as the person's activity. */
  touched: boolean;
}

/** Tells the `sub` of everybody whose rights have changed, as `ended` does of sessions. */
interface Changing {
  changed?(listen: (sub: string) => void): () => void;
}

/**
 * Reads each session once a second at most, however many calls it makes, and once for all calls that come together.
 * What identifies a session in the request is the key, whole, so two people never share an entry. All but `read` is
 * the reader's own.
 */
export function cachedSessions<S extends SessionReader & Changing>(reader: S, clock: () => Date): S {
  const held = new Helds();
  reader.ended?.((sessionId) => held.forget(({ session }) => session?.sessionId === sessionId));
  reader.changed?.((sub) => held.forget(({ session }) => session?.subject.sub === sub || session?.acting?.actor.id === sub));
  const read: SessionReader['read'] = async (request, { touch = true } = {}) => {
    const key = keyOf(request);
    if (key === undefined) return undefined;
    const now = clock().getTime();
    const touches = touch && request.headers.get(PASSIVE_HEADER) !== '1';
    const known = held.get(key);
    if (known && now - known.at < BELIEVED && (known.touched || !touches)) return stillOpen(await known.reading, now);
    const reading = reader.read(request, { touch });
    held.keep(key, { reading, at: now, touched: touches });
    return reading;
  };
  return new Proxy(reader, {
    get: (target, name) => {
      if (name === 'read') return read;
      const own: unknown = Reflect.get(target, name);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
}

class Helds {
  readonly #byKey = new Map<string, Held>();

  get(key: string): Held | undefined {
    return this.#byKey.get(key);
  }

  keep(key: string, one: Held): void {
    if (this.#byKey.size >= MOST) this.#byKey.clear();
    this.#byKey.set(key, one);
    const drop = () => {
      if (this.#byKey.get(key) === one) this.#byKey.delete(key);
    };
    one.reading.then((session) => {
      if (session) one.session = session;
      else drop();
    }, drop);
  }

  /** Drops what is named, and what is being read this moment: it may have been read before the change. */
  forget(isNamed: (one: Held) => boolean): void {
    for (const [key, one] of this.#byKey) if (!one.session || isNamed(one)) this.#byKey.delete(key);
  }
}

function keyOf({ headers }: Request): string | undefined {
  const [cookie, bearer] = [headers.get('cookie'), headers.get('authorization')];
  if (cookie === null && bearer === null) return undefined;
  return `${cookie ?? ''}\n${bearer ?? ''}\n${headers.get('origin') ?? ''}`;
}

const stillOpen = (session: OpenSession | undefined, now: number) => (session && Date.parse(session.endsAt) > now && Date.parse(session.idleEndsAt) > now ? session : undefined);
