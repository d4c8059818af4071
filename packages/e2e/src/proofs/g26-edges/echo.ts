import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came in at the system behind the gateway. */
export interface Came {
  readonly method: string;
  readonly url: string;
  /** Names in lower case, in the order they came, doubles and all. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Where tickets stand on it. */
export const TICKETS = '/tmf-api/troubleTicket/v4/troubleTicket';
export const TOKEN = 'the-gateways-own-token';

function pairs({ rawHeaders }: IncomingMessage): [string, string][] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, at) => [(rawHeaders[2 * at] ?? '').toLowerCase(), rawHeaders[2 * at + 1] ?? '']);
}

/** A trouble ticket system of one customer's that writes down all it is asked. */
export class Echo {
  /** Whose every ticket is. */
  owner = '';
  readonly #server: Server;
  readonly #came: Came[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Echo> {
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        const { method = '', url = '' } = request;
        echo.#came.push({ method, url, headers: pairs(request), body });
        response.writeHead(method === 'POST' ? 201 : 200, { 'content-type': 'application/json', 'x-total-count': '1' }).end(JSON.stringify(echo.#answer(method, url, body)));
      });
    });
    const echo: Echo = new Echo(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return echo;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What came since it was asked last. */
  taken(): Came[] {
    return this.#came.splice(0);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(method: string, url: string, body: string): unknown {
    const { pathname, searchParams } = new URL(url, 'http://echo');
    if (method === 'POST') return { ...this.#ticket('T-1'), ...(JSON.parse(body) as object) };
    if (pathname !== TICKETS) return this.#ticket(pathname.slice(TICKETS.length + 1));
    return searchParams.has('externalId') ? [] : [this.#ticket('T-1')];
  }

  #ticket(id: string): object {
    const relatedParty = [{ id: this.owner, name: 'The customer', role: 'customer', '@referredType': 'Individual' }];
    const dates = { creationDate: '2026-01-01T00:00:00Z', lastUpdate: '2026-01-01T00:00:00Z' };
    return { id, name: 'Slow', description: 'It is slow.', severity: 'Minor', ticketType: 'request', status: 'acknowledged', relatedParty, ...dates };
  }
}
