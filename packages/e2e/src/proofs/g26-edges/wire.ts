import { connect } from 'node:net';

/** Who speaks, and to whom. */
export interface Scene {
  readonly host: string;
  readonly port: number;
  /** Ada's, as in a `Cookie` header. */
  readonly cookie: string;
  /** Of Ada's; a ticket can be raised for it. */
  readonly productId: string;
  /** Somebody else's party. */
  readonly stranger: string;
}

export interface Heard {
  /** Of every answer, in their order. */
  readonly statuses: readonly number[];
  readonly text: string;
  /** The connection was left open, and nothing came any more. */
  readonly silent: boolean;
}

export const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n\r\n`;

/** What a call of the portal's needs to be taken for one. */
export const usual = ({ host, cookie }: Scene): string[] => [`Host: ${host}`, `Cookie: ${cookie}`, 'X-Fp-Csrf: 1'];

/** Another honest request behind the one in question, which also ends the connection: whoever takes the first for more or less than it is answers this one wrongly, or not. */
export const behind = ({ host }: Scene): string => lines('GET /healthz HTTP/1.1', `Host: ${host}`, 'Connection: close');

const PATIENCE_MS = 5_000;

/** Sends exactly these bytes (one a letter) and hears everything until the other side ends it, or says nothing for so long. */
export function speak(port: number, bytes: string, patience = PATIENCE_MS): Promise<Heard> {
  return new Promise((resolve) => {
    let text = '';
    let silent = false;
    const socket = connect({ port, host: '127.0.0.1' });
    socket.setEncoding('latin1');
    socket.setTimeout(patience, () => {
      silent = true;
      socket.destroy();
    });
    socket.on('data', (chunk: string) => (text += chunk));
    // A server that does not want to hear the rest resets the connection; what it said before counts.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ statuses: [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)), text, silent }));
    socket.write(bytes, 'latin1');
  });
}
