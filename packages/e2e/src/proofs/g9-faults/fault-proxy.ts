import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Agent, request } from 'undici';
import { type Certified, selfSigned } from './certificate.ts';
import type { Fault, Means } from './faults.ts';

const trusted = selfSigned('upstream');
const stranger = selfSigned('stranger');

/** What a gateway must trust to reach the proxies. */
export const TRUST: string = trusted.cert;

/** Stands before one API of the real BSS, counts what is asked of it, and does the fault it is told to. */
export class FaultProxy {
  readonly port: number;
  /** Requests, and connections that came to none. */
  calls = 0;
  readonly #sockets: Set<Socket>;
  readonly #certify: (certified: Certified) => void;
  readonly #end: () => Promise<void>;
  #fault: Fault | undefined;

  private constructor(port: number, sockets: Set<Socket>, certify: (certified: Certified) => void, end: () => Promise<void>) {
    this.port = port;
    this.#sockets = sockets;
    this.#certify = certify;
    this.#end = end;
  }

  static async open(behind: string): Promise<FaultProxy> {
    const sockets = new Set<Socket>();
    const agent = new Agent({ connections: 64 });
    const tls = createTlsServer(trusted, (question, response) => void proxy.#answer(question, response, agent, behind));
    tls.on('tlsClientError', () => {
      // With the right certificate a handshake that fails was ended by a caller who had lost patience, and is counted by the fault.
      if (proxy.#fault?.badCertificate) proxy.calls += 1;
    });
    const front = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
      const meddle = proxy.#fault?.connection;
      if (!meddle) return void tls.emit('connection', socket);
      proxy.calls += 1;
      meddle(socket);
    }).listen(0, '127.0.0.1');
    await once(front, 'listening');
    const end = async () => {
      for (const socket of sockets) socket.destroy();
      front.close();
      await agent.destroy();
    };
    const proxy: FaultProxy = new FaultProxy((front.address() as AddressInfo).port, sockets, (certified) => tls.setSecureContext(certified), end);
    return proxy;
  }

  begin(fault: Fault): void {
    this.#fault = fault;
    if (fault.badCertificate) this.#certify(stranger);
    // A server that went away, or came back with another certificate, has closed what was open.
    if (fault.badCertificate || fault.name === 'refuse') for (const socket of this.#sockets) socket.destroy();
  }

  end(): void {
    this.#fault = undefined;
    this.#certify(trusted);
  }

  /** Of the two sockets of a connection the one below TLS. */
  #reset(port: number | undefined): void {
    for (const socket of this.#sockets) if (socket.remotePort === port) socket.resetAndDestroy();
  }

  close(): Promise<void> {
    return this.#end();
  }

  async #answer(question: IncomingMessage, response: ServerResponse, agent: Agent, behind: string): Promise<void> {
    this.calls += 1;
    response.on('error', () => undefined);
    const honest: Means['honest'] = async () => {
      const { host: _, connection: __, ...headers } = question.headers;
      const answer = await request(behind + (question.url ?? '/'), { method: question.method as 'GET', headers, dispatcher: agent, body: question.method === 'GET' ? null : question });
      const body = Buffer.from(await answer.body.arrayBuffer());
      const kept = ['content-type', 'x-total-count'].flatMap((name) => (answer.headers[name] ? [[name, String(answer.headers[name])]] : []));
      return { status: answer.statusCode, headers: Object.fromEntries(kept) as Record<string, string>, body };
    };
    const meddle = this.#fault?.request;
    if (meddle) return meddle(question, response, { honest, reset: () => this.#reset(question.socket.remotePort) });
    const { status, headers, body } = await honest();
    response.writeHead(status, { ...headers, 'content-length': String(body.length) }).end(body);
  }
}
