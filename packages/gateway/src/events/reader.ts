import type { GatewayOptions, OpenSession, StoredChange } from '../options.ts';
import { contextOf, decide } from '../policy/decide.ts';
import { changeOf, meaningOf } from './nouns.ts';
import type { ChangeFeed, Listener } from './feed.ts';

/** A stream that has this much unsent belongs to somebody who stopped reading. */
export const MOST_UNSENT = 256 * 1024;
/** Who missed more, or was away longer, reads everything again. */
const MOST_MISSED = 1_000;
const LONGEST_AWAY = 10 * 60 * 1000;

type Needs = Pick<GatewayOptions, 'changes' | 'clock' | 'sessions'>;

/** One open stream: what was missed first, then what comes, each asked of the policy anew. */
export class EventReader implements Listener {
  readonly #needs: Needs;
  readonly #request: Request;
  readonly #out: ReadableStreamDefaultController<Uint8Array>;
  readonly #encoder = new TextEncoder();
  #session: OpenSession;
  #cursor = -1;
  #open = true;
  /** Runs the steps one after another, so that ids never go backwards. */
  #tail: Promise<void>;
  readonly #leave: () => void;

  constructor(needs: Needs, feed: ChangeFeed, request: Request, session: OpenSession, out: ReadableStreamDefaultController<Uint8Array>) {
    this.#needs = needs;
    this.#request = request;
    this.#session = session;
    this.#out = out;
    const { started, leave } = feed.join(this);
    this.#leave = leave;
    this.#tail = this.#guarded(() => started.then(() => this.#catchUp()));
  }

  changes(changes: readonly StoredChange[]): void {
    this.#then(() => this.#tell(changes));
  }

  beat(): void {
    this.#then(async () => {
      await this.#renew();
      // Moves the browser's Last-Event-ID on: others' changes never make this stream too old.
      this.#send(`event: beat\nid: ${this.#cursor}\n\n`);
    });
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#leave();
    try {
      this.#out.close();
    } catch {
      // The other side closed it first.
    }
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

  async #catchUp(): Promise<void> {
    const { changes } = this.#needs;
    this.#send(`retry: ${2_000 + Math.floor(Math.random() * 2_000)}\n\n`);
    const since = this.#lastSeen();
    const latest = await changes.latest();
    if (since === undefined) return this.#startAt(latest);
    const missed = since > latest ? undefined : await this.#missed(since);
    if (!missed) {
      this.#send(`event: reset\nid: ${latest}\ndata: {}\n\n`);
      this.#cursor = latest;
      return;
    }
    this.#cursor = since;
    await this.#tell(missed);
  }

  #startAt(latest: number): void {
    this.#cursor = latest;
    this.#send(`event: beat\nid: ${latest}\n\n`);
  }

  #lastSeen(): number | undefined {
    const text = this.#request.headers.get('last-event-id');
    if (text === null || text === '') return undefined;
    // An id we never gave is from another world: too old by definition.
    return /^\d{1,15}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  }

  /** What came after `since`; `undefined` when that is no longer all there. */
  async #missed(since: number): Promise<StoredChange[] | undefined> {
    const missed = await this.#needs.changes.after(since, MOST_MISSED + 1);
    const [first] = missed;
    if (!first) return missed;
    const away = this.#needs.clock().getTime() - Date.parse(first.eventTime);
    // A hole right behind `since` may be changes already swept away.
    return missed.length > MOST_MISSED || first.seq > since + 1 || !(away <= LONGEST_AWAY) ? undefined : missed;
  }

  async #tell(changes: readonly StoredChange[]): Promise<void> {
    const fresh = changes.filter(({ seq }) => seq > this.#cursor);
    // A right withdrawn since the last batch must count for this one.
    if (fresh.some((change) => this.#mayHear(change))) await this.#renew();
    for (const change of fresh) {
      const meaning = this.#mayHear(change);
      if (meaning) this.#send(`event: change\nid: ${change.seq}\ndata: ${JSON.stringify(changeOf(change, meaning.noun))}\n\n`);
      this.#cursor = change.seq;
    }
  }

  #mayHear({ resource, partyIds }: StoredChange) {
    const meaning = meaningOf(resource);
    if (!meaning) return undefined;
    const context = contextOf(this.#session, this.#needs.clock());
    return decide(this.#session.subject, meaning.action, { partyIds }, context).allow ? meaning : undefined;
  }

  /** Reads the session again, as no activity of the person's; without one there is nobody to tell. */
  async #renew(): Promise<void> {
    const session = await this.#needs.sessions.read(this.#request, { touch: false });
    if (session?.sessionId === this.#session.sessionId) this.#session = session;
    else this.close();
  }

  #send(text: string): void {
    if (!this.#open) return;
    this.#out.enqueue(this.#encoder.encode(text));
    if ((this.#out.desiredSize ?? 0) < 0) this.close();
  }
}
