import { Change } from '@faceplate/contracts';
import { operation, SECURITY } from '../docs/operation.ts';
import { nouns, nounOf } from '../docs/inventory.ts';
import { responseHeaders, sharedParameters } from '../docs/parameters.ts';
import { refusalExamples, refusalsOf } from '../docs/refusals.ts';
import { type Json, namedSchemas, schemaOf } from '../docs/schemas.ts';
import { CSRF_HEADER } from '../guard/guard.ts';
import type { Tenant } from '../options.ts';
import { API } from './mount.ts';
import { OPAQUE_ID } from './read.ts';
import type { Route } from './route.ts';

/** The route table as OpenAPI 3.1. One table makes the routes and their description, so neither can drift. */
export function describeApi(routes: readonly Route[], tenant: Tenant): Json {
  const responses = new Map<string, Json>();
  const paths: Record<string, Json> = { '/events': { get: events(responses) } };
  for (const route of routes) {
    const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, responses) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${tenant.name}: self-service API`,
      version: '1.0.0',
      summary: 'What customers can see and do, for portlets and for other programs.',
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: tenant.publicUrl + API }],
    tags: tagsOf(routes),
    paths,
    components: {
      schemas: { ...namedSchemas(), Id: { type: 'string', pattern: OPAQUE_ID.source, description: 'Opaque: nothing may be read into it.' } },
      responses: Object.fromEntries(responses),
      parameters: sharedParameters,
      headers: responseHeaders,
      examples: refusalExamples(),
      securitySchemes: securitySchemes(tenant),
    },
  };
}

const ABOUT = `Every list says in \`gaps\` what is missing and why; a backend that is down never empties the rest.
Ids are opaque. A record of somebody else is answered exactly like one that does not exist.
Refusals are RFC 9457 problems; programs read \`code\`, which never changes, people read \`title\`.
Money is in minor units with its currency. Instants are RFC 3339 in UTC; dates are the operator's.
Fields may be added to answers at any time; none is taken away or changes its meaning within v1.
Answers above a kilobyte are compressed when \`Accept-Encoding\` allows it.`;

function tagsOf(routes: readonly Route[]): Json[] {
  const used = ['/events', ...routes.map(({ path }) => path)].flatMap((path) => nounOf(path) ?? []);
  const order = Object.values(nouns).filter((noun) => used.includes(noun));
  return [...new Map(order.map(({ tag, description }) => [tag, { name: tag, description }])).values()];
}

function securitySchemes({ publicUrl }: Tenant): Json {
  const cookie = publicUrl.startsWith('https:') ? '__Host-Http-fp' : 'fp-session';
  return {
    session: { type: 'apiKey', in: 'cookie', name: cookie, description: 'Set by signing in at `/auth/login`. A random id and nothing else; scripts cannot read it.' },
    csrf: { type: 'apiKey', in: 'header', name: CSRF_HEADER, description: 'Always `1`. Needed with every call, reads included: no form and no foreign page can send it.' },
    bearer: { type: 'http', scheme: 'bearer', description: 'Access token of the host’s own sign-on, for hosts the operator has allowed to use theirs. Never moves money, SIM cards or contacts.' },
  };
}

/** The one call that is no question and answer, and so not in the table. */
function events(components: Map<string, Json>): Json {
  const policy = { action: 'event.read' } as const;
  const noun = nounOf('/events');
  return {
    operationId: 'getEvents',
    summary: 'What changes for this person, as server-sent events.',
    description: 'Each event is a hint to read again, never the data itself: `change` with a Change, `reset` when too much was missed. Goes on after `Last-Event-ID` without a gap.',
    ...(noun && { tags: [noun.tag], 'x-owner': noun.owner, 'x-stability': noun.stability, 'x-since': noun.since }),
    'x-policy': policy.action,
    security: SECURITY,
    parameters: [{ name: 'Last-Event-ID', in: 'header', required: false, description: '`id` of the last event that arrived.', schema: { type: 'string' }, example: '4711' }],
    responses: {
      200: {
        description: 'The stream; each `data` of a `change` is one of these.',
        content: { 'text/event-stream': { schema: schemaOf(Change, 'output'), example: { noun: 'orders', id: 'o-4711', at: '2026-11-21T08:00:00.000Z' } } },
      },
      ...refusalsOf({ method: 'GET', path: '/events', policy }, components),
    },
  };
}
