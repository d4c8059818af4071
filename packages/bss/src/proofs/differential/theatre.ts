import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FAULT } from './operator.ts';
import type { Step, Trace } from './step.ts';
import type { Done, Work } from './store-worker.ts';

/** The same sequence played on one store. */
export interface Stage {
  readonly name: string;
  play(work: Work): Promise<readonly Trace[]>;
  close(): Promise<void>;
}

/** @param name of the store: memory, PGlite or Postgres. */
export function stageOn(name: string, databaseUrl: string): Stage {
  const file = new URL(`./store-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, { workerData: { name, databaseUrl } });
  return {
    name,
    play: async (work) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(work);
      const [done] = (await once(worker, 'message')) as [Done];
      if (!done.traces) throw new Error(`${name}: ${done.failed ?? 'no answer'}`);
      return done.traces;
    },
    close: async () => {
      const ended = once(worker, 'exit');
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage('end');
      await ended;
    },
  };
}

/** Where the stores first answered differently, or all had the same fault, and what each of them said. */
export interface Difference {
  readonly at: number;
  readonly said: readonly { readonly name: string; readonly text: string }[];
}

export async function difference(stages: readonly Stage[], label: string, steps: readonly Step[]): Promise<Difference | undefined> {
  const plays = await Promise.all(stages.map(async (stage) => ({ name: stage.name, traces: await stage.play({ label, steps }) })));
  const [first] = plays;
  const amiss = ({ text }: Trace, index: number) => text.includes(`\n${FAULT}`) || plays.some(({ traces }) => traces[index]?.text !== text);
  const place = first?.traces.findIndex(amiss) ?? -1;
  if (place < 0) return undefined;
  return { at: first?.traces[place]?.at ?? place, said: plays.map(({ name, traces }) => ({ name, text: traces[place]?.text ?? '' })) };
}

/** A sequence that still differs with everything taken out that has nothing to do with it. */
export async function shrunk(stages: readonly Stage[], label: string, steps: readonly Step[]): Promise<readonly Step[]> {
  const found = await difference(stages, label, steps);
  if (!found) return steps;
  let least = steps.filter(({ at }) => at <= found.at);
  for (let size = Math.ceil(least.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < least.length; from += size) {
      const fewer = least.filter((_, index) => index < from || index >= from + size);
      if (fewer.length > 0 && (await difference(stages, label, fewer))) {
        least = fewer;
        from -= size;
      }
    }
  }
  return least;
}
