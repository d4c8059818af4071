import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as z from 'zod/mini';
import { describeApi } from '../routing/openapi.ts';
import { isMedia } from '../routing/route.ts';
import { apiRoutes } from '../routes.ts';
import { aTenant } from '../testing/fixtures.ts';
import { examples } from './examples.ts';
import { nounOf } from './inventory.ts';
import { problemCodes } from './problem-codes.ts';
import { codesOf } from './refusals.ts';

type Json = Record<string, unknown>;
interface Operation {
  tags?: string[];
  summary: string;
  parameters: (Json & { name?: string; description?: string; $ref?: string })[];
  requestBody?: { content: Record<string, Json> };
  responses: Record<string, Json & { content?: Record<string, Json> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Json>>;
}

let document: Document;
before(() => (document = describeApi(apiRoutes, aTenant()) as unknown as Document));
const operations = () => Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const));
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
  assert.ok(valid, JSON.stringify(errors));
  const broken = await new Validator().validate({ ...(structuredClone(document) as unknown as Json), paths: { '/bills': { get: { responses: [] } } } });
  assert.equal(broken.valid, false);
});

test('refers to nothing that is not there', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^/"]+)\/([^"]+)"/g)];
  assert.ok(references.length > 200);
  for (const [, kind = '', name = ''] of references) assert.ok(document.components[kind]?.[name], `${kind}/${name}`);
});

test('says of every route whose it is, since when, and how long still', () => {
  for (const { method, path, policy } of apiRoutes) {
    const noun = nounOf(path);
    assert.ok(noun, `${method} ${path}: nobody owns it; name its noun in docs/inventory.ts`);
    assert.ok(policy.action, `${method} ${path}: no policy`);
    const day = noun.retires;
    assert.ok(day === undefined || Date.parse(day) > Date.now(), `${method} ${path}: should be gone since ${day}`);
  }
});

test('describes every parameter', () => {
  for (const [name, { parameters }] of operations()) {
    for (const one of parameters) assert.ok(one.$ref ?? one.description, `${name}: ${one.name} is not in docs/parameters.ts`);
  }
});

test('shows an example of every request and of every answer', () => {
  for (const [name, { requestBody, responses }] of operations()) {
    const shown = [...Object.values(requestBody?.content ?? {}), ...Object.values(responses).flatMap(({ content }) => Object.values(content ?? {}))];
    for (const content of shown) {
      const isPaper = content['schema'] === undefined;
      assert.ok(isPaper || (content['example'] ?? content['examples']) !== undefined, `${name} has no example: see testing/make-examples.ts`);
    }
  }
});

/** Nothing that the contract does not know, and nothing that does not fit: what comes out is what went in. */
const fits = (schema: z.core.$ZodType, value: unknown, what: string) => {
  const result = z.safeParse(schema, value);
  assert.ok(result.success, `${what}: ${result.error?.message}`);
  assert.deepEqual(JSON.parse(JSON.stringify(result.data)), value, what);
};

test('its examples fit the contracts', () => {
  for (const route of apiRoutes) {
    const { request, response } = examples[nameOf(route)] ?? {};
    if (route.body && request !== undefined) fits(route.body, request, `${nameOf(route)}, request`);
    if (route.answer && !isMedia(route.answer) && response !== undefined) fits(route.answer, response, `${nameOf(route)}, response`);
  }
  const known = new Set(apiRoutes.map(nameOf));
  for (const name of Object.keys(examples)) assert.ok(known.has(name), `an example of ${name}, which is no route`);
});

test('names every refusal, each with the codes a program may meet', () => {
  const used = new Set(apiRoutes.flatMap(codesOf));
  for (const code of Object.keys(problemCodes)) {
    // Of what is not there, a route cannot tell.
    if (!['method-not-allowed', 'not-offered'].includes(code)) assert.ok(used.has(code as keyof typeof problemCodes), `no route may give ${code}`);
  }
  const { responses } = document.paths['/orders']?.['post'] ?? {};
  assert.deepEqual(Object.keys(responses ?? {}), ['201', '400', '401', '403', '409', '413', '415', '422', '429', '500', '502', '503']);
});

test('tells how to sign in, by session or by token, and the header against forgery', () => {
  assert.deepEqual(Object.keys(document.components['securitySchemes'] ?? {}), ['session', 'csrf', 'bearer']);
});
