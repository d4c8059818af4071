import { scheduler } from 'node:timers/promises';
import type { Answer, Answered, Evidence, Silence, SilenceReason } from './answer.ts';
import { demandSafe, type SafeMethod, UnsafeRequest } from './safe-method.ts';
import { reasonOf } from './silence.ts';
import { evidenceOf } from './trace.ts';
import { Turns } from './turns.ts';

export interface TransportOptions {
  /** Origins that may be asked: a redirect or a document may name others, and credentials must not go there. */
  readonly origins: readonly string[];
  /** Sent with every request, credentials among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds a single answer may take. */
  readonly timeout: number;
  readonly maxRequests: number;
  readonly concurrency: number;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** How a pause that a busy server asks for is kept. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

export interface Ask {
  readonly method?: SafeMethod;
  /** Leaves the credentials out: shows what a stranger would get. */
  readonly stranger?: boolean;
  /** Ids within the path; the evidence holds `{id}` instead. */
  readonly ids?: readonly string[];
}

export interface Told {
  readonly answer: Answer;
  readonly evidence: Evidence;
}

const MOST_BYTES = 8 * 1024 * 1024;
/** So many silences in a row with never an answer, and the host counts as dead. */
const DEAD_AFTER = 3;
const LONGEST_PAUSE = 5_000;

/** The only way out of this process: reads, and only from the hosts that were named. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #turns: Turns;
  readonly #silences = new Map<string, { reason: SilenceReason; count: number; answered: boolean }>();
  #asked = 0;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#turns = new Turns(options.concurrency);
  }

  /** Requests that were sent. */
  get asked(): number {
    return this.#asked;
  }

  get hasCredentials(): boolean {
    return Object.keys(this.#options.headers).length > 0;
  }

  /**
   * Sends one request and waits for its answer; a server or network that fails is an answer too.
   *
   * @throws UnsafeRequest for a method that does not read, or a host that was not named.
   */
  async ask(address: string, { method = 'GET', stranger = false, ids }: Ask = {}): Promise<Told> {
    const safe = demandSafe(method);
    const url = new URL(address);
    if (!this.#options.origins.includes(url.origin)) throw new UnsafeRequest('The probe asks only the hosts it was given.');
    const answer = await this.#turns.take(() => this.#patiently(safe, url, stranger));
    return { answer, evidence: evidenceOf(safe, url, answer, ids) };
  }

  /** A busy server gets the pause it asks for, once. */
  async #patiently(method: SafeMethod, url: URL, stranger: boolean): Promise<Answer> {
    const answer = await this.#once(method, url, stranger);
    if (answer.kind !== 'answer' || answer.status !== 429) return answer;
    const seconds = Number(answer.headers.get('retry-after') ?? 1);
    const { pause = (milliseconds: number) => scheduler.wait(milliseconds) } = this.#options;
    await pause(Math.min(LONGEST_PAUSE, Number.isFinite(seconds) ? seconds * 1000 : 1000));
    return this.#once(method, url, stranger);
  }

  async #once(method: SafeMethod, url: URL, stranger: boolean): Promise<Answer> {
    const known = this.#silences.get(url.origin);
    if (known && !known.answered && known.count >= DEAD_AFTER) return silence(known.reason, 0);
    if (this.#asked >= this.#options.maxRequests) return silence('not-asked', 0);
    this.#asked += 1;
    const answer = await this.#send(method, url, stranger);
    this.#remember(url.origin, answer);
    return answer;
  }

  #remember(origin: string, answer: Answer): void {
    const known = this.#silences.get(origin) ?? { reason: 'timeout', count: 0, answered: false };
    if (answer.kind === 'answer') this.#silences.set(origin, { ...known, count: 0, answered: true });
    else this.#silences.set(origin, { ...known, reason: answer.reason, count: known.count + 1 });
  }

  async #send(method: SafeMethod, url: URL, stranger: boolean): Promise<Answer> {
    const { headers, timeout, fetch = globalThis.fetch } = this.#options;
    const started = performance.now();
    const elapsed = () => performance.now() - started;
    try {
      const signal = AbortSignal.timeout(timeout);
      const all = { accept: 'application/json', ...(stranger ? {} : headers) };
      const response = await fetch(new Request(url, { method, headers: all, redirect: 'manual', signal }));
      const text = await readText(response, signal);
      return text === undefined ? silence('too-large', elapsed()) : answered(response, text, elapsed());
    } catch (error) {
      return silence(reasonOf(error), elapsed());
    }
  }
}

const silence = (reason: SilenceReason, ms: number): Silence => ({ kind: 'silence', reason, ms });

/** `undefined` for a body larger than any honest one. */
async function readText(response: Response, signal: AbortSignal): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    signal.throwIfAborted();
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function answered({ status, headers }: Response, text: string, ms: number): Answered {
  const isPage = /^\s*<(!doctype|html|head|body|\?xml)/i.test(text);
  try {
    const body = text.trim() === '' ? undefined : (JSON.parse(text) as unknown);
    return { kind: 'answer', status, headers, body, isJson: body !== undefined, isPage, ms };
  } catch {
    return { kind: 'answer', status, headers, body: undefined, isJson: false, isPage, ms };
  }
}
