import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Journey } from './journey.ts';

/** Every journey there is, by its number. */
export async function allJourneys(folder = import.meta.dirname): Promise<Journey[]> {
  const files = globSync('*.journey.ts', { cwd: folder }).toSorted();
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<{ journey: Journey }>));
  return modules.map(({ journey }) => journey).toSorted((one, other) => one.id.localeCompare(other.id));
}

/**
 * The journeys asked for by number, all when none is.
 *
 * @throws Error when there is no journey of that number.
 */
export function chosenJourneys(ids: readonly string[], all: readonly Journey[]): Journey[] {
  if (ids.length === 0) return [...all];
  return ids.flatMap((id) => {
    const found = all.filter((journey) => journey.id === id.toUpperCase());
    if (found.length === 0) throw new Error(`There is no journey ${id}. There are: ${all.map((one) => one.id).join(', ')}.`);
    return found;
  });
}
