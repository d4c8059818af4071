import { Problem } from '@faceplate/contracts';
import type { Route } from '@faceplate/gateway';
import * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** What is wrong with an answer to a call of this route: it must be what its contract says, or a problem that names no fault of ours. */
export async function faultIn(route: Route, response: Response): Promise<string | undefined> {
  const text = await response.text();
  return response.ok ? successFault(route, response, text) : problemFault(response, text);
}

function successFault({ answer, status }: Route, response: Response, text: string): string | undefined {
  if (!answer) return response.status === 204 && text === '' ? undefined : `${response.status} where nothing was to be said`;
  if (response.status !== (status ?? 200)) return `status ${response.status}`;
  if ('media' in answer) return response.headers.get('content-type') === answer.media ? undefined : 'another media type';
  return contractFault(answer, text);
}

function contractFault(answer: Schema, text: string): string | undefined {
  const body = parsed(text);
  if (body === unreadable) return 'no JSON';
  const fitted = z.safeParse(answer, body);
  if (!fitted.success) return `breaks the contract at ${fitted.error.issues.slice(0, 3).map(({ path, code }) => `${path.join('.')}:${code}`).join(' ')}`;
  // A contract leaves out what it does not know; what it would leave out must not have been sent.
  return JSON.stringify(fitted.data) === text ? undefined : 'says more than its contract';
}

function problemFault(response: Response, text: string): string | undefined {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return `${response.status} without a problem document`;
  const fitted = z.safeParse(Problem, parsed(text));
  if (!fitted.success) return `${response.status} with a problem that is none`;
  if (fitted.data.status !== response.status) return `${response.status} calls itself ${fitted.data.status}`;
  return fitted.data.code === 'internal' ? 'an error nobody caught' : undefined;
}

const unreadable = Symbol('unreadable');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return unreadable;
  }
}
