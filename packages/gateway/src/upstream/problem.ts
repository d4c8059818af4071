/** `refused` carries the upstream's own status; `garbage` is an answer that could not be read. */
export type UpstreamFault = 'unreachable' | 'not-found' | 'refused' | 'garbage';

/** A system behind the gateway failed or said no. `message` is for the log; no customer reads it. */
export class UpstreamProblem extends Error {
  override readonly name = 'UpstreamProblem';
  readonly fault: UpstreamFault;
  /** The upstream's name, in the operator's words. */
  readonly origin: string;
  /** HTTP status of the answer, where there was one. */
  readonly status: number | undefined;
  /** TMF error code, as text. Some servers send a number; one that is no code but a sentence is left out, for it is logged. */
  readonly code: string | undefined;

  constructor(fault: UpstreamFault, origin: string, message: string, facts: { status?: number; code?: string; cause?: unknown } = {}) {
    super(message, { cause: facts.cause });
    this.fault = fault;
    this.origin = origin;
    this.status = facts.status;
    this.code = facts.code;
  }
}
