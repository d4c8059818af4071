import { isObject, type JsonObject } from '../surface/body.ts';
import { openApiOf } from './specs.ts';

/** A body that one of v5's public files shows, and what for. */
export interface SpecExample {
  api: string;
  /** Name of the collection in the path. */
  resource: string;
  title: string;
  use: 'create' | 'patch' | 'answer';
  body: JsonObject;
}

const objectAt = (value: unknown, name: string): JsonObject => (isObject(value) && isObject(value[name]) ? value[name] : {});

/** Follows a reference within the file, if the value is one. */
function resolved(file: JsonObject, value: unknown): JsonObject {
  if (!isObject(value)) return {};
  const reference = value['$ref'];
  if (typeof reference !== 'string') return value;
  return reference.split('/').slice(1).reduce<JsonObject>(objectAt, file);
}

/** What a request or an answer has as examples, one object each; lists are shown by their rows. */
function bodiesIn(file: JsonObject, message: unknown): [string, JsonObject][] {
  const contents = Object.entries(objectAt(resolved(file, message), 'content'));
  return contents
    .filter(([type]) => !type.includes('json-patch'))
    .flatMap(([, content]) => Object.entries(objectAt(content, 'examples')))
    .flatMap(([title, example]) => {
      const { value } = resolved(file, example);
      return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isObject).map((body): [string, JsonObject] => [title, body]);
    });
}

const USES: readonly (readonly [method: string, part: string, SpecExample['use']])[] = [
  ['post', 'requestBody', 'create'],
  ['patch', 'requestBody', 'patch'],
  ['get', '200', 'answer'],
  ['post', '201', 'answer'],
  ['patch', '200', 'answer'],
];

/** All bodies of resources that a file shows; none where it is not at hand. */
export function specExamples(api: string): SpecExample[] {
  const file = openApiOf(api) as JsonObject | undefined;
  if (!file) return [];
  return Object.entries(objectAt(file, 'paths')).flatMap(([path, operations]) => {
    const [, resource = ''] = path.split('/');
    if (resource === 'hub' || resource === 'listener') return [];
    return USES.flatMap(([method, part, use]) => {
      const operation = objectAt(operations, method);
      const message = part === 'requestBody' ? operation[part] : objectAt(operation, 'responses')[part];
      return bodiesIn(file, message).map(([title, body]) => ({ api, resource, title: `${method} ${path}: ${title}`, use, body }));
    });
  });
}
