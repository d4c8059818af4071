import type { OpenSession } from '../options.ts';
import type { EventReader } from './reader.ts';

/** One browser keeps one stream; a few more are tabs that cannot share, or leftovers of a line that was cut. */
const MOST_A_SESSION = 6;
/** All devices of a person, and of whoever else signs in as them. */
const MOST_A_PERSON = 60;

type Key = 'sessionId' | 'sub';

/** The streams of this process, by whose they are. */
export class OpenStreams {
  readonly #by = { sessionId: new Map<string, Set<EventReader>>(), sub: new Map<string, Set<EventReader>>() };

  /** Of too many the oldest goes: most likely its browser is gone, and the newest is being looked at. */
  add({ sessionId, subject: { sub } }: OpenSession, reader: EventReader): void {
    this.#add('sessionId', sessionId, reader, MOST_A_SESSION);
    this.#add('sub', sub, reader, MOST_A_PERSON);
  }

  remove({ sessionId, subject: { sub } }: OpenSession, reader: EventReader): void {
    this.#remove('sessionId', sessionId, reader);
    this.#remove('sub', sub, reader);
  }

  /** Closes every stream of a session that has ended. */
  end(sessionId: string): void {
    for (const reader of this.#by.sessionId.get(sessionId) ?? []) reader.close();
  }

  closeAll(): void {
    for (const readers of this.#by.sessionId.values()) for (const reader of readers) reader.close({ goodbye: true });
  }

  #add(by: Key, key: string, reader: EventReader, most: number): void {
    const readers = this.#by[by].get(key) ?? new Set();
    this.#by[by].set(key, readers.add(reader));
    const [oldest] = readers;
    if (readers.size > most) oldest?.close();
  }

  #remove(by: Key, key: string, reader: EventReader): void {
    const readers = this.#by[by].get(key);
    readers?.delete(reader);
    if (readers?.size === 0) this.#by[by].delete(key);
  }
}
