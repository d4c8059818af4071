import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { portletNames, type PortletNames } from './names.ts';

const TEMPLATE = join(import.meta.dirname, '../template');

export interface NewPortlet {
  /** The checkout to lay it into. */
  readonly root: string;
  readonly name: string;
  /** What it is for, in a sentence with its full stop. */
  readonly line: string;
}

/**
 * Lays down a portlet that passes every check, and adds it to the checkout's list of projects. Answers with its files,
 * relative to the checkout.
 *
 * @throws Error when the name cannot be used or the folder exists.
 */
export function layDown({ root, name, line }: NewPortlet): string[] {
  const names = portletNames(name);
  const sentence = sentenceOf(line);
  const room = join(root, 'portlets', name);
  if (existsSync(room)) throw new Error(`portlets/${name} exists already.`);

  const files = globSync('**/*', { cwd: TEMPLATE }).filter((file) => statSync(join(TEMPLATE, file)).isFile());
  const laid = files.map((file) => {
    const target = join(room, fill(file, names, sentence));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, fill(readFileSync(join(TEMPLATE, file), 'utf8'), names, sentence));
    return `portlets/${name}/${fill(file, names, sentence)}`;
  });
  register(root, name);
  return laid.toSorted();
}

/** It stands in doc comments and in JSON, so it must not be able to end either. */
function sentenceOf(line: string): string {
  const sentence = line.trim();
  if (sentence === '') throw new Error('Say in one line what the portlet is for.');
  if (/["\\\n]|\*\//.test(sentence)) throw new Error('The line must do without double quotes, backslashes and line breaks.');
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Replacements are functions, so that a `$` in a customer's words stays one. */
function fill(text: string, { name, pascal, title }: PortletNames, line: string): string {
  return text
    .replaceAll('sample-portlet', () => name)
    .replaceAll('SamplePortlet', () => pascal)
    .replaceAll('Sample portlet', () => title)
    .replaceAll('The one line.', () => line);
}

function register(root: string, name: string): void {
  const file = join(root, 'tsconfig.json');
  const config = JSON.parse(readFileSync(file, 'utf8')) as { references: { path: string }[] };
  config.references.push({ path: `./portlets/${name}` });
  writeFileSync(file, `${JSON.stringify(config, undefined, 2)}\n`);
}
