import { readConfig } from './config/config.ts';
import { processLog } from './log.ts';
import { type Product, type Surroundings, startProduct } from './product.ts';
import { worldProgress } from './progress.ts';
import { watchStarters } from './starters.ts';
import { readyText } from './texts.ts';

/** A stop that takes longer is cut: ten seconds are promised. */
const LATEST_STOP_MS = 9500;

const since = (start: number) => (performance.now() - start) / 1000;

/** Says what took how long; steps too short to notice are left out. */
async function tellStep<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const seconds = since(start);
  if (seconds >= 0.1) process.stdout.write(`${name} ready in ${seconds.toFixed(1)} s\n`);
  return result;
}

/** One line, because whoever reads it wants to know what to change. */
function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`faceplate: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  process.exit(1);
}

async function end(starting: Promise<Product>, unwanted: AbortController): Promise<never> {
  unwanted.abort();
  setTimeout(() => fail('stopping took too long; cut off'), LATEST_STOP_MS).unref();
  const product = await starting.catch(() => undefined);
  await product?.stop();
  process.exit(0);
}

async function run({ files }: Pick<Surroundings, 'files'>): Promise<void> {
  const unwanted = new AbortController();
  const config = readConfig(process.env, process.cwd());
  const starting = startProduct(config, {
    log: processLog(config.production),
    ...(files && { files }),
    step: tellStep,
    progress: worldProgress(process.stdout),
    signal: unwanted.signal,
  });
  let ending: Promise<never> | undefined;
  const stop = () => {
    ending ??= end(starting, unwanted).catch(fail);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  watchStarters(stop);
  const product = await starting.catch((error: unknown) => (unwanted.signal.aborted ? undefined : fail(error)));
  if (product && !unwanted.signal.aborted) {
    process.stdout.write(readyText(product, process.uptime(), config.tmfToken === undefined));
  }
}

/** The command: settings from the environment, words on stdout, one line on stderr when it cannot be done, signals. */
export function runCommand(needs: Pick<Surroundings, 'files'>): Promise<void> {
  return run(needs).catch(fail);
}
