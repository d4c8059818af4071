import type { ChangeSource, GatewayOptions, OpenSession, StoredChange } from '../options.ts';
import type { ChangeFeed } from './feed.ts';
import { type Hearing, hearing } from './hearing.ts';
import { changeOf } from './nouns.ts';
import { type Position, positionIn, positionText } from './position.ts';

/** Bytes that wait for a reader; more is made only when it has taken them. */
export const MOST_UNSENT = 64 * 1024;
/** Sent in pieces of about this many characters. */
const PIECE = 16 * 1024;
/** Who takes nothing for so long has stopped reading. */
const PATIENCE = 15_000;
/** Who missed more, or was away longer, reads everything again. */
const MOST_MISSED = 1_000;
const LONGEST_AWAY = 10 * 60 * 1000;
/** Batches of the feed that may wait for one look at the session. */
const MOST_HEARD = 100;

export interface ReaderNeeds extends Pick<GatewayOptions, 'clock' | 'sessions'> {
  /** What is told, each with the feed that reads it for all streams. */
  sources: readonly { source: ChangeSource; feed: ChangeFeed }[];
  /** Called once, however it ends. */
  left(): void;
}

const encoder = new TextEncoder();

/** Spread, so that a thousand browsers do not come back in the same moment. */
const comeBackIn = (least: number) => `retry: ${least + Math.floor(Math.random() * least)}\n\n`;

/** One open stream: what was missed first, then what comes, each asked of the policy anew. */
export class EventReader {
  readonly #needs: ReaderNeeds;
  readonly #request: Request;
  readonly #out: ReadableStreamDefaultController<Uint8Array>;
  readonly #cursors: number[];
  readonly #leave: readonly (() => void)[];
  #session: OpenSession;
  #hearing: Hearing;
  #open = true;
  #taken: (() => void) | undefined;
  /** What came while a step was under way, to be told at once: one look at the session is enough for all of it. */
  #heard: { at: number; changes: readonly StoredChange[] }[] = [];
  /** Runs the steps one after another, so that ids never go backwards. */
  #tail: Promise<void>;

