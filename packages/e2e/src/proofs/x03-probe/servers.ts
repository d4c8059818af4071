import { createServer, type IncomingMessage } from 'node:http';

export type Answers = (request: Request) => Promise<Response>;

/** A server of a proof's own, on a port of its own. */
export interface Landscape extends AsyncDisposable {
  readonly url: string;
  /** Every method that came. */
  readonly methods: ReadonlySet<string>;
}

function asked({ method = 'GET', url = '/', headers }: IncomingMessage, origin: string): Request {
  const given = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []));
  // A body would be a breach of the probe's; its method alone tells of it.
  return new Request(new URL(url, origin), { method, headers: given });
}

/** Serves whatever answers, over real sockets. */
export async function serveLandscape(answers: Answers): Promise<Landscape> {
  const methods = new Set<string>();
  let origin = '';
  const server = createServer((incoming, outgoing) => {
    methods.add(incoming.method ?? '');
    answers(asked(incoming, origin)).then(
      async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(Buffer.from(await response.arrayBuffer()));
      },
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: origin, methods, [Symbol.asyncDispose]: close };
}

const NOT_HERE = { code: '60', reason: 'Not found' };

/** Hands on to the reference BSS of a product, for paths that a landscape has. */
export const partOf =
  (url: string, has: (pathname: string) => boolean): Answers =>
  (request) => {
    const { pathname, search } = new URL(request.url);
    if (!has(pathname)) return Promise.resolve(Response.json(NOT_HERE, { status: 404 }));
    const authorization = request.headers.get('authorization');
    return fetch(new URL(pathname + search, url), { method: request.method, headers: authorization === null ? {} : { authorization } }).then(
      async (answer) => new Response(answer.status === 204 ? null : await answer.arrayBuffer(), { status: answer.status, headers: kept(answer.headers) }),
    );
  };

const KEPT = ['content-type', 'x-total-count', 'x-result-count', 'allow', 'location', 'retry-after', 'link'];

const kept = (headers: Headers): [string, string][] => KEPT.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? ''] as [string, string]] : []));
