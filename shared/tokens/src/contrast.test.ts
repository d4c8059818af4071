import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { contrast, parseOklch } from './contrast.ts';

type Tokens = ReadonlyMap<string, string>;

const SIGNALS = ['positive', 'notice', 'critical', 'info'];
const GROUNDS = ['surface', 'surface-raised'];

function declarations(file: string): [string, string][] {
  const css = readFileSync(new URL(file, import.meta.url), 'utf8');
  return [...css.matchAll(/(--fp-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]);
}

/** What a page sees that loads the tokens and then one brand. */
function tokensOf(brand: string | undefined): Tokens {
  return new Map([...declarations('tokens.css'), ...(brand ? declarations(`themes/${brand}.css`) : [])]);
}

function colour(tokens: Tokens, name: string, scheme: 'light' | 'dark') {
  const value = (tokens.get(`--fp-${name}`) ?? '').replace(/var\((--[\w-]+)\)/g, (_, ref: string) => tokens.get(ref) ?? '');
  const sides = /^light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)$/.exec(value);
  assert.ok(sides, `--fp-${name} is not a pair of colours: ${value}`);
  return parseOklch(sides[scheme === 'light' ? 1 : 2] ?? '');
}

/** [what is seen, what it stands on, least ratio]: WCAG 2.2, 1.4.3 and 1.4.11. */
const pairs: [string, string, number][] = [
  ...[...GROUNDS, 'accent-ground', ...SIGNALS.map((signal) => `${signal}-ground`)].flatMap(
    (ground): [string, string, number][] => [
      ['text', ground, 4.5],
      ['text-quiet', ground, 4.5],
      ['focus', ground, 3],
    ],
  ),
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ['line', ground, 3],
    ['accent', ground, 4.5],
    ...SIGNALS.map((signal): [string, string, number] => [signal, ground, 4.5]),
  ]),
  ...SIGNALS.flatMap((signal): [string, string, number][] => [
    [signal, `${signal}-ground`, 4.5],
    ['accent', `${signal}-ground`, 4.5],
  ]),
  ['accent', 'accent-ground', 4.5],
  ['on-accent', 'accent', 4.5],
];

for (const brand of [undefined, 'meridian', 'koral', 'nordlys']) {
  for (const scheme of ['light', 'dark'] as const) {
    describe(`${brand ?? 'no brand'}, ${scheme}`, () => {
      const tokens = tokensOf(brand);
      for (const [seen, ground, least] of pairs) {
        test(`${seen} can be seen on ${ground}`, () => {
          const ratio = contrast(colour(tokens, seen, scheme), colour(tokens, ground, scheme));
          assert.ok(ratio >= least, `${ratio.toFixed(2)}:1, needs ${least}:1`);
        });
      }
    });
  }
}

test('the measure agrees with WCAG at its ends', () => {
  const [black, white] = [parseOklch('oklch(0% 0 0)'), parseOklch('oklch(100% 0 0)')];
  assert.equal(contrast(black, white).toFixed(1), '21.0');
  assert.equal(contrast(white, white), 1);
});

test('a brand sets only tokens that the default knows, and a family', () => {
  const known = new Set([...declarations('tokens.css').map(([name]) => name), '--fp-font-family']);
  for (const brand of ['meridian', 'koral', 'nordlys']) {
    const unknown = declarations(`themes/${brand}.css`).filter(([name]) => !known.has(name) || name.startsWith('--fp-p-'));
    assert.deepEqual(unknown, [], brand);
  }
});
