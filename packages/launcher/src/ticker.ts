export interface Ticker {
  /** Ends after the tick in progress. */
  stop(): Promise<void>;
}

/** Runs `tick` again `interval` milliseconds after it has ended, so two never overlap; a failed one is reported and the next comes anyway. */
export function startTicker(tick: () => Promise<void>, interval: number, report: (error: unknown) => void): Ticker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = run();
    }, interval);
  };
  const run = async () => {
    await tick().catch(report);
    schedule();
  };
  schedule();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
