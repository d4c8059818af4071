import type { Dice } from '../../world/random.ts';

/** Texts that stores and parsers have been known to read in more than one way. */
const TEXTS: readonly string[] = [
  '', ' ', 'a', 'A', 'ä', 'é', 'é', '🦊', '￿', '𐀀', 'true', 'null', '0', '00', '1', '1.0', '1e3', '-1', '.5',
  '99999999999999999999', 'NaN', "'", '"', '\\', '\\\\', '\\u0000', '$', '$.id', '$1', '%', '_', '{}', '[]', ',', 'a,b', ';', '\n', '\t',
  "' or 1=1 --", '$[*] ? (@.id == "x")', 'constructor', '__proto__', 'toString', '..', '/', '?', '#', '&a=b', '+', 'مرحبا', '‮abc',
  '2026-11-21T10:00:00.000Z', '2026-11-21T10:00:00Z', '2026-11-21T11:00:00+01:00', '2026-02-30T00:00:00Z',
];

const NUMBERS = [0, -0, 1, -1, 2, 10, 0.1, 0.30000000000000004, 1.5, 1e21, 1e-7, 1e308, 2147483648, 9007199254740992];

export function oddText(dice: Dice): string {
  return dice.chance(0.05) ? dice.pick(['x', 'ä', '🦊']).repeat(dice.between(60, 3000)) : dice.pick(TEXTS);
}

export function oddValue(dice: Dice, depth = 0): unknown {
  const kind = dice.between(0, depth > 2 ? 3 : 6);
  if (kind <= 1) return oddText(dice);
  if (kind === 2) return dice.pick(NUMBERS);
  if (kind === 3) return dice.pick([true, false, null]);
  if (kind === 4) return Array.from({ length: dice.between(0, 3) }, () => oddValue(dice, depth + 1));
  const names = Array.from({ length: dice.between(0, 3) }, () => dice.pick(['id', 'name', 'value', 'a b', '@type', 'ключ', "it's", 'a.b', '']));
  return Object.fromEntries(names.map((name) => [name, oddValue(dice, depth + 1)]));
}
