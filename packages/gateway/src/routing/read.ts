import type { FieldProblem } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { invalid, notFound } from '../problem.ts';
import type { Route, Schema } from './route.ts';

/** What an id may look like. Anything else names nothing, and is answered like any unknown id. */
export const OPAQUE_ID = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

export const fieldProblems = (error: z.core.$ZodError): FieldProblem[] =>
  error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));

/** Path parameters. Without a schema each is an opaque id, and a malformed one is not found. */
export function readParams(route: Route, params: Record<string, string>): unknown {
  if (route.params) return parsed(route.params, params, 400);
  if (Object.values(params).some((value) => !OPAQUE_ID.test(value))) throw notFound();
  return params;
}

/** The query; a name given twice counts once, the first time. Names no schema knows are left out. */
export function readQuery(route: Route, url: string): unknown {
  if (!route.query) return {};
  const query: Record<string, string> = {};
  for (const [name, value] of new URL(url).searchParams) {
    if (value.includes('\0')) throw invalid(400, [{ path: name, message: 'A NUL character cannot be used.' }]);
    if (!Object.hasOwn(query, name)) query[name] = value;
  }
  return parsed(route.query, query, 400);
}

export function parsed(schema: Schema, value: unknown, status: 400 | 422): unknown {
  const result = z.safeParse(schema, value);
  if (!result.success) throw invalid(status, fieldProblems(result.error));
  return result.data;
}
