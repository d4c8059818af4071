import { ruleOf } from '../policy/actions.ts';
import { isMedia, type Route } from '../routing/route.ts';
import { type Code, problemCodes } from './problem-codes.ts';
import type { Json } from './schemas.ts';

const EVERYWHERE: readonly Code[] = ['csrf-header-missing', 'origin-unknown', 'site-unknown', 'not-allowed', 'too-many', 'overloaded', 'internal', 'answer-unreadable', 'upstream-garbage', 'upstream-unreachable'];
const POSTED: readonly Code[] = ['idempotency-key-missing', 'in-progress', 'key-reused', 'not-json', 'too-large'];

/** What may be refused on a route of its kind, and what only there. */
export function codesOf(route: Pick<Route, 'method' | 'path' | 'query' | 'params' | 'body' | 'answer' | 'signedOut' | 'policy' | 'codes'>): Code[] {
  const { method, path, query, params, body, answer, signedOut, policy, codes = [] } = route;
  const changes = !policy.action.endsWith('.read');
  const kinds: (readonly [boolean, readonly Code[]])[] = [
    [true, EVERYWHERE],
    [!signedOut && ruleOf(policy.action)?.visitor !== 'passing', ['signed-out']],
    [path.includes(':'), ['not-found']],
    [query !== undefined || params !== undefined || body !== undefined, ['invalid-request']],
    [method === 'POST', POSTED],
    [method === 'PATCH', ['not-json', 'too-large']],
    [changes, ['step-up-needed', 'not-here', 'not-while-acting', 'over-limit', 'upstream-refused', 'audit-unavailable']],
    [answer !== undefined && isMedia(answer) && answer.media === 'application/pdf', ['documents-unavailable', 'documents-busy']],
    [true, codes],
  ];
  return [...new Set(kinds.flatMap(([holds, its]) => (holds ? its : [])))];
}

/** Statuses of a code on a route: a body that does not fit is 422, all else that does not fit 400. */
const statusesOf = (code: Code, route: Pick<Route, 'query' | 'params' | 'body'>): number[] => {
  if (code !== 'invalid-request') return [problemCodes[code].status];
  return [...(route.query || route.params || route.body ? [400] : []), ...(route.body ? [422] : [])];
};

/** The refusals of a route as responses, by status; equal ones are one component. */
export function refusalsOf(route: Parameters<typeof codesOf>[0], components: Map<string, Json>): Json {
  const byStatus = new Map<number, Code[]>();
  for (const code of codesOf(route)) {
    for (const status of statusesOf(code, route)) byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].toSorted(([one], [other]) => one - other).map(([status, codes]) => {
      const name = [status, ...codes].join('.');
      components.set(name, refusal(status, codes));
      return [status, { $ref: `#/components/responses/${name}` }];
    }),
  );
}

const HEADERS: Readonly<Partial<Record<number, readonly string[]>>> = { 409: ['Retry-After'], 429: ['Retry-After', 'RateLimit', 'RateLimit-Policy'], 503: ['Retry-After'] };

function refusal(status: number, codes: readonly Code[]): Json {
  const headers = ['X-Request-Id', ...(HEADERS[status] ?? [])];
  return {
    description: codes.map((code) => `\`${code}\`: ${problemCodes[code].meaning}`).join('\n\n'),
    headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content: {
      'application/problem+json': {
        schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }] },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${nameOfExample(code, status)}` }])),
      },
    },
  };
}

const nameOfExample = (code: Code, status: number): string => (status === problemCodes[code].status ? code : `${code}-${status}`);

/** One example for each code, as the gateway answers it. */
export function refusalExamples(): Record<string, Json> {
  const made = (Object.keys(problemCodes) as Code[]).map((code) => [code, exampleOf(code, problemCodes[code].status)] as const);
  return Object.fromEntries([...made, ['invalid-request-422', exampleOf('invalid-request', 422)]]);
}

const TRACE = '4f5c2f0e-9a51-4c0e-9d0a-1f6d4c0f7a11';
const ERRORS: Readonly<Partial<Record<number, Json>>> = {
  400: { path: 'account', message: 'Too big: expected string to have <=64 characters' },
  422: { path: 'title', message: 'Too small: expected string to have >=1 characters' },
};

function exampleOf(code: Code, status: number): Json {
  const { title, meaning } = problemCodes[code];
  const errors = code === 'invalid-request' ? { errors: [ERRORS[status]] } : {};
  return { summary: meaning, value: { type: 'about:blank', status, code, title, ...errors, trace: TRACE } };
}
