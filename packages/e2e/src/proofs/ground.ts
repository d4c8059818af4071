import { throwAwayPostgres } from '@faceplate/workbench';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/browser.ts';
import { Stage } from '../journeys/stage.ts';
import { ownProduct, type RunningProduct, runProduct } from '../product/running-product.ts';
import type { BssProof, Finding, PortalProof, ProductProof, Proof } from './proof.ts';

export interface Run {
  readonly seed: number;
  readonly full: boolean;
}

/** What proofs stand on, opened when the first of them needs it: a proof of the BSS waits for no browser. */
export class Ground implements AsyncDisposable {
  #browser: Promise<Browser> | undefined;
  #database: Promise<{ url: string; stop: () => void } | undefined> | undefined;

  run(proof: Proof, run: Run): Promise<readonly Finding[]> {
    if (proof.on === 'portal') return this.#onThePortal(proof, run);
    return proof.on === 'product' ? this.#onTheProduct(proof, run) : this.#onTheBss(proof, run);
  }

  /** Of the browser that was opened, if one was. */
  async browserVersion(): Promise<string | undefined> {
    return (await this.#opened())?.version();
  }

  /** The browser, if one was asked for and came: that none came has been told by the proof it was for. */
  async #opened(): Promise<Browser | undefined> {
    return this.#browser?.catch(() => undefined);
  }

  async #onThePortal(proof: PortalProof, run: Run): Promise<readonly Finding[]> {
    const browser = await (this.#browser ??= openBrowser());
    const product = await runProduct({ simulator: false });
    const stage = new Stage(product, browser);
    try {
      return await proof.run({ stage, ...run, tell: progress });
    } finally {
      await stage.close();
      await product.stop();
    }
  }

  async #onTheProduct(proof: ProductProof, run: Run): Promise<readonly Finding[]> {
    const database = await (this.#database ??= lendPostgres());
    const open: RunningProduct[] = [];
    try {
      return await proof.run({
        ...run,
        databaseUrl: database?.url,
        tell: progress,
        open: async (options) => {
          // The Postgres lent is the proof's to hand on: a product that is told nothing keeps to its own folder.
          // A proof asks more in a minute than a hundred people do; what limits do is shown where they are the subject.
          const config = { limits: { factor: 1_000 }, ...options?.config };
          const product = await ownProduct({ ...options, config, env: { DATABASE_URL: '', ...options?.env } });
          open.push(product);
          return product;
        },
      });
    } finally {
      await Promise.all(open.map((product) => product.stop()));
    }
  }

  async #onTheBss(proof: BssProof, run: Run): Promise<readonly Finding[]> {
    const database = await (this.#database ??= lendPostgres());
    return proof.run({ ...run, databaseUrl: database?.url, tell: progress });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#opened())?.close();
    (await this.#database?.catch(() => undefined))?.stop();
  }
}

/** The caller's own (`DATABASE_URL`), or one thrown away afterwards; none where the machine has no Postgres. */
async function lendPostgres(): Promise<{ url: string; stop: () => void } | undefined> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, stop: () => undefined };
  const postgres = await throwAwayPostgres();
  if (postgres) process.once('exit', postgres.stop);
  return postgres;
}

const MINUTE_MS = 60_000;
let toldLast = performance.now();

/** Every step on a screen; a log, which is not to be filled with them, has one a minute. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}\r`);
  else if (performance.now() - toldLast > MINUTE_MS) {
    toldLast = performance.now();
    console.error(text);
  }
}