  constructor(needs: ReaderNeeds, request: Request, session: OpenSession, out: ReadableStreamDefaultController<Uint8Array>) {
    this.#needs = needs;
    this.#request = request;
    this.#session = session;
    this.#hearing = hearing(session, needs.clock());
    this.#out = out;
    this.#cursors = needs.sources.map(() => -1);
    const joined = needs.sources.map(({ feed }, at) =>
      feed.join({
        changes: (changes) => this.#hear(at, changes),
        // One beat is enough, whoever's.
        beat: () => void (at === 0 && this.#then(() => this.#beat())),
      }),
    );
    this.#leave = joined.map(({ leave }) => leave);
    this.#tail = this.#guarded(async () => {
      await Promise.all(joined.map(({ started }) => started));
      // It may have ended while nobody was told of this stream.
      await this.#renew();
      await this.#catchUp();
    });
  }

  /** Ends it from here; `goodbye` when the browser shall come back soon, to another process or with other rights. */
  close({ goodbye = false } = {}): void {
    if (!this.#open) return;
    if (goodbye && this.#hasRoom) this.#out.enqueue(encoder.encode(comeBackIn(300)));
    this.#open = false;
    this.#taken?.();
    for (const leave of this.#leave) leave();
    this.#needs.left();
    try {
      this.#out.close();
    } catch {
      // The other side closed it first.
    }
  }

  /** The other side has taken something. */
  pulled(): void {
    this.#taken?.();
  }

  #hear(at: number, changes: readonly StoredChange[]): void {
    this.#heard.push({ at, changes });
    // A session that cannot be looked at for so long is better begun again.
    if (this.#heard.length > MOST_HEARD) this.close();
    if (this.#heard.length === 1) this.#then(() => this.#tellHeard());
  }

  async #tellHeard(): Promise<void> {
    const heard = Map.groupBy(this.#heard.splice(0), ({ at }) => at);
    for (const [at, batches] of heard) await this.#tell(at, batches.flatMap(({ changes }) => changes));
  }

  #then(step: () => Promise<void>): void {
    this.#tail = this.#tail.then(() => (this.#open ? this.#guarded(step) : undefined));
  }

  /** A step that fails ends the stream; the browser comes back with its last id. */
  async #guarded(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch {
      this.close();
    }
  }

  async #beat(): Promise<void> {
    await this.#renew();
    // Moves the browser's Last-Event-ID on: others' changes never make this stream too old.
    await this.#send(`event: beat\nid: ${this.#id()}\n\n`);
  }

  async #catchUp(): Promise<void> {
    await this.#send(comeBackIn(2_000));
    const latest = await Promise.all(this.#needs.sources.map(({ source }) => source.latest()));
    const text = this.#request.headers.get('last-event-id') ?? '';
    if (text === '') return this.#startAt('beat', latest);
    // An id we never gave is from another world: too old by definition.
    const since = positionIn(text, latest.length);
    const missed = since && (await this.#missed(since, latest));
    if (!missed) return this.#startAt('reset', latest);
    this.#cursors.splice(0, Infinity, ...since);
    for (const [at, changes] of missed.entries()) await this.#tell(at, changes);
  }

  async #startAt(event: 'beat' | 'reset', latest: Position): Promise<void> {
    this.#cursors.splice(0, Infinity, ...latest);
    await this.#send(`event: ${event}\nid: ${this.#id()}\n${event === 'reset' ? 'data: {}\n' : ''}\n`);
  }

  /** What came after `since`, source by source; `undefined` when that is no longer all there. */
  async #missed(since: Position, latest: Position): Promise<StoredChange[][] | undefined> {
    if (since.some((seq, at) => seq > (latest[at] ?? 0))) return undefined;
    const missed = await Promise.all(this.#needs.sources.map((one, at) => this.#missedOf(one, since[at] ?? 0)));
    return missed.every((changes) => changes !== undefined) ? missed : undefined;
  }

  async #missedOf({ source, feed }: ReaderNeeds['sources'][number], since: number): Promise<StoredChange[] | undefined> {
    const recent = feed.since(since);
    const missed = recent ?? (await source.after(since, MOST_MISSED + 1));
    const [first] = missed;
    if (!first) return missed;
    // A hole right behind `since` may be changes already swept away.
    const isWhole = recent !== undefined || (missed.length <= MOST_MISSED && first.seq <= since + 1);
    const away = this.#needs.clock().getTime() - Date.parse(first.eventTime);
    return isWhole && away <= LONGEST_AWAY ? missed : undefined;
  }

  async #tell(at: number, changes: readonly StoredChange[]): Promise<void> {
    const fresh = changes.filter(({ seq }) => seq > (this.#cursors[at] ?? 0));
    // A right withdrawn since the last batch must count for this one.
    if (fresh.some((change) => this.#hearing.of(change) !== undefined || this.#hearing.bearsOnRights(change))) await this.#refresh(fresh);
    let text = '';
    for (const change of fresh) {
      this.#cursors[at] = change.seq;
      const noun = this.#hearing.of(change);
      if (noun) text += `event: change\nid: ${this.#id()}\ndata: ${JSON.stringify(changeOf(change, noun))}\n\n`;
      if (text.length < PIECE) continue;
      await this.#send(text);
      text = '';
    }
    if (text !== '') await this.#send(text);
  }

  async #refresh(fresh: readonly StoredChange[]): Promise<void> {
    const { subject } = this.#session;
    if (fresh.some((change) => this.#hearing.bearsOnRights(change))) await this.#needs.sessions.stale?.(subject.sub);
    await this.#renew();
  }

  /** Reads the session again, as no activity of the person's; without one there is nobody to tell. */
  async #renew(): Promise<void> {
    const session = await this.#needs.sessions.read(this.#request, { touch: false });
    if (session?.sessionId !== this.#session.sessionId) return this.close();
    this.#session = session;
    this.#hearing = hearing(session, this.#needs.clock());
  }

  #id(): string {
    return positionText(this.#cursors);
  }

  get #hasRoom(): boolean {
    return (this.#out.desiredSize ?? 0) > 0;
  }

  /** Waits for a slow reader, so that what is unsent stays little; who has stopped reading loses the stream. */
  async #send(text: string): Promise<void> {
    if (this.#open && !this.#hasRoom && !(await this.#isTaken())) this.close();
    if (this.#open) this.#out.enqueue(encoder.encode(text));
  }

  #isTaken(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), PATIENCE);
    this.#taken = () => resolve(true);
    return promise.finally(() => clearTimeout(timer));
  }
}
