import type { msg } from '@lit/localize';

type Template = Parameters<typeof msg>[0];

const PLAIN = 'aceinosuyACEINOSUY';
const ACCENTED = 'áçéíñóšúýÁÇÉÍÑÓŠÚÝ';
/** Markup, entities and the words of plural rules are not for reading. */
const SYNTAX = /(<[^>]*>|&\w+;|\{\w+, plural,|=?\w+ \{)/;
/** German runs about a third longer than English: a layout that holds this holds German. */
const LONGER = 0.35;

const disguised = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** Dresses a message in accents and length. One array of strings in, one out, so Lit keeps what it has drawn. */
export function disguise(template: Template): Template {
  if (typeof template === 'string') return accent(template) + padding(template.length);

  const { strings } = template as { strings: TemplateStringsArray };
  let dressed = disguised.get(strings);
  if (!dressed) {
    const parts = strings.map(accent);
    parts.push(parts.pop() + padding(strings.join('').length));
    dressed = Object.assign(parts, { raw: parts });
    disguised.set(strings, dressed);
  }
  if (!('strTag' in template)) return { ...template, strings: dressed };
  return String.raw({ raw: dressed }, ...template.values);
}

function accent(text: string): string {
  return text
    .split(SYNTAX)
    .map((piece, index) => (index % 2 ? piece : piece.replaceAll(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter)))
    .join('');
}

function padding(length: number): string {
  return ` ${'~'.repeat(Math.ceil(length * LONGER))}`;
}
