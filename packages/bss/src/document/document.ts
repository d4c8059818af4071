import type { Noun } from '../nouns/noun.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';
import { checkedAttachments } from './attachment.ts';

/** Words the help centre looks for: nobody finds an article without. */
function refuseUnfit(document: Resource): void {
  if (document['documentType'] !== 'KnowledgeArticle' || document['status'] !== 'published') return;
  const [text] = objects(document['attachment']);
  if (text?.['content'] === undefined && text?.['url'] === undefined) throw unprocessable('An article cannot be published without its text: attach it, or name its address.');
  if (objects(document['category']).length === 0) throw unprocessable('An article cannot be published without a category: nobody would find it.');
}

function fit(document: Resource): Resource {
  const checked = checkedAttachments(document);
  refuseUnfit(checked);
  return checked;
}

/** TMF667: files are looked at before they are kept; an article is published whole or not at all. */
export const documentNoun: Noun = {
  resource: 'document',
  creating: async (_act, body) => fit(body),
  changing: async (_act, _before, after) => fit(after),
};
