import type { Plugin } from 'vite';
import { nodesOf, replaced, type Node, type Replacement } from './tree.ts';

/** Indentation is for readers of sources: one space says the same to a browser. */
const markup = (text: string) => text.replace(/\s+/g, ' ');
const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
const sheet = (text: string) =>
  text
    .replace(COMMENT, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1');

const RULES = new Map([
  ['html', markup],
  ['svg', markup],
  ['css', sheet],
]);

interface TaggedTemplate extends Node {
  readonly tag: { readonly name?: string };
  readonly quasi: { readonly quasis: readonly Node[] };
}

interface ObjectLiteral extends Node {
  readonly properties: readonly (Node & { readonly key?: { readonly name?: string } })[];
}

/**
 * Takes the white space out of `html`, `svg` and `css` templates, and the descriptions for translators out of messages.
 * A template that shows `<pre>` keeps its white space.
 */
export function squeezeTemplates(): Plugin {
  return {
    name: 'faceplate:squeeze-templates',
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('.ts') || !/\b(?:html|svg|css)`|\bdesc:/.test(code)) return undefined;
      const places: Replacement[] = [];
      for (const node of nodesOf(this.parse(code))) {
        if (node.type === 'TaggedTemplateExpression') places.push(...squeezed(node as TaggedTemplate, code));
        if (node.type === 'ObjectExpression') places.push(...undescribed(node as ObjectLiteral));
      }
      return { code: replaced(code, places), map: null };
    },
  };
}

function squeezed({ tag, quasi }: TaggedTemplate, code: string): Replacement[] {
  const rule = RULES.get(tag.name ?? '');
  const texts = quasi.quasis.map(({ start, end }) => ({ start, end, text: code.slice(start, end) }));
  if (!rule || texts.some(({ text }) => text.includes('<pre'))) return [];
  return texts.map(({ start, end, text }) => ({ start, end, text: rule(text) }));
}

/** `{ id, desc }` is a message's; only the id is asked for at run time. */
function undescribed({ properties }: ObjectLiteral): Replacement[] {
  const [id, desc, ...more] = properties;
  if (id?.key?.name !== 'id' || desc?.key?.name !== 'desc' || more.length > 0) return [];
  return [{ start: id.end, end: desc.end, text: '' }];
}
