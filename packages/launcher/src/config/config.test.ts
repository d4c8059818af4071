import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ConfigError } from './config-error.ts';
import { readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'faceplate-config-'));
after(() => rmSync(folder, { recursive: true }));

const complaint = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env, folder);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }
  return '';
};

writeFileSync(join(folder, 'hello.json'), '{}');

let files = 0;
/** An environment whose configuration file holds this text or value. */
function withFile(content: unknown, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const isText = typeof content === 'string';
  const name = `config-${++files}.${isText ? 'yaml' : 'json'}`;
  writeFileSync(join(folder, name), isText ? content : JSON.stringify(content));
  return { ...env, FACEPLATE_CONFIG: name };
}

const oauth = { tokenUrl: 'https://id.example/token', clientId: 'portal', clientSecret: 'env:UPSTREAM_SECRET' };
const provider = { issuer: 'https://id.example', clientId: 'portal', clientSecret: 'secret' };
const paying = { provider: 'reference', url: 'https://pay.example', secret: 'of-the-merchant-1', webhookSecret: 'of-the-news-12345' };
const sessionKeys = [{ id: 'k1', secret: 'A'.repeat(43) }];
const production = (change: NodeJS.ProcessEnv = {}, file: object = { identityProvider: provider }) =>
  withFile({ sessionKeys, ...file }, {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://faceplate:pw@db.example/faceplate',
    PUBLIC_URL: 'https://portal.example',
    TMF_TOKEN: 'a-token-long-enough',
    ...change,
  });

