import { ruleOf } from '../policy/actions.ts';
import { isMedia, type Route } from '../routing/route.ts';
import { heedsIfMatch } from '../routing/unchanged.ts';
import { type Example, examples } from './examples.ts';
import { nounOf } from './inventory.ts';
import { parametersOf } from './parameters.ts';
import { refusalsOf } from './refusals.ts';
import { type Json, schemaOf } from './schemas.ts';

/** A session's cookie or a host's token; both with the header that no foreign page can send. */
export const SECURITY: readonly Json[] = [{ session: [], csrf: [] }, { bearer: [], csrf: [] }];

/** One route as OpenAPI has it. Equal refusals of many routes end up in `components` once. */
export function operation(route: Route, components: Map<string, Json>): Json {
  const noun = nounOf(route.path);
  const example = examples[`${route.method} ${route.path}`];
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.detail !== undefined && { description: route.detail }),
    ...(noun && { tags: [noun.tag], 'x-owner': noun.owner, 'x-stability': noun.stability, 'x-since': noun.since }),
    ...(noun?.retires !== undefined && { deprecated: true, 'x-retires': noun.retires }),
    'x-policy': route.policy.action,
    security: route.signedOut || ruleOf(route.policy.action)?.visitor ? [...SECURITY, { csrf: [] }] : SECURITY,
    parameters: parametersOf(route),
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input'), ...exampleOf(example?.request) } } } }),
    responses: { ...success(route, example), ...refusalsOf(route, components) },
  };
}

const operationId = ({ method, path }: Route): string =>
  `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z]+([A-Za-z])/g, (_, letter: string) => letter.toUpperCase())}`;

const exampleOf = (value: unknown): Json => (value === undefined ? {} : { example: value });

function success(route: Route, example: Example | undefined): Json {
  const { answer, status = 200 } = route;
  const headers = headersOf(route);
  if (!answer) return { 204: { description: 'Done.', headers } };
  if (isMedia(answer)) return { 200: { description: 'The document, as an attachment.', headers, content: { [answer.media]: exampleOf(example?.response) } } };
  const found = { [status]: { description: 'The answer.', headers, content: { 'application/json': { schema: schemaOf(answer, 'output'), ...exampleOf(example?.response) } } } };
  return route.method === 'GET' ? { ...found, 304: { description: 'Unchanged since the answer that `If-None-Match` names.', headers } } : found;
}

function headersOf(route: Route): Json {
  const { method, answer } = route;
  const isPaper = answer !== undefined && isMedia(answer);
  const names = {
    'X-Request-Id': true,
    ETag: (method === 'GET' && answer !== undefined && !isPaper) || heedsIfMatch(route),
    'Idempotency-Replayed': method === 'POST',
    'Content-Disposition': isPaper,
    RateLimit: true,
    'RateLimit-Policy': true,
  };
  return Object.fromEntries(Object.entries(names).flatMap(([name, holds]) => (holds ? [[name, { $ref: `#/components/headers/${name}` }]] : [])));
}
