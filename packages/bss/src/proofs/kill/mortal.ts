import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';

/** What a BSS is told: see bss-server.ts. */
export type Environment = Readonly<Record<string, string>>;

const KEPT = 4000;
/** Ends in a row that nobody asked for, after which it is not started again. */
const MOST_DEATHS = 3;

/** A BSS in a process of its own that is killed and started again. Whoever wants to ask it waits for `up`. */
export class Mortal {
  /** What it said of its own faults, and deaths nobody asked for. */
  readonly complaints: string[] = [];
  lives = 0;
  readonly #environment: Environment;
  #child: ChildProcess | undefined;
  #up = Promise.withResolvers<number>();
  #isUp = false;
  #unasked = 0;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The port of the life that answers: this one, or the next. */
  get up(): Promise<number> {
    return this.#up.promise;
  }

  /** Begins a life; `up` tells when it answers. */
  start(): void {
    const file = new URL(`../bss-server${extname(import.meta.url)}`, import.meta.url);
    const env = { ...process.env, DATABASE_URL: '', ...this.#environment };
    const child = fork(file, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#child = child;
    this.lives += 1;
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-KEPT)));
    child.on('message', (message: { port?: number }) => {
      if (message.port === undefined || child !== this.#child) return;
      this.#unasked = 0;
      this.#isUp = true;
      this.#up.resolve(message.port);
    });
    child.once('exit', (code, signal) => {
      if (said !== '') this.complaints.push(said);
      if (child === this.#child) this.#died(`ended with ${String(code ?? signal)}: ${said}`);
    });
  }

  #died(how: string): void {
    this.complaints.push(how);
    this.#down();
    this.#unasked += 1;
    if (this.#unasked < MOST_DEATHS) this.start();
    else this.#up.reject(new Error(`The BSS does not start any more: ${how}`));
  }

  #down(): void {
    this.#child = undefined;
    if (this.#isUp) this.#up = Promise.withResolvers<number>();
    this.#isUp = false;
  }

  /** As `kill -9` does it: nothing is written down, nobody is told. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** As an operator ends it. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#down();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