const wrong: [string, NodeJS.ProcessEnv, RegExp][] = [
  ['a port that is no number', { PORT: 'abc' }, /^PORT must be a whole number from 0 to 65535, not "abc"$/],
  ['a port too high', { PORT: '70000' }, /^PORT /],
  ['a negative port', { PORT: '-1' }, /^PORT /],
  ['a metrics port that is no number', { METRICS_PORT: '9090x' }, /^METRICS_PORT /],
  ['a payment port that is no number', { PSP_PORT: 'x' }, /^PSP_PORT must be a whole number/],
  ['a payment port that is the portal’s', { PORT: '8080', PSP_PORT: '8080' }, /^PSP_PORT must differ from PORT and METRICS_PORT: 8080/],
  ['a demonstration of payments on the network', withFile({ identityProvider: provider }, { HOST: '0.0.0.0', PSP_PORT: '9' }), /^PSP_PORT opens the demonstration payment provider/],
  ['a payment secret too short', { PSP_SECRET: 'short' }, /^PSP_SECRET must be at least 16/],
  ['payments by a provider we do not speak to', withFile({ payments: { ...paying, provider: 'acme' } }), /^FACEPLATE_CONFIG: payments\.provider must be reference$/],
  ['payments that are no provider', withFile({ payments: 'some' }), /^FACEPLATE_CONFIG: payments must be none, or name a provider$/],
  ['a payment provider without address', withFile({ payments: { ...paying, url: undefined } }), /^FACEPLATE_CONFIG: payments\.url is missing$/],
  ['a payment provider with a path', withFile({ payments: { ...paying, url: 'https://pay.example/v1' } }), /payments\.url must be an exact origin/],
  ['a payment provider over the open', withFile({ payments: { ...paying, url: 'http://pay.example' } }), /^FACEPLATE_CONFIG: payments\.url must be https/],
  ['a payment secret that is nowhere', withFile({ payments: { ...paying, secret: 'env:NO_SUCH_SECRET' } }), /^FACEPLATE_CONFIG: payments\.secret is to come from env:NO_SUCH_SECRET, which holds nothing$/],
  ['a drain that takes the whole stop', { DRAIN_SECONDS: '9' }, /^DRAIN_SECONDS must be a number of seconds from 0 to 4$/],
  ['a host that is none', { HOST: 'my host' }, /^HOST must be/],
  ['a public address with a path', { PUBLIC_URL: 'https://portal.example/care' }, /^PUBLIC_URL must be an origin/],
  ['a public address that is none', { PUBLIC_URL: 'portal.example' }, /^PUBLIC_URL /],
  ['a public address over the open', { PUBLIC_URL: 'http://portal.example' }, /^PUBLIC_URL must be https/],
  ['a database that is no Postgres', { DATABASE_URL: 'mysql://u:hush@h/d' }, /^DATABASE_URL must be a postgres/],
  ['a token too short', { TMF_TOKEN: 'short' }, /^TMF_TOKEN must be at least 16/],
  ['a world that is none', { FACEPLATE_WORLD: 'big' }, /^FACEPLATE_WORLD must look like seed=7,customers=25/],
  ['a world of nobody', { FACEPLATE_WORLD: 'customers=0' }, /^FACEPLATE_WORLD /],
  ['a world of two sizes', { FACEPLATE_WORLD: 'town,customers=9' }, /^FACEPLATE_WORLD /],
  ['a world with a part we do not know', { FACEPLATE_WORLD: 'seed=1,size=3' }, /^FACEPLATE_WORLD /],
  ['a variable of ours that does not exist', { FACEPLATE_DATE: '.x' }, /^FACEPLATE_DATE is not a setting$/],
  ['a demonstration sign-in on the network', { HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 would open the demonstration/],
  ['a file that is not there', { FACEPLATE_CONFIG: 'none.json' }, /^FACEPLATE_CONFIG: .*none\.json cannot be read \(ENOENT\)$/],
  ['a file that is no YAML', withFile('tenant: [\n'), /^FACEPLATE_CONFIG: .* is not YAML/],
  ['a file that is a list', withFile([]), /^FACEPLATE_CONFIG: the file must be a group of settings$/],
  ['an unknown key', withFile({ tenat: {} }), /^FACEPLATE_CONFIG: tenat is not a setting$/],
  ['an unknown inner key', withFile('tenant:\n  colour: red\n'), /^FACEPLATE_CONFIG: tenant\.colour is not a setting$/],
  ['a zone that is none', withFile({ tenant: { zone: 'Mars/Base' } }), /^FACEPLATE_CONFIG: tenant\.zone must be an IANA/],
  ['a currency that is none', withFile({ tenant: { currency: 'euro' } }), /tenant\.currency must be an ISO 4217/],
  ['a brand we do not have', withFile({ tenant: { brand: 'acme' } }), /tenant\.brand must be meridian/],
  ['an embedding origin with a path', withFile({ embedOrigins: ['https://a.example/x'] }), /embedOrigins\.0 must be an exact/],
  ['a wildcard origin', withFile({ embedOrigins: ['*'] }), /embedOrigins\.0 must be an exact/],
  ['an API we do not know', withFile({ upstreams: { TMF999: { url: 'https://b.example' } } }), /upstreams\.TMF999 is not a setting$/],
  ['an upstream without address', withFile({ upstreams: { TMF678: {} } }), /upstreams\.TMF678\.url is missing$/],
  ['a version we do not speak', withFile({ upstreams: { TMF678: { url: 'https://b.example', version: 'v3' } } }), /TMF678\.version must be v4 or v5$/],
  ['two systems of one name', withFile({ upstreams: { TMF678: [{ url: 'https://b.example', name: 'B' }, { url: 'https://c.example', name: 'B' }] } }), /TMF678 must give each system a name of its own$/],
  ['a second system without address', withFile({ upstreams: { TMF678: [{ url: 'https://b.example', name: 'B' }, { name: 'C' }] } }), /TMF678\.1\.url is missing$/],
  ['people known in two places', withFile({ upstreams: { TMF632: [{ url: 'https://b.example', name: 'B' }, { url: 'https://c.example', name: 'C' }] } }), /TMF632 must be one system$/],
  ['an upstream with two ways in', withFile({ upstreams: { TMF678: { url: 'https://b.example', token: 't', oauth } } }), /TMF678 must have token or oauth, not both$/],
  ['a certificate without its key', withFile({ upstreams: { TMF678: { url: 'https://b.example', tls: { cert: 'x' } } } }), /TMF678\.tls must have cert and key together$/],
  ['a way to trust any certificate', withFile({ upstreams: { TMF678: { url: 'https://b.example', tls: { insecure: true } } } }), /TMF678\.tls\.insecure is not a setting$/],
  ['more patience than there is', withFile({ upstreams: { TMF678: { url: 'https://b.example', timeouts: { read: 60_000 } } } }), /TMF678\.timeouts\.read must be at most 10000$/],
  ['more repeats than calls', withFile({ upstreams: { TMF678: { url: 'https://b.example', retries: { share: 2 } } } }), /TMF678\.retries\.share must be at most 1$/],
  ['capabilities that are not there', withFile({ capabilities: 'none.json' }), /^FACEPLATE_CONFIG: capabilities: .*none\.json cannot be read \(ENOENT\)$/],
  ['capabilities that are no report', withFile({ capabilities: 'hello.json' }), /^FACEPLATE_CONFIG: capabilities: .*hello\.json is of no use: format is no report of the probe$/],
  ['a simulator that is a word', withFile({ features: { simulator: { enabled: 'no' } } }), /simulator\.enabled must be true or false/],
  ['half an identity provider', withFile({ identityProvider: { issuer: 'https://id.example' } }), /identityProvider\.clientId is missing$/],
  [
    'a secret that is nowhere',
    withFile({ identityProvider: { ...provider, clientSecret: 'env:NOWHERE' } }),
    /identityProvider\.clientSecret is to come from env:NOWHERE, which holds nothing$/,
  ],
  ['a provider that knows us by nothing', withFile({ identityProvider: { issuer: 'https://id.example', clientId: 'x' } }), /identityProvider must have clientSecret or clientKey/],
  ['a client key that is none', withFile({ identityProvider: { issuer: 'https://id.example', clientId: 'x', clientKey: '{"kty":"RSA","d":"hush"}' } }), /clientKey must be a private JWK/],
  ['a scope without OpenID', withFile({ identityProvider: { ...provider, scope: 'profile' } }), /identityProvider\.scope must begin with openid/],
  ['a session key too short', withFile({ sessionKeys: [{ id: 'k1', secret: 'short' }] }), /sessionKeys\.k1 must be 32 random bytes/],
  ['an audit key too short', withFile({ audit: { keys: [{ id: 'k1', secret: 'short' }] } }), /audit\.keys\.k1 must be 32 random bytes/],
  ['an audit trail that forgets at once', withFile({ audit: { keepDays: 1 } }), /audit\.keepDays must be a whole number of days from 30/],
  ['no session key', withFile({ sessionKeys: [] }), /sessionKeys must have a key/],
  ['production without session keys', production({}, { identityProvider: provider, sessionKeys: undefined }), /sessionKeys is needed in production/],
  ['production without a database', production({ DATABASE_URL: '' }), /^DATABASE_URL is needed in production/],
  ['production without an address', production({ PUBLIC_URL: '' }), /^PUBLIC_URL must be set to an https origin/],
  ['production without a token', production({ TMF_TOKEN: '' }), /^TMF_TOKEN is needed in production/],
  ['production with the reference provider', production({}, {}), /identityProvider is needed in production/],
  ['levers open to the network', withFile({ bss: { levers: true }, identityProvider: provider }, { HOST: '0.0.0.0' }), /bss\.levers/],
  ['levers in production', production({}, { identityProvider: provider, bss: { levers: true } }), /bss\.levers is for tests/],
  [
    'production with an upstream over the open',
    production({}, { identityProvider: provider, upstreams: { TMF678: { url: 'http://b.example' } } }),
    /upstreams\.TMF678\.url must be https in production/,
  ],
  [
    "production with an upstream's tokens over the open",
    production({ UPSTREAM_SECRET: 'x' }, { identityProvider: provider, upstreams: { TMF678: { url: 'https://b.example', oauth: { ...oauth, tokenUrl: 'http://id.example/token' } } } }),
    /upstreams\.TMF678\.oauth\.tokenUrl must be https in production/,
  ],
];

describe('a wrong setting stops the start with one line that names it', () => {
  for (const [what, env, expected] of wrong) {
    it(what, () => assert.match(complaint(env), expected));
  }

  it('never repeats a password', () => {
    assert.doesNotMatch(complaint({ DATABASE_URL: 'mysql://u:hush@h/d' }), /hush/);
  });
});

describe('settings', () => {
  it('start the evaluation where nothing is said', () => {
    const config = readConfig({}, folder);
    assert.equal(config.port, 8080);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.dataFolder, join(folder, '.data'));
    assert.deepEqual(config.world, { seed: 7, customers: 25 });
    assert.equal(config.simulator.enabled, true);
  });

  it('take the file, and keep what it leaves out', () => {
    const config = readConfig(withFile('tenant:\n  name: Koral\n  brand: koral\nfeatures:\n  simulator:\n    enabled: false\n'), folder);
    const { seller, disputes: _terms, ...tenant } = config.tenant;
    assert.deepEqual(tenant, { name: 'Koral', zone: 'Europe/Berlin', currency: 'EUR', brand: 'koral', consolidation: true });
    assert.equal(seller?.name, 'Koral Telecom GmbH');
    assert.equal(config.simulator.enabled, false);
    assert.equal(config.simulator.stepSeconds, 8);
  });

  it('promise one bill for several accounts only of the billing that ships, unless told otherwise', () => {
    const upstreams = { TMF678: { url: 'https://b.example' } };
    assert.equal(readConfig(withFile({ upstreams }), folder).tenant.consolidation, false);
    assert.equal(readConfig(withFile({ upstreams, tenant: { consolidation: true } }), folder).tenant.consolidation, true);
  });

  it('make up no company for bills of a system of the operator’s own', () => {
    assert.equal(readConfig(withFile({ upstreams: { TMF678: { url: 'https://b.example' } } }), folder).tenant.seller, undefined);
  });

  it('take an empty file for an empty configuration', () => {
    assert.equal(readConfig(withFile(''), folder).tenant.name, 'Meridian');
  });

  it('fetch credentials from where the file says they are', () => {
    writeFileSync(join(folder, 'token'), 'from-a-file\n');
    const upstreams = { TMF678: { url: 'https://b.example', token: `file:${join(folder, 'token')}` } };
    const identityProvider = { ...provider, clientSecret: 'env:CLIENT_SECRET' };
    const config = readConfig(withFile({ upstreams, identityProvider }, { CLIENT_SECRET: 'from-the-environment' }), folder);
    assert.equal(config.upstreams.TMF678?.[0]?.token, 'from-a-file');
    const others = { TMF621: { url: 'https://c.example', oauth, tls: { ca: `file:${join(folder, 'token')}` } } };
    const { TMF621 } = readConfig(withFile({ upstreams: others }, { UPSTREAM_SECRET: 'hush' }), folder).upstreams;
    assert.deepEqual([TMF621?.[0]?.oauth?.clientSecret, TMF621?.[0]?.tls?.ca], ['hush', 'from-a-file']);
    assert.equal(config.identityProvider?.clientSecret, 'from-the-environment');
  });

  it('take the keys of sessions and of the provider from where they are kept', () => {
    const clientKey = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'd', alg: 'EdDSA', kid: 'k' });
    const identityProvider = { issuer: 'https://id.example', clientId: 'portal', clientKey: 'env:KEY', audience: 'https://portal.example/api', acr: { 'urn:faceplate:fresh': 'gold' } };
    const file = { identityProvider, sessionKeys: [{ id: 'new', secret: 'env:NEW' }, ...sessionKeys] };
    const config = readConfig(withFile(file, { KEY: clientKey, NEW: 'B'.repeat(43) }), folder);
    assert.equal(config.identityProvider?.clientKey?.kid, 'k');
    assert.equal(config.identityProvider.audience, 'https://portal.example/api');
    assert.deepEqual(config.sessionKeys?.map(({ id }) => id), ['new', 'k1']);
  });

  it('take what a probe found, from beside the file', () => {
    const nouns = { orders: { verdict: 'absent', limits: [] }, bills: { verdict: 'full', limits: [] } };
    writeFileSync(join(folder, 'report.json'), JSON.stringify({ format: 'faceplate-probe', version: 1, nouns }));
    assert.deepEqual([...(readConfig(withFile({ capabilities: 'report.json' }), folder).capabilities?.absent ?? [])], ['orders']);
    assert.equal(readConfig({}, folder).capabilities, undefined);
  });

  it('take the payment provider with its secrets, the one that comes along where nobody else reaches it, and nobody otherwise', () => {
    const config = readConfig(withFile({ payments: { ...paying, secret: 'env:PAY_SECRET', name: 'Acme Pay' } }, { PAY_SECRET: 'from-the-environment' }), folder);
    assert.deepEqual(config.payments, { url: 'https://pay.example', secret: 'from-the-environment', webhookSecret: 'of-the-news-12345', name: 'Acme Pay' });
    assert.equal(readConfig({}, folder).payments, 'embedded');
    assert.equal(readConfig(withFile({ payments: 'none' }), folder).payments, 'none');
    assert.equal(readConfig(production(), folder).payments, 'none');
    assert.equal(readConfig(withFile({ identityProvider: provider }, { HOST: '0.0.0.0' }), folder).payments, 'none');
  });

  it('know a world by either number', () => {
    assert.deepEqual(readConfig({ FACEPLATE_WORLD: 'customers=400' }, folder).world, { seed: 7, customers: 400 });
    assert.deepEqual(readConfig({ FACEPLATE_WORLD: 'seed=3' }, folder).world, { seed: 3, customers: 25 });
  });

  it('know a world by the name of its size', () => {
    assert.deepEqual(readConfig({ FACEPLATE_WORLD: 'demo' }, folder).world, { seed: 7, customers: 25 });
    assert.deepEqual(readConfig({ FACEPLATE_WORLD: 'town' }, folder).world, { seed: 7, customers: 10_000 });
    assert.deepEqual(readConfig({ FACEPLATE_WORLD: 'seed=3, region' }, folder).world, { seed: 3, customers: 100_000 });
  });

  it('let production start when it is complete', () => {
    const config = readConfig(production(), folder);
    assert.equal(config.production, true);
    assert.equal(config.drainSeconds, 3);
    assert.equal(readConfig(production({ DRAIN_SECONDS: '0.5' }), folder).drainSeconds, 0.5);
  });
});
