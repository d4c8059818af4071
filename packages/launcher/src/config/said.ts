/** The same without the keys that say nothing, so that spreading them covers no default. */
export function said<T extends object>(values: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as never;
}
