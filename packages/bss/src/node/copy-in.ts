import type { Connection, PoolClient, Submittable } from 'pg';

/** What `pg`'s connections can do beside what its types say. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** Bytes sent at once: large enough to cost no time, small enough to be nothing beside a document or two. */
const CHUNK = 256 * 1024;

function* chunksOf(lines: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** One `COPY … FROM STDIN` on its way. `pg` calls the handlers; `done` settles once. */
class CopyIn implements Submittable {
  readonly #text: string;
  readonly #lines: Iterable<string>;
  readonly #done = Promise.withResolvers<void>();
  #isOver = false;
  #cause: unknown;

  constructor(text: string, lines: Iterable<string>) {
    this.#text = text;
    this.#lines = lines;
  }

  get done(): Promise<void> {
    return this.#done.promise;
  }

  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    void this.#feed(connection);
  }

  async #feed(connection: CopyConnection): Promise<void> {
    try {
      for (const chunk of chunksOf(this.#lines)) {
        if (this.#isOver) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await this.#drained(connection);
      }
      connection.endCopyFrom();
    } catch (cause) {
      // The server answers with an error of its own, which says less than ours.
      this.#cause = cause;
      connection.sendCopyFail('The sender gave up.');
    }
  }

  /** Until the server has taken what was sent, or will take no more. */
  #drained({ stream }: CopyConnection): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    stream.once('drain', resolve);
    const over = () => {
      stream.off('drain', resolve);
      resolve();
    };
    this.#done.promise.then(over, over);
    return promise;
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#isOver = true;
    this.#done.resolve();
  }

  handleError(error: Error): void {
    this.#isOver = true;
    this.#done.reject(this.#cause ?? error);
  }
}

/**
 * Sends lines to a `COPY … FROM STDIN`, no faster than the server takes them.
 * What `lines` throws while it is read ends the COPY, and is thrown on.
 */
export function copyIn(client: PoolClient, text: string, lines: Iterable<string>): Promise<void> {
  return client.query(new CopyIn(text, lines)).done;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A row in COPY's text format. */
export function copyLine(values: readonly string[]): string {
  return `${values.map((value) => value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found)).join('\t')}\n`;
}
