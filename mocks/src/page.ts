import { setupWorker } from 'msw/browser';
import { type Operator, operator, type OperatorOptions } from './operator.ts';
import type { NamedWorld } from './worlds.ts';

const worker = setupWorker();
let started: Promise<unknown> | undefined;

/** Answers this page's calls from a fresh operator; one that answered before is gone with its world. */
export async function startOperator(world: NamedWorld, options?: OperatorOptions): Promise<Operator> {
  started ??= worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: '/mockServiceWorker.js' },
  });
  await started;
  const fresh = operator(world, options);
  worker.resetHandlers(...fresh.handlers);
  return fresh;
}
