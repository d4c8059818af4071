import type { AnswerRef, HelpPage } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import type { Call } from '../routing/route.ts';
import { found } from '../tmf/owned.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { contentOf } from '../uploads/attachment.ts';

const KIND = 'KnowledgeArticle';
const FIELDS = 'id,name,description,documentType,status,category,characteristic';
const BEST = 3;

/** Only pages for everybody: a server that heeds no filter hands out contracts too. */
const isPage = (body: TmfBody): boolean => text(body, 'documentType') === KIND && ['published', 'active', 'approved'].includes(text(body, 'status')?.toLowerCase() ?? '');

/** Under which headings of the knowledge the answers for a kind of product stand. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = { fixed: ['internet', 'faults'], mobile: ['mobile', 'faults'], tv: ['tv', 'faults'], bill: ['bills'], order: ['contract'] };

const wordsOf = (said: string): string[] => said.toLowerCase().normalize('NFKD').split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);

/** Do two words begin alike? "slowly" asks for "slow", and "restarted" for "restart". */
const alike = (one: string, other: string): boolean => one === other || (Math.min(one.length, other.length) >= 4 && (one.startsWith(other) || other.startsWith(one)));

/** How well a page fits: keywords count most, then its title, what it is about, and its heading. */
export function fit(page: TmfBody, symptom: string, about: string): number {
  const asked = wordsOf(symptom);
  const hits = (said: string, worth: number) => wordsOf(said).filter((word) => asked.some((one) => alike(one, word))).length * worth;
  const keywords = records(page, 'characteristic').filter((one) => text(one, 'name') === 'keyword').flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : [String(value)]));
  const heading = records(page, 'category').some((one) => HEADINGS[about]?.includes(text(one, 'name')?.toLowerCase() ?? ''));
  return hits(keywords.join(' '), 3) + hits(text(page, 'name') ?? '', 2) + hits(text(page, 'description') ?? '', 1) + (heading ? 1 : 0);
}

/** The best three answers for what is wrong with this kind of product. Equally good ones stand as the operator has them. */
export async function bestAnswers(call: Call, symptom: string, about: string): Promise<AnswerRef[]> {
  const { items } = await call.tmf('TMF667').list('document', { documentType: KIND, fields: FIELDS }, { limit: 300 });
  const ranked = items.filter(isPage).map((page) => ({ page, worth: fit(page, symptom, about) })).filter(({ worth }) => worth > 0);
  return ranked.toSorted((one, other) => other.worth - one.worth).slice(0, BEST).flatMap(({ page }) => {
    const [id, title, words] = [text(page, 'id'), text(page, 'name'), text(page, 'description')];
    return id && title ? [{ id, title, ...(words && { text: words }) }] : [];
  });
}

/** A page of the operator's knowledge. @throws {Refusal} 404 for a document of another kind, whoever's it is. */
export async function helpPage(call: Call, id: string): Promise<HelpPage> {
  if (!OPAQUE_ID.test(id)) throw notFound();
  const page = await found(call.tmf('TMF667').get('document', id));
  if (page['id'] !== id || !isPage(page)) throw notFound();
  const body = records(page, 'attachment').find((one) => text(one, 'mimeType') === 'text/markdown' || text(one, 'attachmentType') === 'body');
  return { id, title: text(page, 'name') ?? '', text: body ? decoded(contentOf(body)) : (text(page, 'description') ?? '') };
}

function decoded(content: string | undefined): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(content ?? ''), (letter) => letter.charCodeAt(0)));
  } catch {
    return '';
  }
}
