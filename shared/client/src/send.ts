import { Problem } from '@faceplate/contracts';
import type * as z from 'zod/mini';
import { ApiProblem, ContractMismatch, Offline } from './errors.ts';

export type Verb = 'GET' | 'POST' | 'PATCH' | 'DELETE';
export type Route = `${Verb} /${string}`;

export interface RequestOptions {
  signal?: AbortSignal;
  /** Milliseconds an answer known already may be old; for what is asked again and again while it is awaited. Half a minute when absent. */
  atMost?: number;
}

export interface SendOptions extends RequestOptions {
  body?: unknown;
  /** Makes a repeated unsafe call take effect once; made afresh when absent. Keep it over retries of one intent. */
  idempotencyKey?: string;
  /** The page asks by itself: that is no activity of the person's and does not keep them signed in. */
  passive?: boolean;
}

export type Send = <T>(route: Route, schema: z.ZodMiniType<T>, options?: SendOptions) => Promise<T>;

export interface HttpConfig {
  /** Origin of the gateway, no trailing slash; empty for the page's own. */
  gateway: string;
  fetch?: typeof globalThis.fetch;
  /** Milliseconds until an unanswered call is given up. */
  timeout?: number;
  /** Resolves after the milliseconds given; tests hand in their own. */
  pause?: (milliseconds: number) => Promise<void>;
}

const RETRIES = 2;
const FIRST_PAUSE = 250;

/**
 * Builds the one function that speaks HTTP. It knows nothing of toasts, routes
 * or sign-in: it throws one of the errors of this room and the caller decides.
 */
export function createSend(config: HttpConfig): Send {
  return async (route, schema, options = {}) => {
    const space = route.indexOf(' ');
    const verb = route.slice(0, space) as Verb;
    const request = () => attempt(config, verb, route.slice(space + 1), options, (response) => response.text());
    // Only calls that change nothing are repeated unasked.
    const text = verb === 'GET' ? await withRetries(request, config.pause ?? pause, options.signal) : await request();
    return readAnswer(route, text, schema);
  };
}

/** Fetches a file, a bill's PDF say: a plain link cannot carry the header that every API call needs. */
export function createDownload(config: HttpConfig): (path: `/${string}`, options?: RequestOptions) => Promise<Blob> {
  return async (path, options = {}) => {
    const request = () => attempt(config, 'GET', path, options, (response) => response.blob());
    return withRetries(request, config.pause ?? pause, options.signal);
  };
}

async function withRetries<T>(
  request: () => Promise<T>,
  wait: (milliseconds: number) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await request();
    } catch (cause) {
      const again = cause instanceof Offline || (cause instanceof ApiProblem && cause.retryable);
      if (!again || tries === RETRIES || signal?.aborted) throw cause;
      // Full jitter: a crowd of pages must not come back in step.
      await wait(Math.random() * FIRST_PAUSE * 2 ** tries);
      signal?.throwIfAborted();
    }
  }
}

async function attempt<T>(
  config: HttpConfig,
  verb: Verb,
  path: string,
  options: SendOptions,
  take: (response: Response) => Promise<T>,
): Promise<T> {
  const { gateway, fetch = globalThis.fetch, timeout = 15_000 } = config;
  const limit = AbortSignal.timeout(timeout);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  let problem: Problem;
  try {
    const response = await fetch(`${gateway}/api/v1${path}`, {
      method: verb,
      credentials: gateway ? 'include' : 'same-origin',
      headers: headersOf(verb, options),
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      signal,
    });
    // A line that is cut in the middle of the body gave no answer either.
    if (response.ok) return await take(response);
    problem = await readProblem(response);
  } catch (cause) {
    if (options.signal?.aborted) throw options.signal.reason;
    throw new Offline(`${verb} ${path} got no answer`, { timedOut: limit.aborted, cause });
  }
  throw new ApiProblem(problem);
}

function headersOf(verb: Verb, { body, idempotencyKey, passive }: SendOptions): Record<string, string> {
  return {
    accept: 'application/json, */*;q=0.5',
    'x-fp-csrf': '1',
    ...(verb !== 'GET' && { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(passive && { 'x-fp-passive': '1' }),
  };
}

/** What a service answered, as its contract has it. @throws {ContractMismatch} */
export function readAnswer<T>(route: Route, text: string, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(parse(route, text));
  if (!parsed.success) throw new ContractMismatch(`${route}: ${parsed.error.message}`);
  return parsed.data;
}

function parse(route: Route, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ContractMismatch(`${route}: not JSON`, { cause });
  }
}

/** Gateways and proxies answer in HTML when they fail; that still has to become a `Problem`. */
async function readProblem(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  return { status: response.status, code: 'unknown', title: response.statusText || 'The request failed.' };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
