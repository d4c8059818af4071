import type { FieldProblem, Problem } from '@faceplate/contracts';

/** A refusal on its way to the customer: thrown anywhere below a route, answered in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Record<string, string> = {}) {
    super(problem.code);
    this.problem = problem;
    this.headers = headers;
  }
}

/** What a stranger's record and a missing one answer alike: whether it exists is nobody's business. */
export const notFound = (): Refusal => new Refusal({ status: 404, code: 'not-found', title: 'There is nothing here under that address.' });

export const invalid = (status: 400 | 422, errors: FieldProblem[]): Refusal =>
  new Refusal({ status, code: 'invalid-request', title: 'Some of what was sent cannot be used.', errors });

/** An RFC 9457 answer. */
export function problemResponse(problem: Problem, trace: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', ...problem, trace }), {
    status: problem.status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}
