import { basename } from 'node:path';
import type { Finding, Step } from './finding.ts';
import { lineAt, shippedSources, type Source } from './sources.ts';

/** Languages every message has to be in; English is the source. */
const LOCALES = ['de', 'ar'];

/** `msg(text, { id, desc })`: the text is a string, a template or a `str` template. */
const CALL = /\bmsg\(\s*(?<text>(?:str)?`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*(?:,\s*\{(?<options>[^{}]*)\})?/g;
const ENTRY = /(?<quote>['"])(?<id>[a-z0-9.-]+)\k<quote>\s*:\s*(?<text>(?:str)?`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g;

interface Message {
  readonly id: string;
  readonly text: string;
  readonly where: string;
}

export const messages: Step = {
  name: 'messages',
  promise: 'Every message is in every language with the same placeholders, and no translation is without its message.',
  run(scope) {
    const sources = shippedSources(scope, ['shared/*', 'portlets/*', 'shell'].map((room) => `${room}/src/**/*.ts`));
    const rooms = Map.groupBy(sources, ({ path }) => path.slice(0, path.indexOf('/src/')));
    return Promise.resolve({ findings: [...rooms].flatMap(([room, files]) => roomFindings(room, files)) });
  },
};

function roomFindings(room: string, files: readonly Source[]): Finding[] {
  const isLocale = ({ path }: Source) => path.includes('/locales/');
  const used = files.filter((file) => !isLocale(file)).flatMap(usedMessages);
  if (used.length === 0) return [];
  const described = used.flatMap(({ finding }) => finding);
  const source = used.flatMap(({ message }) => message);
  const translations = LOCALES.flatMap((locale) => {
    // A part of a room that loads by itself may bring its words in a folder of its own.
    const [file, ...more] = files.filter((one) => isLocale(one) && basename(one.path) === `${locale}.ts`);
    if (!file) return [{ where: `${room}/src/locales/${locale}.ts`, message: `This room has messages and no ${locale} translation.` }];
    return compare(source, [file, ...more].flatMap(entriesOf), file.path);
  });
  return [...described, ...duplicates(source), ...translations];
}

function usedMessages({ path, text }: Source): { message: Message[]; finding: Finding[] }[] {
  if (!/import\b[^;]*\bmsg\b[^;]*from/.test(text)) return [];
  return [...text.matchAll(CALL)].map(({ groups = {}, index }) => {
    const where = `${path}:${lineAt(text, index)}`;
    const id = /\bid:\s*['"]([^'"]+)['"]/.exec(groups['options'] ?? '')?.[1];
    const finding: Finding[] = [];
    if (!id) finding.push({ where, message: 'A message needs an id of its own.' });
    if (!/\bdesc:/.test(groups['options'] ?? '')) finding.push({ where, message: 'A translator needs a desc.' });
    return { message: id ? [{ id, text: groups['text'] ?? '', where }] : [], finding };
  });
}

function entriesOf({ path, text }: Source): Message[] {
  return [...text.matchAll(ENTRY)].map(({ groups = {}, index }) => ({
    id: groups['id'] ?? '',
    text: groups['text'] ?? '',
    where: `${path}:${lineAt(text, index)}`,
  }));
}

/** lit-localize takes two calls with one id for one message, so their words must be one. */
function duplicates(source: readonly Message[]): Finding[] {
  const first = new Map<string, Message>();
  return source.flatMap((message) => {
    const other = first.get(message.id) ?? message;
    first.set(message.id, other);
    return other.text === message.text ? [] : [{ where: message.where, message: `"${message.id}" has other words at ${other.where}.` }];
  });
}

function compare(source: readonly Message[], translated: readonly Message[], file: string): Finding[] {
  const wanted = new Map(source.map((message) => [message.id, message]));
  const given = new Map(translated.map((message) => [message.id, message]));
  const missing = [...wanted.keys()].filter((id) => !given.has(id));
  const orphaned = translated.filter(({ id }) => !wanted.has(id));
  const different = translated.filter(({ id, text }) => wanted.has(id) && !sameValues(wanted.get(id)?.text ?? '', text));
  return [
    ...missing.map((id) => ({ where: file, message: `"${id}" is not translated.` })),
    ...orphaned.map(({ id, where }) => ({ where, message: `"${id}" translates no message.` })),
    ...different.map(({ id, where }) => ({ where, message: `"${id}" has other placeholders than the English text.` })),
  ];
}

/** A translation names values by their place in the English text, as often and in what order it likes; it may lose none. */
function sameValues(english: string, translated: string): boolean {
  const values = expressions(english);
  const named = expressions(translated).map((place) => values[Number(place)]);
  return !named.includes(undefined) && new Set(named).size === new Set(values).size && plurals(english) === plurals(translated);
}

function expressions(text: string): string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, expression = '']) => expression.trim());
}

function plurals(text: string): string {
  return [...text.matchAll(/\{\s*(\w+)\s*,\s*plural/g)].map(([, name = '']) => name).toSorted().join();
}
