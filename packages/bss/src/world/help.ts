import { type Article, ARTICLES } from './articles.ts';
import type { Draft } from './draft.ts';
import { text } from './products.ts';
import { DAY, iso } from './zone.ts';

const MIME = 'text/markdown';

/** UTF-8 as base64, in chunks that no call is too long for. */
function base64(source: string): { content: string; bytes: number } {
  const bytes = new TextEncoder().encode(source);
  return { content: btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('')), bytes: bytes.length };
}

function writeArticle(draft: Draft, { key, title, category, about, keywords, text: words }: Article, index: number): void {
  const { content, bytes } = base64(words);
  const id = draft.id('article', key);
  const written = iso(draft.now - (400 - index * 23) * DAY);
  draft.add('document', {
    id,
    name: title,
    description: about,
    documentType: 'KnowledgeArticle',
    status: 'published',
    version: '1.0',
    creationDate: written,
    lastUpdate: written,
    category: [{ id: draft.id('article category', category), name: category }],
    characteristic: [text('language', 'en'), text('audience', 'everyone'), { name: 'keyword', valueType: 'array', value: [...keywords] }],
    documentSpecification: { id: draft.id('document specification', 'article'), name: 'Knowledge article', '@referredType': 'DocumentSpecification' },
    attachment: [{ id: `${id}-1`, name: `${key}.md`, attachmentType: 'body', mimeType: MIME, content, size: { amount: bytes, units: 'byte' } }],
  });
}

/** The help centre: a page for each of the questions that are asked most. */
export function writeHelp(draft: Draft): void {
  draft.add('documentSpecification', {
    id: draft.id('document specification', 'article'),
    name: 'Knowledge article',
    description: 'A page of the help centre, in Markdown, found by category and keyword.',
    lifecycleStatus: 'published',
    isBundle: false,
    version: '1.0',
    lastUpdate: iso(draft.now - 400 * DAY),
    specCharacteristic: ['language', 'audience', 'keyword'].map((name) => ({ name, valueType: 'string' })),
  });
  for (const [index, article] of ARTICLES.entries()) writeArticle(draft, article, index);
}
