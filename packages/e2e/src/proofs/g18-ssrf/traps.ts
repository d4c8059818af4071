import { once } from 'node:events';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** A listener that nobody may ever reach; counts every connection, whatever is said over it. */
export class Trap implements Disposable {
  readonly port: number;
  hits = 0;
  /** What was said, for who finds that something was. */
  heard = '';
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** Undefined where this machine has no such address. */
  static async at(address: string): Promise<Trap | undefined> {
    const server = createServer((socket) => {
      trap.hits += 1;
      socket.setEncoding('latin1').on('error', () => undefined);
      socket.on('data', (chunk: string) => {
        trap.heard += chunk;
        socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
      });
    });
    server.listen(0, address);
    const open = await once(server, 'listening').then(() => true, () => false);
    if (!open) return undefined;
    const trap: Trap = new Trap(server);
    return trap;
  }

  [Symbol.dispose](): void {
    this.#server.close();
  }
}

/** A server that may be called, and answers as it is told. */
export class Door implements Disposable {
  readonly url: string;
  calls = 0;
  readonly #server: ReturnType<typeof createHttpServer>;

  private constructor(server: ReturnType<typeof createHttpServer>) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async open(answer: (response: ServerResponse, path: string) => void): Promise<Door> {
    const server = createHttpServer((request, response) => {
      door.calls += 1;
      request.resume();
      answer(response, request.url ?? '/');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const door: Door = new Door(server);
    return door;
  }

  [Symbol.dispose](): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Sends whoever calls on to somewhere else, in every way there is. */
export const onwards = (status: number, to: string) => (response: ServerResponse): void => {
  response.writeHead(status, { location: to, refresh: `0; url=${to}`, 'content-location': to, link: `<${to}>; rel="next"` }).end();
};
