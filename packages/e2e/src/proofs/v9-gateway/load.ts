import { connect, type Socket } from 'node:net';

export interface Load {
  readonly port: number;
  /** The request as it stands on the wire. */
  readonly request: string;
  readonly requests: number;
  readonly connections: number;
}

export interface Loaded {
  readonly seconds: number;
  /** Answers whose status was not the wanted one. */
  readonly wrong: number;
}

const END = Buffer.from('\r\n\r\n');

/** How long the first answer in `bytes` is; undefined while it is not all there. Knows lengths and chunks. */
function answerLength(bytes: Buffer): number | undefined {
  const head = bytes.indexOf(END);
  if (head < 0) return undefined;
  const headers = bytes.toString('latin1', 0, head);
  const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1];
  if (length !== undefined) {
    const total = head + 4 + Number(length);
    return bytes.length >= total ? total : undefined;
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(headers)) return head + 4;
  const last = bytes.indexOf('\r\n0\r\n\r\n', head, 'latin1');
  return last < 0 ? undefined : last + 7;
}

/**
 * A closed loop over a few kept connections, in as few instructions as Node can do it: on two cores a thoughtful client
 * would be what is measured.
 */
export async function load({ port, request, requests, connections }: Load, wanted = 200): Promise<Loaded> {
  const wire = Buffer.from(request, 'latin1');
  let [left, wrong] = [requests, 0];
  const started = performance.now();
  const runs = Array.from({ length: connections }, () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const socket: Socket = connect(port, '127.0.0.1');
    let bytes: Buffer = Buffer.alloc(0);
    const send = () => {
      if (left === 0) {
        socket.end();
        return;
      }
      left -= 1;
      socket.write(wire);
    };
    socket.setNoDelay(true).on('connect', send).on('error', reject).on('close', () => resolve());
    socket.on('data', (chunk) => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
      const length = answerLength(bytes);
      if (length === undefined) return;
      if (Number(bytes.toString('latin1', 9, 12)) !== wanted) wrong += 1;
      bytes = bytes.subarray(length);
      send();
    });
    return promise;
  });
  await Promise.all(runs);
  return { seconds: (performance.now() - started) / 1000, wrong };
}
