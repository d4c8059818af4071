import { Change, Problem } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { CSRF_HEADER } from '../guard/guard.ts';
import type { Tenant } from '../options.ts';
import type { Action } from '../policy/actions.ts';
import { API } from './mount.ts';
import { isMedia, type Route, type Schema } from './route.ts';

type Json = Record<string, unknown>;

const jsonSchema = (schema: Schema, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

/** The route table as OpenAPI 3.1. One table makes the routes and their description, so neither can drift. */
export function describeApi(routes: readonly Route[], tenant: Tenant): Json {
  const paths: Record<string, Json> = { '/events': { get: events } };
  for (const route of routes) {
    const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: `${tenant.name}: self-service API`, version: '1.0.0' },
    servers: [{ url: tenant.publicUrl + API }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      responses: { Problem: problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: tenant.publicUrl.startsWith('https:') ? '__Host-fp' : 'fp-session' },
      },
    },
  };
}

function operation(route: Route): Json {
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^A-Za-z]+([A-Za-z])/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: route.summary,
    'x-policy': route.policy.action,
    ...(!route.signedOut && { security: [{ session: [] }] }),
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body, 'input') } } } }),
    responses: { ...success(route), default: { $ref: '#/components/responses/Problem' } },
  };
}

/** The one call that is no question and answer, and so not in the table. */
const events: Json = {
  operationId: 'getEvents',
  summary: 'What changes for this person, as server-sent events: `change` with a Change, `reset` when too much was missed.',
  'x-policy': 'event.read' satisfies Action,
  security: [{ session: [] }],
  parameters: [
    { name: CSRF_HEADER, in: 'header', required: true, schema: { const: '1' } },
    { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } },
  ],
  responses: {
    200: { description: 'The stream; each `data` of a `change` is one of these.', content: { 'text/event-stream': { schema: jsonSchema(Change, 'output') } } },
    default: { $ref: '#/components/responses/Problem' },
  },
};

const problem = {
  description: 'Refused or failed; foreign records are not found.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function success({ answer, status = 200 }: Route): Json {
  if (!answer) return { 204: { description: 'Done.' } };
  if (isMedia(answer)) return { 200: { description: 'The document.', content: { [answer.media]: {} } } };
  return { [status]: { description: 'The answer.', content: { 'application/json': { schema: jsonSchema(answer, 'output') } } } };
}

function pathParameters({ path, params }: Route): Json[] {
  const known = params ? (jsonSchema(params, 'input')['properties'] as Json) : {};
  return Array.from(path.matchAll(/:([A-Za-z]+)/g), ([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: known[name] ?? { type: 'string' },
  }));
}

function queryParameters({ query }: Route): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function headerParameters({ method }: Route): Json[] {
  const csrf = { name: CSRF_HEADER, in: 'header', required: true, schema: { const: '1' } };
  if (method !== 'POST') return [csrf];
  return [csrf, { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }];
}
