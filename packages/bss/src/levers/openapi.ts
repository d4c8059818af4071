import type { Lever, LeverKind } from '../nouns/noun.ts';

const SCHEMAS: Readonly<Record<LeverKind, object>> = {
  text: { type: 'string', minLength: 1 },
  number: { type: 'number' },
  integer: { type: 'integer' },
  flag: { type: 'boolean' },
  instant: { type: 'string', format: 'date-time' },
};

const ERRORS = {
  '400': { description: 'The body is not what the lever takes; the answer names the member.' },
  '401': { description: 'The machine token is missing or wrong.' },
  '404': { description: 'There is nothing of that id, or no such lever.' },
  '409': { description: 'What the lever moves is in a state that does not allow it.' },
};

function bodyOf({ body = {}, optional = [] }: Lever): object {
  const names = Object.keys(body);
  const required = names.filter((name) => !optional.includes(name));
  const properties = Object.fromEntries(names.map((name) => [name, SCHEMAS[body[name] ?? 'text']]));
  const schema = { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false };
  return { required: required.length > 0, content: { 'application/json': { schema } } };
}

function operationOf(lever: Lever): object {
  const names = [...lever.path.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? []);
  return {
    summary: lever.summary,
    operationId: lever.path.replaceAll(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    requestBody: bodyOf(lever),
    responses: { '200': { description: 'What the lever did.', content: { 'application/json': { schema: { type: 'object' } } } }, ...ERRORS },
  };
}

/** OpenAPI 3.1 of all levers. */
export function leversApi(levers: readonly Lever[]): object {
  const paths = levers.map((lever): [string, object] => [`/sim/v1/${lever.path.replaceAll(/:(\w+)/g, '{$1}')}`, { post: operationOf(lever) }]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Levers of the reference BSS',
      version: '1',
      description: 'For tests and demonstrations alone: off unless configured, for this machine and its token.',
    },
    components: { securitySchemes: { machine: { type: 'http', scheme: 'bearer' } } },
    security: [{ machine: [] }],
    paths: Object.fromEntries<object>(paths),
  };
}
