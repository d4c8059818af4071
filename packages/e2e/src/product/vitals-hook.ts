import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { VITALS } from './vitals.ts';

/** Loaded before the product by {@link withVitals}: at SIGUSR2 it collects what is garbage and writes down what is left. */
const folder = process.env[VITALS] ?? '.';
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const loop = monitorEventLoopDelay({ resolution: 10 });
loop.enable();

process.on('SIGUSR2', () => {
  // The collection stops the loop, which is no fault of the product's.
  const loopP99 = loop.percentile(99) / 1e6;
  collect();
  collect();
  const file = join(folder, `${process.pid}.json`);
  writeFileSync(`${file}.new`, JSON.stringify({ heap: process.memoryUsage().heapUsed, loopP99 }));
  renameSync(`${file}.new`, file);
  loop.reset();
});
