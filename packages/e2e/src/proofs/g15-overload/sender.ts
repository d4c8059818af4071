import { connect, type Socket } from 'node:net';

export interface Sending {
  /** Ports asked in turn. */
  readonly ports: readonly number[];
  /** Requests as they stand on the wire, asked in turn. */
  readonly requests: readonly Buffer[];
  /** Requests a second, whatever becomes of those before. */
  readonly rate: number;
  /** Milliseconds. */
  readonly during: number;
}

export interface Answered {
  readonly status: number;
  /** When it was due, in milliseconds since the start. */
  readonly at: number;
  /** Milliseconds from when it was due to the end of the answer. */
  readonly took: number;
  /** Of a problem: which. */
  readonly code: string | undefined;
  /** Of a refusal: whether it says when to come back. */
  readonly retryAfter: boolean;
}

export interface Sent {
  readonly answers: readonly Answered[];
  /** Requests that got no answer, by what became of them. */
  readonly lost: Readonly<Record<string, number>>;
}

const END = Buffer.from('\r\n\r\n');
/** Milliseconds between two volleys. */
const EVERY = 5;
/** More connections than a process ought to be asked to hold for us; what is due beyond them waits, and its time runs. */
const MOST_CONNECTIONS = 1_500;
/** How long after the last one answers are waited for. */
const PATIENCE = 5_000;

/** How long the first answer in `bytes` is; undefined while it is not all there. */
function answerLength(bytes: Buffer): { head: string; length: number } | undefined {
  const end = bytes.indexOf(END);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return bytes.length >= end + 4 + Number(length) ? { head, length: end + 4 + Number(length) } : undefined;
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return { head, length: end + 4 };
  const last = bytes.indexOf('\r\n0\r\n\r\n', end, 'latin1');
  return last < 0 ? undefined : { head, length: last + 7 };
}

/** Hears of an answer by its head, and by the code of a problem; without a head the line has ended, and `code` says how where an answer was awaited. */
type Done = (line: Line, head: string | undefined, code?: string) => void;

/** One kept connection that asks one thing at a time. */
class Line {
  readonly #socket: Socket;
  readonly #done: Done;
  #bytes: Buffer = Buffer.alloc(0);
  due = 0;
  busy = false;

  constructor(port: number, done: Done) {
    this.#done = done;
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true);
    this.#socket.on('data', (chunk: Buffer) => this.#heard(chunk));
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#over(error.code ?? error.message));
    this.#socket.on('close', () => this.#over('closed'));
  }

  ask(request: Buffer, due: number): void {
    this.busy = true;
    this.due = due;
    this.#socket.write(request);
  }

  close(): void {
    this.#socket.destroy();
  }

  #heard(chunk: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    const answer = answerLength(this.#bytes);
    if (!answer) return;
    const code = answer.head.startsWith('200', 9) ? undefined : /"code":"([^"]+)"/.exec(this.#bytes.toString('latin1', 0, answer.length))?.[1];
    this.#bytes = this.#bytes.subarray(answer.length);
    this.busy = false;
    this.#done(this, answer.head, code);
  }

  #over(code: string): void {
    const lost = this.busy;
    this.busy = false;
    this.#done(this, undefined, lost ? code : undefined);
  }
}

/** An open loop: what is due is sent when it is due, however slowly answers come; as many people do who know nothing of each other. */
export async function send({ ports, requests, rate, during }: Sending): Promise<Sent> {
  const answers: Answered[] = [];
  const lost: Record<string, number> = {};
  const [idle, lines, waiting]: [Line[], Set<Line>, number[]] = [[], new Set(), []];
  const began = performance.now();
  let [asked, opened] = [0, 0];
  const done = (line: Line, head: string | undefined, code?: string) => {
    if (head === undefined) {
      lines.delete(line);
      if (code !== undefined) lost[code] = (lost[code] ?? 0) + 1;
      return;
    }
    answers.push({ status: Number(head.slice(9, 12)), at: line.due - began, took: performance.now() - line.due, code, retryAfter: /\r\nretry-after: \d/i.test(head) });
    const due = waiting.shift();
    if (due === undefined) idle.push(line);
    else ask(line, due);
  };
  const ask = (line: Line, due: number) => line.ask(requests[asked++ % requests.length] as Buffer, due);
  const free = (): Line | undefined => {
    for (let line = idle.pop(); line; line = idle.pop()) if (lines.has(line)) return line;
    if (lines.size >= MOST_CONNECTIONS) return undefined;
    const line = new Line(ports[opened++ % ports.length] as number, done);
    lines.add(line);
    return line;
  };
  await volleys(began, during, rate, (due) => {
    const line = free();
    if (line) ask(line, due);
    else waiting.push(due);
  });
  const until = performance.now() + PATIENCE;
  while ((waiting.length > 0 || [...lines].some(({ busy }) => busy)) && performance.now() < until) await beat();
  const unanswered = waiting.length + [...lines].filter(({ busy }) => busy).length;
  if (unanswered > 0) lost['unanswered'] = unanswered;
  for (const line of lines) {
    line.busy = false;
    line.close();
  }
  return { answers, lost };
}

const beat = () => new Promise((resolve) => setTimeout(resolve, EVERY));

async function volleys(began: number, during: number, rate: number, due: (at: number) => void): Promise<void> {
  for (let count = 0; performance.now() - began < during; ) {
    const now = performance.now();
    for (; count < ((now - began) / 1000) * rate; count += 1) due(began + (count / rate) * 1000);
    await beat();
  }
}
