import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

/** Pages to measure, on an origin of their own. */
export interface BenchHost {
  readonly url: string;
  /** Serves this HTML at the path from now on, compressed as a careful server does it. */
  put(path: string, html: string): void;
  close(): Promise<void>;
}

export async function serveBenchHost(port: number): Promise<BenchHost> {
  const pages = new Map<string, Buffer>();
  const server = createServer(({ url = '/' }, response) => {
    const page = pages.get(url);
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', 'content-length': page.length, 'cache-control': 'no-store' });
    response.end(page);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    put: (path, html) => pages.set(path, brotliCompressSync(html)),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
