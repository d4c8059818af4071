import { asked, type Case, dressed, list } from './cases.ts';
import { STRANGE_TRACE } from './judge.ts';
import { lines, type Scene, usual } from './wire.ts';

/** Names by which proxies tell who somebody is, where they are and what they asked for (security.md, section 6). */
const TOLD = [
  'X-Fp-Parties', 'x_fp_parties', 'X-Fp-Accounts', 'x_fp_accounts', 'X-User-Id', 'X_User_Id', 'X-User', 'X-Remote-User', 'Remote-User', 'X-Forwarded-User',
  'X_Forwarded_User', 'X-Forwarded-Email', 'X-Forwarded-Groups', 'X-Forwarded-Preferred-Username', 'X-Auth-Request-User', 'X-Forwarded-Access-Token',
  'X-Forwarded-For', 'X-Forwarded-Uri', 'X-Forwarded-Prefix', 'X-Original-URL', 'X-Rewrite-URL', 'X-Tenant', 'X_Tenant', 'X-Middleware-Subrequest',
  'X-Request-Id', 'Traceparent', 'Idempotency-Key', 'If-Match', 'Range', 'Via', 'TE', 'Proxy-Authorization', 'X-HTTP-Method-Override', 'X-Method-Override',
  'X-HTTP-Method', 'Accept',
];

/** `${name}: ${value}` of each, in a request whose sender is somebody, and who is nobody. */
const impersonated = (name: string): Case => dressed(`${name}: /api/v1/tickets/SMUGGLED`);

const signedOut = (...headers: readonly string[]): Case =>
  asked(`signed out, ${headers.join(' ⏎ ')}`, 'nothing', ({ host }) => lines('GET /api/v1/tickets HTTP/1.1', `Host: ${host}`, 'X-Fp-Csrf: 1', ...headers));

export const HEADERS: readonly Case[] = [
  ...TOLD.map(impersonated),
  dressed('X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https', 'X-Forwarded-Port: 1'),
  dressed('Forwarded: for=10.0.0.1;host=evil.example;proto=https'),
  dressed(`Traceparent: 00-${STRANGE_TRACE}-00f067aa0ba902b7-01`, 'Tracestate: a=b', 'Baggage: user=eve'),
  dressed('Connection: authorization'),
  dressed('Connection: x-request-id, accept, host'),
  dressed('Connection: cookie'),
  dressed('Connection: x-fp-csrf'),
  { ...dressed('Connection: close, x-tenant, authorization'), last: true },
  dressed('Authorization: Bearer eve'),
  dressed('Authorization: Basic ZXZlOmV2ZQ=='),
  dressed('Cookie: fp-session=eve'),
  dressed('X-Fp-Csrf: 2'),
  dressed('Expect: 100-continue'),
  dressed('Expect: everything'),
  asked('somebody else named in X-Fp-Parties', 'the list', (scene) => list(scene, [`X-Fp-Parties: ${scene.stranger}`, `x_fp_parties: ${scene.stranger}`])),
  signedOut('X-User-Id: ada', 'X-Forwarded-User: ada', 'X-Fp-Parties: ada'),
  signedOut('X-Middleware-Subrequest: middleware:middleware:middleware'),
  signedOut('X-Forwarded-Uri: /healthz', 'X-Original-URL: /healthz'),
  signedOut('User-Agent: GoogleHC/1.0'),
  signedOut('User-Agent: kube-probe/1.33'),
  signedOut('User-Agent: ELB-HealthChecker/2.0'),
];

const hosted = (host: (scene: Scene) => readonly string[], name: string, target = '/api/v1/tickets'): Case =>
  asked(name, 'the list', (scene) => lines(`GET ${target} HTTP/1.1`, ...host(scene), ...usual(scene).slice(1)));

export const HOSTS: readonly Case[] = [
  hosted(({ host }) => [`Host: ${host}.evil.example`], 'Host: ours, and more behind it'),
  hosted(({ host }) => [`Host: evil-${host}`], 'Host: ours, and more before it'),
  hosted(() => ['Host: evil.example'], 'Host: another'),
  hosted(({ port }) => [`Host: 127.0.0.1.:${port}`], 'Host: with a dot behind it'),
  hosted(({ host }) => [`Host: eve@${host}`], 'Host: with a user'),
  hosted(({ port }) => [`Host: 127.0.0.1:${port}:80`], 'Host: with two ports'),
  hosted(() => ['Host: 127.0.0.1:99999'], 'Host: with no such port'),
  hosted(({ host }) => [`Host: ${host}/api/v1/tickets/SMUGGLED?`], 'Host: with a path'),
  hosted(({ host }) => [`Host: ${host}#`], 'Host: with a fragment'),
  hosted(({ host }) => [`Host: ${host}`, 'Host: evil.example'], 'Host twice'),
  hosted(() => [], 'no Host'),
  hosted(() => ['Host:'], 'Host: nothing'),
  hosted(() => ['Host: [::1'], 'Host: a broken address'),
  hosted(({ host }) => [`Host: ${host}`], 'the address of another, whole', 'http://evil.example/api/v1/tickets'),
  hosted(() => ['Host: evil.example'], 'an address of nobody, whole', 'http://evil-127.0.0.1/api/v1/tickets'),
  hosted(() => ['Host: evil.example'], 'an address with a user, whole', 'http://eve@127.0.0.1/api/v1/tickets'),
  hosted(({ host }) => [`Host: ${host}`], 'an address of another scheme', 'ftp://127.0.0.1/api/v1/tickets'),
];
