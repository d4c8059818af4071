import jsonpatch, { type Operation } from 'fast-json-patch';
import { isObject, type JsonObject, MAX_BODY } from './body.ts';
import { conflict, invalidBody, TmfError } from './tmf-error.ts';

const MOST_OPERATIONS = 1000;

const wordsFor: Readonly<Record<string, string>> = {
  OPERATION_NOT_AN_OBJECT: 'is not an object',
  OPERATION_OP_INVALID: 'has an "op" that RFC 6902 does not know',
  OPERATION_PATH_INVALID: 'has a "path" that is not a JSON Pointer',
  OPERATION_FROM_REQUIRED: 'needs a "from"',
  OPERATION_VALUE_REQUIRED: 'needs a "value"',
  OPERATION_VALUE_CANNOT_CONTAIN_UNDEFINED: 'has a "value" that is not JSON',
  OPERATION_PATH_CANNOT_ADD: 'adds where there is nothing to add to',
  OPERATION_PATH_UNRESOLVABLE: 'has a "path" that leads nowhere',
  OPERATION_FROM_UNRESOLVABLE: 'has a "from" that leads nowhere',
  OPERATION_PATH_ILLEGAL_ARRAY_INDEX: 'has a "path" with an index that is not a number',
  OPERATION_VALUE_OUT_OF_BOUNDS: 'has an index past the end of the list',
};

function refusal(cause: unknown, index: number): TmfError {
  const { name } = cause as Error;
  const which = `Operation ${index + 1}`;
  if (name === 'TEST_OPERATION_FAILED') return conflict(`${which} tests for a value that is not there.`);
  return invalidBody(`${which} ${wordsFor[name] ?? 'cannot be carried out'}.`);
}

/** Characters that a patch may copy in all: each copy can double what is there. */
const MOST_COPIED = MAX_BODY;

/** How much an operation copies. */
function copiedBy(document: JsonObject, operation: unknown): number {
  if (!isObject(operation) || operation['op'] !== 'copy' || typeof operation['from'] !== 'string') return 0;
  try {
    return JSON.stringify(jsonpatch.getValueByPointer(document, operation['from']) ?? null).length;
  } catch {
    // It leads nowhere, which carrying it out will say.
    return 0;
  }
}

/** One operation; the document is the caller's to lose. */
function applied(document: JsonObject, operation: unknown, index: number): unknown {
  try {
    return jsonpatch.applyOperation(document, operation as Operation, true, true, true, index).newDocument;
  } catch (cause) {
    throw refusal(cause, index);
  }
}

/**
 * What an object is after a JSON Patch (RFC 6902); the object itself stays as it was.
 * Throws 400 for a patch that cannot be carried out and 409 where its `test` fails.
 */
export function jsonPatched(target: JsonObject, operations: readonly unknown[]): JsonObject {
  if (operations.length > MOST_OPERATIONS) throw invalidBody(`A patch may have ${MOST_OPERATIONS} operations.`);
  let copied = 0;
  return operations.reduce<JsonObject>((document, operation, index) => {
    copied += copiedBy(document, operation);
    if (copied > MOST_COPIED) throw invalidBody(`A patch may copy ${MOST_COPIED} characters in all.`);
    const after = applied(document, operation, index);
    if (!isObject(after)) throw invalidBody('A patch must leave an object.');
    return after;
  }, structuredClone(target));
}
