import { createGateway, type Subject, type Tenant } from '@faceplate/gateway';
import {
  bearerReader,
  createSeal,
  createSignOn,
  memorySessions,
  openIdProvider,
  type Provider,
  readSessions,
  type Seal,
  type SessionStore,
  TokenKeeper,
} from '@faceplate/gateway/node';
import { HostileProvider } from './hostile-provider.ts';

/** A defence taken out, to see that its absence is noticed. */
export interface Sabotage {
  provider?: (real: Provider) => Provider;
  fetch?: (real: HostileProvider['fetch']) => HostileProvider['fetch'];
  seal?: (real: Seal) => Seal;
  store?: (real: SessionStore) => SessionStore;
  clock?: (real: () => Date) => () => Date;
}

export interface HouseOptions {
  name?: string;
  url?: string;
  store?: SessionStore;
  hostile?: HostileProvider;
  sabotage?: Sabotage;
}

export const HOST = 'https://host.example';
export const OTHER_HOST = 'https://other-host.example';
export const API = 'https://portal.test/api';

const secret = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const person = (sub: string): Subject => ({ sub, name: sub, persona: 'consumer', partyIds: [sub], accountIds: [] });

const nothingNew = { after: () => Promise.resolve([]), latest: () => Promise.resolve(0), subscribe: () => () => undefined };
const nobodyBehind = () => ({ name: 'none', baseUrl: 'http://none.invalid', fetch: () => Promise.resolve(new Response('[]')) });
const scope = { resolve: (sub: string) => Promise.resolve(person(sub)) };

function providerOf(url: string, hostile: HostileProvider, sabotage: Sabotage): Provider {
  const fetch = sabotage.fetch?.(hostile.fetch) ?? hostile.fetch;
  const { issuer, clientId } = hostile;
  const real = openIdProvider({ issuer, clientId, clientSecret: 'secret-of-the-client', redirectUri: `${url}/auth/callback`, audience: `${url}/api`, fetch });
  return sabotage.provider?.(real) ?? real;
}

const spoilt = ({ clock, seal, store: kept }: Sabotage, { now, plain, store }: { now: () => Date; plain: Seal; store: SessionStore }) => ({
  clock: clock?.(now) ?? now,
  seal: seal?.(plain) ?? plain,
  kept: kept?.(store) ?? store,
});

const usual = (): Required<HouseOptions> => ({ name: 'Meridian', url: 'https://portal.test', store: memorySessions(), hostile: new HostileProvider(), sabotage: {} });

/** The real gateway with its real sign-on, in this process, before a provider that may lie. */
export async function aHouse(options: HouseOptions = {}) {
  const { name, url, store, hostile, sabotage } = { ...usual(), ...options };
  const tenant: Tenant = { name, zone: 'UTC', currency: 'EUR', publicUrl: url, embedOrigins: [HOST, OTHER_HOST] };
  const time = { now: Date.now() };
  const now = () => new Date(time.now);
  const provider = providerOf(url, hostile, sabotage);
  const plain = await createSeal([{ id: 'k1', secret }]);
  const { clock, seal, kept } = spoilt(sabotage, { now, plain, store });
  const tokens = new TokenKeeper({ store: kept, seal, provider, clock });
  const sessions = readSessions({ tenant, store: kept, scope, clock, tokens, bearer: bearerReader({ provider, scope, clock }) });
  const signOn = createSignOn({ tenant, provider, store: kept, sessions, scope, seal, tokens, clock });
  const app = createGateway({ tenant, upstreams: nobodyBehind, sessions, changes: nothingNew, clock, signOn });
  return { app, hostile, store, sessions, tokens, seal: plain, time, url, browser: () => new Browser((request) => app.fetch(request), url) };
}

export type House = Awaited<ReturnType<typeof aHouse>>;

type Fetch = (request: Request) => Response | Promise<Response>;

/** A browser as far as these attacks need one: cookies by name, gone at `Max-Age=0`. */
export class Browser {
  readonly jar = new Map<string, string>();
  readonly #fetch: Fetch;
  readonly #url: string;

  constructor(fetch: Fetch, url: string) {
    this.#fetch = fetch;
    this.#url = url;
  }

  async open(path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Response> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'x-fp-csrf': '1', ...(cookie && { cookie }), ...init.headers };
    const response = await this.#fetch(new Request(new URL(path, this.#url), { ...init, headers }));
    this.#keep(response);
    return response;
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }

  /** Where the provider is asked; the browser goes there next. */
  async begin(path = '/auth/login?returnTo=/'): Promise<URL> {
    const { headers } = await this.open(path);
    const to = headers.get('location');
    if (to === null) throw new Error('the sign-in did not begin');
    return new URL(to);
  }

  /** Whether a call of the API is answered for somebody. */
  async isIn(headers: Record<string, string> = {}): Promise<boolean> {
    const response = await this.open('/api/v1/session', { headers });
    return response.ok && ((await response.json()) as { signedIn?: boolean }).signedIn === true;
  }
}

/** From the first click to a session; `acr` as the provider says it. */
export async function signIn({ hostile, browser }: Pick<House, 'hostile' | 'browser'>, sub = 'anna', path?: string, acr?: string, jar?: Browser): Promise<Browser> {
  const visitor = jar ?? browser();
  await visitor.open(hostile.approve(await visitor.begin(path), sub, acr).href);
  return visitor;
}
