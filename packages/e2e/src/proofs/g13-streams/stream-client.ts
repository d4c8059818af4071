import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Heard } from './model.ts';

const AGAIN_AFTER = 150;

/** A browser's event stream without a browser: comes back with its last id, however the line was cut, and notes all it hears. */
export class StreamClient {
  readonly party: string;
  readonly heard: Heard[] = [];
  /** How often it had to connect. */
  connections = 0;
  /** Answers other than a stream. */
  readonly refusals: number[] = [];
  readonly #url: string;
  readonly #cookie: string;
  #lastId: string | undefined;
  #current: IncomingMessage | undefined;
  #asking: ClientRequest | undefined;
  #stopped = false;
  #fresh = true;
  readonly #running: Promise<void>;

  constructor(url: string, cookie: string, party: string) {
    this.#url = url;
    this.#cookie = cookie;
    this.party = party;
    this.#running = this.#run();
  }

  /** Its position in the outbox, as far as it was told. */
  get position(): number {
    return this.heard.at(-1)?.seq ?? -1;
  }

  /** Breaks the line off, as a network does. */
  cut(): void {
    this.#current?.destroy();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    // It may be on its way to a new line just now.
    this.#asking?.destroy();
    this.cut();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      await this.#listen().catch(() => undefined);
      if (!this.#stopped) await wait(AGAIN_AFTER * (0.5 + Math.random()));
    }
  }

  async #listen(): Promise<void> {
    this.connections += 1;
    const response = await this.#open();
    if (response.statusCode !== 200) {
      this.refusals.push(response.statusCode ?? 0);
      response.resume();
      return;
    }
    this.#current = response;
    this.#fresh = true;
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const blocks = (rest + String(chunk)).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.#hear(block);
    }
  }

  #open(): Promise<IncomingMessage> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const headers = { cookie: this.#cookie, 'x-fp-csrf': '1', accept: 'text/event-stream', ...(this.#lastId !== undefined && { 'last-event-id': this.#lastId }) };
    this.#asking = get(`${this.#url}/api/v1/events`, { headers, agent: false }, resolve).once('error', reject);
    return promise;
  }

  #hear(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const id = field('id');
    if (id === undefined) return;
    const seq = Number(id.split('-')[0]);
    const event = field('event');
    if (event === 'change') this.heard.push({ kind: 'change', seq, id: (JSON.parse(field('data') ?? '{}') as { id: string }).id });
    else this.heard.push({ kind: event === 'reset' ? 'reset' : this.#fresh ? 'start' : 'beat', seq });
    this.#fresh = false;
    this.#lastId = id;
  }
}

/** A reader that asks for a stream and then takes nothing of it. */
export async function stalledReader(url: string, cookie: string): Promise<() => void> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const headers = { cookie, 'x-fp-csrf': '1', accept: 'text/event-stream' };
  get(`${url}/api/v1/events`, { headers, agent: false }, resolve).once('error', reject);
  const response = await promise;
  response.pause();
  response.on('error', () => undefined);
  return () => response.destroy();
}
