import type { Problem } from '@faceplate/contracts';

/** The service said no. `problem.title` is fit for a person; `problem.trace` is the reference to quote. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
    this.problem = problem;
  }

  /** Nobody is signed in, or no longer. */
  get signedOut(): boolean {
    return this.problem.status === 401;
  }

  get forbidden(): boolean {
    return this.problem.status === 403;
  }

  get notFound(): boolean {
    return this.problem.status === 404;
  }

  /**
   * The service has decided, and keeps its answer under the idempotency key: under the same key it would come again, long after
   * the reason is gone. While it is still at it, or may have been, the key is kept instead.
   */
  get definite(): boolean {
    return !this.retryable && this.problem.code !== 'in-progress';
  }

  /** The same call may succeed later, unchanged. */
  get retryable(): boolean {
    return [408, 425, 429, 500, 502, 503, 504].includes(this.problem.status);
  }
}

/** The service broke the contract: its fault, not the caller's and not the customer's. */
export class ContractMismatch extends Error {
  override readonly name = 'ContractMismatch';
}

/** No answer came: no network, a dead gateway, or nothing within the time allowed. */
export class Offline extends Error {
  override readonly name = 'Offline';
  /** The call may have been carried out all the same; only its answer is missing. */
  readonly timedOut: boolean;

  constructor(message: string, { timedOut = false, cause }: { timedOut?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.timedOut = timedOut;
  }
}
