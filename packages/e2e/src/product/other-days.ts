import { fileURLToPath } from 'node:url';

export const DAYS = 'OTHER_DAYS';

/** Environment of a product whose whole process begins at the first of these instants, and goes on to the next at each SIGUSR2. */
export const onOtherDays = (...instants: readonly Date[]): Record<string, string> => ({
  NODE_OPTIONS: `--import=${fileURLToPath(new URL('other-days-hook.ts', import.meta.url))}`,
  [DAYS]: JSON.stringify(instants.map((instant) => instant.getTime())),
});

/**
 * The 20th of the next month, and the second of the one and of the two after it, at ten in the morning: whatever the day, there is a
 * month behind and an end of it to come. Never before today: a browser would take cookies for outdated.
 */
export function threeDays(today: Date): readonly [during: Date, after: Date, later: Date] {
  const on = (month: number, day: number) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + month, day, 10));
  return [on(1, 20), on(2, 2), on(3, 2)];
}
