import type { gatewayOver } from '../gateway.ts';

export interface Seen<Body> {
  status: number;
  /** As the test expects it to be; the assertions find out whether it is. */
  body: Body;
  response: Response;
}

export interface Asked {
  method?: string;
  body?: unknown;
  key?: string;
  headers?: Readonly<Record<string, string>>;
  /** The answer is lost on its way: whatever it sets stays unset. */
  lost?: boolean;
}

/** A browser with a jar of its own, in which nobody has signed in. */
export function aVisit(app: ReturnType<typeof gatewayOver>, jar = new Map<string, string>()) {
  const call = async <Body = Record<string, never>>(path: string, asked: Asked = {}): Promise<Seen<Body>> => {
    const response = await app.request(`http://portal.test/api/v1${path}`, requestOf(jar, asked));
    if (!asked.lost) for (const line of response.headers.getSetCookie()) keep(jar, line);
    const text = await response.clone().text();
    return { status: response.status, response, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Body };
  };
  /** Any page, as the browser opens it. */
  const open = async (path: string): Promise<Response> => {
    const response = await app.request(new URL(path, 'http://portal.test').href, { headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  };
  return Object.assign(call, { jar, open });
}

function requestOf(jar: ReadonlyMap<string, string>, { body, method = body === undefined ? 'GET' : 'POST', key = crypto.randomUUID(), headers = {} }: Asked) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const posted = method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': key };
  return { method, headers: { 'x-fp-csrf': '1', ...(cookie && { cookie }), ...posted, ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (line.includes('Max-Age=0')) jar.delete(name);
  else jar.set(name, value);
}
