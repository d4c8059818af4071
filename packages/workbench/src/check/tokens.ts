import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Scope, Step } from './finding.ts';
import { DRAWING_ROOMS, lineAt, shippedSources, type Source } from './sources.ts';

const TOKENS = 'shared/tokens/src/tokens.css';

/** What is declared in a style sheet, or offered with `@cssprop`. */
const DECLARED = /(--[a-z][a-z0-9-]*)\s*:/g;
const OFFERED = /@cssprop(?:erty)?\s+\[?(--[a-z0-9-]+)/g;
/** How tokens.css speaks of a token that it does not declare itself. */
const LEFT_TO_BRANDS = /A brand sets (--fp-[a-z0-9-]*[a-z0-9])/g;
/** A name that goes on in a `${…}` is put together at run time and cannot be looked up here. */
const READ = /var\(\s*(--[a-z0-9-]*[a-z0-9])(?![\w-]*\$)/g;
/** Colours that no theme could change. Words such as `currentColor` or `Canvas` follow the page, so they may stand. */
const COLOUR = /#[0-9a-f]{3,8}\b(?=\s*[;,)])|\b(?:rgba?|hsla?|oklch|oklab|lch|lab|hwb)\(\s*[\d.]/gi;
const STYLES = /\bcss`[^`]*`/g;

const names = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

export const tokens: Step = {
  name: 'tokens',
  promise: 'Components read only semantic tokens that exist, and no colour of their own.',
  run: (scope) => Promise.resolve({ findings: [...componentFindings(scope), ...themeFindings(scope)] }),
};

function semanticTokens({ root }: Scope): Set<string> {
  const text = readFileSync(join(root, TOKENS), 'utf8');
  const all = [...names(text, DECLARED), ...names(text, LEFT_TO_BRANDS)];
  return new Set(all.filter((name) => name.startsWith('--fp-') && !name.startsWith('--fp-p-')));
}

function componentFindings(scope: Scope): Finding[] {
  const known = semanticTokens(scope);
  const sources = shippedSources(scope, DRAWING_ROOMS.flatMap((room) => [`${room}/src/**/*.ts`, `${room}/src/**/*.css`]));
  const roomOf = ({ path }: Source) => path.slice(0, path.indexOf('/src/'));
  const own = Map.groupBy(sources, roomOf);
  return sources.flatMap((source) => {
    const room = own.get(roomOf(source)) ?? [];
    const offered = new Set(room.flatMap(({ text }) => [...names(text, OFFERED), ...names(text, DECLARED)]));
    return [...unknownReads(source, known, offered), ...colours(source)];
  });
}

function unknownReads({ path, text }: Source, known: Set<string>, offered: Set<string>): Finding[] {
  return [...text.matchAll(READ)].flatMap(({ 1: name = '', index }) => {
    const where = `${path}:${lineAt(text, index)}`;
    if (name.startsWith('--fp-p-')) return [{ where, message: `${name} is private to tokens.css; read what it is for.` }];
    if (known.has(name) || offered.has(name)) return [];
    return [{ where, message: `${name} is no semantic token, and no @cssprop of this room.` }];
  });
}

function colours({ path, text }: Source): Finding[] {
  const sheets = path.endsWith('.css') ? [{ text, at: 0 }] : [...text.matchAll(STYLES)].map((match) => ({ text: match[0], at: match.index }));
  return sheets.flatMap((sheet) =>
    [...sheet.text.matchAll(COLOUR)].map(({ 0: colour, index }) => ({
      where: `${path}:${lineAt(text, sheet.at + index)}`,
      message: `${colour} is a colour that no theme can change; read a token.`,
    })),
  );
}

/** A theme changes what tokens are, and adds none. */
function themeFindings(scope: Scope): Finding[] {
  const known = semanticTokens(scope);
  return shippedSources(scope, ['shared/tokens/src/themes/*.css']).flatMap(({ path, text }) =>
    [...text.matchAll(DECLARED)].flatMap(({ 1: name = '', index }) =>
      name.startsWith('--fp-') && !known.has(name)
        ? [{ where: `${path}:${lineAt(text, index)}`, message: `${name} is no semantic token; a theme overrides those that exist.` }]
        : [],
    ),
  );
}
