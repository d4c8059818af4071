import { randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a POST; one of its own when left out. */
  readonly key?: string;
}

const PASSWORD = 'demo';
const MOST_HOPS = 12;

/**
 * Somebody at a browser without a browser: keeps cookies, follows redirects when signing in, and calls the self-service
 * API as our client does. For proofs that make thousands of calls.
 */
export class Visitor {
  readonly url: string;
  /** Cookies by name, as far as a proof looks: none is scoped to a path. */
  readonly jar = new Map<string, string>();
  readonly #agent: Agent;

  constructor(url: string, agent = new Agent({ connections: 16 })) {
    this.url = url;
    this.#agent = agent;
  }

  /** @throws when the sign-in does not end with a session. */
  static async signIn(url: string, username: string, password = PASSWORD): Promise<Visitor> {
    const visitor = new Visitor(url);
    await visitor.signIn(username, password);
    return visitor;
  }

  async signIn(username: string, password = PASSWORD, path = '/auth/login?returnTo=/'): Promise<void> {
    const page = await this.#follow(await this.open(path));
    const action = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1];
    // Whoever is signed in at the provider already is sent straight back.
    if (action !== undefined) {
      const body = new URLSearchParams({ username, password }).toString();
      await this.#follow(await this.open(action, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.url } }));
    }
    const { text } = await this.call('GET', '/session');
    if ((JSON.parse(text) as { signedIn?: boolean }).signedIn !== true) throw new Error(`${username} could not sign in: ${text}`);
  }

  /** A call of the API: `call('GET', '/bills')`. */
  call(method: string, path: string, { body, headers, key = randomUUID() }: Ask = {}): Promise<Answer> {
    const posted = method === 'POST' ? { 'idempotency-key': key } : {};
    const typed = method === 'GET' || method === 'DELETE' ? {} : { 'content-type': 'application/json' };
    return this.open(`/api/v1${path}`, {
      method,
      headers: { 'x-fp-csrf': '1', ...typed, ...posted, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  /** Any request of this visitor's, cookies and all; a redirect is answered as it is. */
  async open(path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(new URL(path, this.url), {
      method,
      dispatcher: this.#agent,
      headers: { ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    this.#keep(answer.headers['set-cookie']);
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #follow(first: Answer): Promise<Answer> {
    let answer = first;
    for (let hops = 0; hops < MOST_HOPS && answer.status >= 300 && answer.status < 400; hops += 1) {
      const { location } = answer.headers;
      answer = await this.open(typeof location === 'string' ? location : '/');
    }
    return answer;
  }

  #keep(lines: string | string[] | undefined): void {
    for (const line of [lines ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const gone = /max-age=0/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line);
      if (gone) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }
}
