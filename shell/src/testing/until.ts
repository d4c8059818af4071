/** Resolves when `found` gives something; the wait is the test's own time limit. */
export async function until<T>(found: () => T): Promise<NonNullable<T>> {
  for (;;) {
    const value = found();
    if (value !== undefined && value !== null && value !== false) return value;
    await new Promise(requestAnimationFrame);
  }
}

/** What was told to the console as an error while `work` ran. */
export async function errorsDuring(work: () => Promise<unknown>): Promise<string> {
  const told: unknown[][] = [];
  const { error } = console;
  console.error = (...parts: unknown[]) => told.push(parts);
  try {
    await work();
  } finally {
    console.error = error;
  }
  return JSON.stringify(told);
}
