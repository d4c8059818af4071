import { parentPort, workerData } from 'node:worker_threads';
import { played } from './operator.ts';
import type { Step, Trace } from './step.ts';
import { storeMakers } from '../../testing/stores.ts';
import { Dice } from '../../world/random.ts';

/** One store in a thread of its own, where chance is dealt: the ids that a sequence makes are the same on every store. */
export interface Work {
  readonly label: string;
  readonly steps: readonly Step[];
}

export interface Done {
  readonly traces?: readonly Trace[];
  readonly failed?: string;
}

const { name, databaseUrl } = workerData as { name: string; databaseUrl: string };
const maker = storeMakers(databaseUrl).find((one) => one.name === name);
if (!maker) throw new Error(`There is no store ${name}.`);

let dice = new Dice('');

Object.defineProperty(globalThis.crypto, 'getRandomValues', {
  value: (array: Uint8Array) => array.map((_, index) => (array[index] = dice.between(0, 255))),
});

async function work({ label, steps }: Work): Promise<Done> {
  const store = await maker?.make();
  if (!store) return { failed: 'no store' };
  try {
    const deal = (at: number) => {
      dice = new Dice(`${label} step ${at}`);
    };
    return { traces: await played(store, steps, deal) };
  } catch (cause) {
    return { failed: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  } finally {
    await store.close();
  }
}

parentPort?.on('message', (asked: Work | 'end') => {
  if (asked === 'end') void maker.close().then(() => parentPort?.close());
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  else void work(asked).then((done) => parentPort?.postMessage(done));
});
