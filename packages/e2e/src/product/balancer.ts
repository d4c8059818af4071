import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Milliseconds between two looks at each process. */
const LOOK_EVERY = 200;
/** A process that takes longer to say that it is ready is not. */
const LOOK_PATIENCE = 1000;

interface Member {
  readonly port: number;
  ready: boolean;
}

/**
 * What stands before several processes in production, at its plainest: passes whole connections on in turn, to those that
 * said they are ready when asked last, and tries the next where one is refused. It reads nothing of what passes.
 */
export class Balancer implements AsyncDisposable {
  readonly port: number;
  readonly #server: Server;
  readonly #members: readonly Member[];
  readonly #looking: NodeJS.Timeout;
  readonly #sockets = new Set<Socket>();
  #turn = 0;
  /** Connections for which there was nobody. */
  refused = 0;

  private constructor(server: Server, members: readonly Member[]) {
    this.#server = server;
    this.#members = members;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (socket) => this.#pass(socket));
    this.#looking = setInterval(() => void this.look(), LOOK_EVERY);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Takes any free port; nobody is ready until it has looked. */
  static async open(ports: readonly number[]): Promise<Balancer> {
    const server = createServer({ allowHalfOpen: true });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Balancer(server, ports.map((port) => ({ port, ready: false })));
  }

  /** Asks each process whether it is ready. */
  async look(): Promise<void> {
    await Promise.all(
      this.#members.map(async (member) => {
        member.ready = await isReady(member.port);
      }),
    );
  }

  /** How many processes get connections. */
  get ready(): number {
    return this.#members.filter(({ ready }) => ready).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#looking);
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #pass(socket: Socket): void {
    this.#keep(socket);
    const ready = this.#members.filter((member) => member.ready);
    const first = this.#turn++;
    this.#try(socket, ready.map((_, at) => ready[(first + at) % ready.length] as Member));
  }

  #try(socket: Socket, [member, ...others]: readonly Member[]): void {
    if (!member) {
      this.refused += 1;
      socket.destroy();
      return;
    }
    const onward = connect({ port: member.port, host: '127.0.0.1', allowHalfOpen: true });
    this.#keep(onward);
    const next = () => {
      member.ready = false;
      this.#try(socket, others);
    };
    onward.once('error', next);
    onward.once('connect', () => {
      onward.off('error', next);
      join(socket, onward);
      join(onward, socket);
    });
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
  }
}

/** What comes from one goes to the other, and so does its end, clean or not. */
function join(from: Socket, to: Socket): void {
  from.pipe(to);
  from.once('close', () => {
    if (!from.readableEnded || from.errored) to.resetAndDestroy();
  });
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', path: '/readyz', agent: false, timeout: LOOK_PATIENCE }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.end();
  });
}
