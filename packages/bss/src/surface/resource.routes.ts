import type { Call } from './call.ts';
import { erase, patch } from './changing.ts';
import { create } from './creating.ts';
import { get, list } from './reading.ts';
import { TmfError } from './tmf-error.ts';
import type { Operation } from '../definitions/definition.ts';

interface Verb {
  operation: Operation;
  run(call: Call, id: string): Promise<Response>;
}

const ON_ALL: Readonly<Record<string, Verb>> = {
  GET: { operation: 'list', run: list },
  HEAD: { operation: 'list', run: list },
  POST: { operation: 'create', run: create },
};

const ON_ONE: Readonly<Record<string, Verb>> = {
  GET: { operation: 'get', run: get },
  HEAD: { operation: 'get', run: get },
  PATCH: { operation: 'patch', run: patch },
  DELETE: { operation: 'delete', run: erase },
};

/** Answers a call to all resources of a kind, or to the one with this id. A method the resource lacks answers 405 with what it has. */
export async function answer(call: Call, id: string | undefined): Promise<Response> {
  const verbs = id === undefined ? ON_ALL : ON_ONE;
  const { operations } = call.lens.view;
  const verb = Object.hasOwn(verbs, call.request.method) ? verbs[call.request.method] : undefined;
  if (verb && operations.includes(verb.operation)) return verb.run(call, id ?? '');
  const allow = Object.keys(verbs).filter((method) => operations.includes(verbs[method]?.operation as Operation)).join(', ');
  return new TmfError(405, '61', 'Method not allowed', `Allowed here: ${allow}.`).toResponse({ allow });
}
