import { SendFailure } from './send.ts';

/** `refused` carries the upstream's own status; `garbage` is an answer that could not be read. */
export type UpstreamFault = 'unreachable' | 'not-found' | 'refused' | 'garbage';

interface ProblemFacts {
  status?: number;
  code?: string;
  cause?: unknown;
  retryAfter?: number;
  unsent?: boolean;
}

/** A system behind the gateway failed or said no. `message` is for the log; no customer reads it. */
export class UpstreamProblem extends Error {
  override readonly name = 'UpstreamProblem';
  readonly fault: UpstreamFault;
  /** The upstream's name, in the operator's words. */
  readonly origin: string;
  /** HTTP status of the answer, where there was one. */
  readonly status: number | undefined;
  /**
   * TMF error code, as text. Some servers send a number; one that is no code but a sentence is left out, for it is
   * logged. Where there was no answer: `timeout`, `left`, `open`, `busy`, or the system's own word (`ECONNREFUSED`).
   */
  readonly code: string | undefined;
  /** Milliseconds the server asked to be left alone. */
  readonly retryAfter: number | undefined;
  /** The request never left this machine, so asking again cannot act twice. */
  readonly unsent: boolean;

  constructor(fault: UpstreamFault, origin: string, message: string, facts: ProblemFacts = {}) {
    super(message, { cause: facts.cause });
    this.fault = fault;
    this.origin = origin;
    this.status = facts.status;
    this.code = facts.code;
    this.retryAfter = facts.retryAfter;
    this.unsent = facts.unsent === true;
  }
}

/** How a server says that it has no such collection, whatever that means to whoever reads the list. */
export const isLacking = (error: unknown): error is UpstreamProblem => error instanceof UpstreamProblem && [404, 405, 501].includes(error.status ?? 0);

const CODE = /^[\w.-]{1,40}$/;

/** A code worth logging, if it is one at all. */
export function codeOf(code: unknown): { code?: string } {
  const isCode = (typeof code === 'string' || typeof code === 'number') && CODE.test(String(code));
  return isCode ? { code: String(code) } : {};
}

/** What kept a request from its answer, as the problem of that upstream. */
export function problemOf(origin: string, error: unknown): UpstreamProblem {
  if (error instanceof UpstreamProblem) return error;
  const { kind, code, unsent } = error instanceof SendFailure ? error : new SendFailure('no-answer', error);
  const isAnswer = kind === 'too-large' || kind === 'unreadable';
  const named = kind === 'no-answer' ? code : kind;
  return new UpstreamProblem(isAnswer ? 'garbage' : 'unreachable', origin, `answer: ${kind}`, { cause: error, unsent, ...codeOf(named) });
}
