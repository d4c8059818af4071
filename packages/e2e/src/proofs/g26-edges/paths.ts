import { asked, at, type Case, list, raising, ticketOf } from './cases.ts';
import { lines } from './wire.ts';

const one = (segment: string, ticket: string): Case => at(`/api/v1/tickets/${segment}`, { ticket });

/** Without a session: whatever the address is taken for, no data may be asked for. */
const unknown = (target: string): Case =>
  asked(`signed out, GET ${target}`, 'nothing', ({ host }) => lines(`GET ${target} HTTP/1.1`, `Host: ${host}`, 'X-Fp-Csrf: 1'));

export const PATHS: readonly Case[] = [
  one('T-1', 'T-1'),
  one('%54-1', 'T-1'),
  one('T%2d1', 'T-1'),
  one('T-1%2FSMUGGLED', 'none'),
  one('T-1%2fSMUGGLED', 'none'),
  one('T-1%252FSMUGGLED', 'none'),
  one('T-1%5CSMUGGLED', 'none'),
  one('T-1\\SMUGGLED', 'none'),
  one('..%2FSMUGGLED', 'none'),
  one('%2e%2e%2fSMUGGLED', 'none'),
  one('%252e%252e', 'none'),
  one('..;%2FSMUGGLED', 'none'),
  one('..;/SMUGGLED', 'none'),
  one('T-1;a=SMUGGLED', 'none'),
  one('T-1%3Ffields=SMUGGLED', 'none'),
  one('T-1?fields=SMUGGLED', 'T-1'),
  one('T-1%23SMUGGLED', 'none'),
  one('T-1#SMUGGLED', 'T-1'),
  one('T-1%00SMUGGLED', 'none'),
  one('T-1\0SMUGGLED', 'none'),
  one('T-1%0d%0aX-User-Id:%20eve', 'none'),
  one('T-1%20HTTP/1.1', 'none'),
  one('T-1%c0%afSMUGGLED', 'none'),
  one('%c0%ae%c0%ae%c0%afSMUGGLED', 'none'),
  one('T-1%ff', 'none'),
  one('T-1%', 'none'),
  one('T-1%u002fSMUGGLED', 'none'),
  one('T-1/', 'T-1'),
  one('T-1//SMUGGLED', 'none'),
  one(`T-1${'a'.repeat(100)}`, 'none'),
  one('.', 'none'),
  one('SMUGGLED/../T-1', 'T-1'),
  one('SMUGGLED/%2e%2e/T-1', 'T-1'),
  at('/healthz/../api/v1/tickets', 'the list'),
  at('/auth/..%2Fapi/v1/tickets', 'nothing'),
  at('/API/V1/TICKETS', 'nothing'),
  at('//api/v1/tickets', 'nothing'),
  at('/api//v1/tickets', 'nothing'),
  at('/api/v1/tickets/', 'the list'),
  at('/%61pi/v1/tickets', 'the list'),
  at('/api%2Fv1%2Ftickets', 'nothing'),
  at('\\api\\v1\\tickets', 'nothing'),
  at('/api/v1/tickets?limit=1&limit=500', 'the list'),
  at('/api/v1/tickets?relatedParty.id=SMUGGLED&relatedParty.id=x', 'the list'),
  at('/api/v1/tickets?fields=id&offset=7&sort=id&__proto__=x', 'the list'),
  at('/api/v1/tickets?limit[]=1&limit%5B%5D=2;limit=3', 'the list'),
  at('/api/v1/tickets?_method=DELETE&method=POST', 'the list'),
  at('/api/v1/tickets?limit=1%00', 'the list'),
  at('/healthz', 'nothing'),
  at('/healthz?path=/api/v1/tickets', 'nothing'),
  at('/readyz#/api/v1/tickets', 'nothing'),
  unknown('/api/v1/tickets#/healthz'),
  unknown('/api/v1/tickets?/healthz'),
  unknown('/api/v1/tickets;/healthz'),
  unknown('/healthz/../api/v1/tickets'),
  unknown('/healthz%2f..%2fapi/v1/tickets'),
  unknown('/auth/login/../../api/v1/tickets'),
  unknown('/embed/../api/v1/tickets'),
  unknown('/idp/../api/v1/tickets'),
  unknown('http://127.0.0.1/healthz/../api/v1/tickets'),
];

const bodied = (name: string, change: (body: string, stranger: string) => string, headers: readonly string[] = []): Case =>
  asked(name, 'a new ticket', (scene) => {
    const body = change(ticketOf(scene), scene.stranger);
    return raising(scene, [`Content-Length: ${body.length}`, ...headers], body);
  });

export const BODIES: readonly Case[] = [
  bodied('a ticket', (body) => body),
  bodied('a name twice in JSON', (body) => body.replace('{', '{"title":"SMUGGLED","description":"SMUGGLED",')),
  bodied('a name twice in JSON, once escaped', (body) => body.replace('{', '{"\\u0074itle":"SMUGGLED",')),
  bodied('__proto__ in JSON', (body) => body.replace('{', '{"__proto__":{"status":"SMUGGLED"},"constructor":{"prototype":{"a":1}},')),
  bodied('members only the system behind us knows', (body, stranger) => body.replace('{', `{"status":"closed","relatedParty":[{"id":"${stranger}"}],"externalId":"SMUGGLED",`)),
  bodied('a comment in JSON', (body) => body.replace('{', '{/*"SMUGGLED":1*/')),
  bodied('a byte order mark', (body) => `\u00ef\u00bb\u00bf${body}`),
  bodied('JSON twice', (body) => body + body),
  bodied('bytes that are no UTF-8', (body) => body.replace('is slow', 'is \u00ff\u00fe slow')),
  bodied('a method in the headers', (body) => body, ['X-HTTP-Method-Override: DELETE', 'X-Method-Override: DELETE']),
  bodied('a coding of the content nobody undoes', (body) => body, ['Content-Encoding: gzip']),
  asked('DELETE of a list', 'nothing', (scene) => list(scene, [], 'DELETE /api/v1/tickets/T-1 HTTP/1.1')),
  asked('PUT of a ticket', 'nothing', (scene) => list(scene, ['Content-Length: 0'], 'PUT /api/v1/tickets/T-1 HTTP/1.1')),
];
