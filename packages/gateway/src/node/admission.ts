import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '@faceplate/contracts';

export interface AdmissionSettings {
  /** Reads in flight that are always taken on; what is learnt never goes below. */
  least: number;
  /** Milliseconds the event loop may come late before less is taken on. */
  late: number;
}

/** A read costs about a millisecond of this process, so whoever is taken on last waits a tenth of a second. */
export const ADMISSION: AdmissionSettings = { least: 64, late: 100 };

/** How far above the least an unhurried process goes: most of its calls wait for systems elsewhere, which costs it nothing. */
const AT_EASE = 8;
/** Sign-in, sign-out and whatever changes something are turned away only when all hope is gone. */
const RESERVE = 4;
const LOOK_EVERY = 100;
const SHRINK = 0.6;

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
  #lookedAt = 0;

  constructor(settings: AdmissionSettings) {
    this.#settings = settings;
    this.most = settings.least * AT_EASE;
  }

  start(): void {
    this.#lookedAt = performance.now();
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY).unref();
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  admit(request: IncomingMessage, response: ServerResponse): boolean {
    const first = isFirst(request);
    if (this.inFlight >= (first ? this.#settings.least * AT_EASE * RESERVE : this.most)) {
      this.refused += 1;
      refuse(response);
      return false;
    }
    // Streams live for hours and cost next to nothing.
    const counted = isStream(request.url ?? '') ? 'streams' : 'inFlight';
    this[counted] += 1;
    response.once('close', () => {
      this[counted] -= 1;
    });
    return true;
  }

  /** A timer that comes late says how long whoever knocks now will wait. */
  #look(): void {
    const now = performance.now();
    const late = now - this.#lookedAt - LOOK_EVERY;
    this.#lookedAt = now;
    const { least, late: most } = this.#settings;
    this.most = late > most ? Math.max(least, Math.floor(this.most * SHRINK)) : Math.min(least * AT_EASE, this.most + Math.ceil(least / 4));
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
