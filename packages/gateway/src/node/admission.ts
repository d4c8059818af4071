import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Problem } from '@faceplate/contracts';

export interface AdmissionSettings {
  /** Reads in flight that are always taken on; what is learnt never goes below. */
  least: number;
  /** Milliseconds that reads may take of a process that has no time left; above, less is taken on. */
  slow: number;
}

/** Enough to keep a process and its connections to a database at work; whoever is taken on last waits a moment. */
export const ADMISSION: AdmissionSettings = { least: 4, slow: 80 };

/** Times the least: a few pages at once, which who has time always takes; */
const AT_REST = 16;
/** and how far it goes when more is wanted: most calls wait for systems elsewhere, which costs us nothing. */
const AT_EASE = 128;
/** Sign-in, sign-out and whatever changes something are turned away only when all hope is gone. */
const RESERVE = 4;
const LOOK_EVERY = 100;
const SHRINK = 0.7;
/** Share of its time a process may be at work before it counts as having none left. */
const BUSY = 0.85;

export interface Admission {
  /** Whether the process takes this on. If not, it has been answered. */
  admit(request: IncomingMessage, response: ServerResponse): boolean;
  /** Requests under way, streams not among them. */
  readonly inFlight: number;
  /** Open event streams. */
  readonly streams: number;
  /** How many reads may be, right now. */
  readonly most: number;
  /** How many were turned away. */
  readonly refused: number;
  stop(): void;
}

/**
 * Sheds load early and cheaply (security.md, section 4): with more under way than this process can answer in time,
 * a read is told at once when to come back, so that those taken on are answered as fast as ever.
 */
export function createAdmission(settings: Partial<AdmissionSettings> = {}): Admission {
  const admitting = new Admitting({ ...ADMISSION, ...settings });
  admitting.start();
  return admitting;
}

class Admitting implements Admission {
  inFlight = 0;
  streams = 0;
  refused = 0;
  most: number;
  readonly #settings: AdmissionSettings;
  #looking: NodeJS.Timeout | undefined;
  /** Since the last look: reads that ended, how long they took in all, and the most that were under way. */
  #ended = 0;
  #took = 0;
  #peak = 0;
  #used = performance.eventLoopUtilization();

  constructor(settings: AdmissionSettings) {
    this.#settings = settings;
    this.most = settings.least * AT_REST;
  }

  start(): void {
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY).unref();
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  admit(request: IncomingMessage, response: ServerResponse): boolean {
    const first = isFirst(request);
    if (this.inFlight >= (first ? this.#settings.least * AT_EASE * RESERVE : this.most)) {
      this.refused += 1;
      this.#peak = Math.max(this.#peak, this.inFlight);
      refuse(response);
      return false;
    }
    // Streams live for hours and cost next to nothing.
    if (isStream(request.url ?? '')) this.#stream(response);
    else this.#take(response, first);
    return true;
  }

  #stream(response: ServerResponse): void {
    this.streams += 1;
    response.once('close', () => {
      this.streams -= 1;
    });
  }

  #take(response: ServerResponse, first: boolean): void {
    this.inFlight += 1;
    if (this.inFlight > this.#peak) this.#peak = this.inFlight;
    const began = performance.now();
    response.once('close', () => {
      this.inFlight -= 1;
      if (first) return;
      this.#ended += 1;
      this.#took += performance.now() - began;
    });
  }

  /** Slow systems elsewhere are no reason to turn anybody away; too little time of our own is. */
  #look(): void {
    const now = performance.eventLoopUtilization();
    const busy = performance.eventLoopUtilization(now, this.#used).utilization > BUSY;
    const mean = this.#ended === 0 ? Number.POSITIVE_INFINITY : this.#took / this.#ended;
    const { least, slow } = this.#settings;
    if (busy && mean > slow && this.inFlight > 0) this.most = Math.max(least, Math.floor(this.most * SHRINK));
    // More is tried only where somebody wanted more.
    else if (this.#peak >= this.most * SHRINK) this.most = Math.min(least * AT_EASE, busy ? this.most + 1 : this.most * 2);
    else if (!busy) this.most = Math.max(this.most, Math.min(least * AT_REST, this.most * 2));
    [this.#ended, this.#took, this.#peak, this.#used] = [0, 0, this.inFlight, now];
  }
}

const FIRST = /^\/(?:auth|idp|hub)\/|^\/api\/v1\/session(?:$|\?)/;
const isFirst = ({ method, url = '' }: IncomingMessage): boolean => (method !== 'GET' && method !== 'HEAD') || FIRST.test(url);

const isStream = (url: string): boolean => url.startsWith('/api/v1/events');

const overloaded: Problem = { status: 503, code: 'overloaded', title: 'Too much is going on here right now. Try again in a moment.' };

function refuse(response: ServerResponse): void {
  const body = JSON.stringify({ type: 'about:blank', ...overloaded, trace: randomUUID() });
  response.writeHead(overloaded.status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Not all at the same moment.
    'retry-after': String(1 + Math.floor(Math.random() * 3)),
  });
  response.end(body);
}
