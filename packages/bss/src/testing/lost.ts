import { inspect } from 'node:util';

const told = (value: unknown): string => inspect(value, { depth: 2, breakLength: Infinity });

const isUnsaid = (value: unknown): boolean => value === null || value === undefined;

const areAlike = (said: unknown, back: unknown): boolean =>
  typeof back === 'object' && back !== null && Array.isArray(said) === Array.isArray(back);

/** Every value of the first that the second does not have in the same place, each in a sentence. The second may say more. */
export function lostIn(said: unknown, back: unknown, path = ''): string[] {
  const difference = [`${path} was ${told(said)}, is ${told(back)}`];
  if (isUnsaid(said)) return [];
  if (typeof said !== 'object') return Object.is(said, back) ? [] : difference;
  if (!areAlike(said, back)) return difference;
  if (Array.isArray(said) && said.length !== (back as unknown[]).length) return [`${path} had ${said.length} entries`];
  return Object.entries(said ?? {}).flatMap(([name, member]) => lostIn(member, (back as Record<string, unknown>)[name], `${path}.${name}`));
}
