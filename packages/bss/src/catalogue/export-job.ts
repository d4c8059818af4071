import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { StoreTransaction } from '../store/store.ts';
import { listRequest } from '../surface/query.ts';
import { base64Of, documentIn, FileProblem, MAX_FILE } from './file-source.ts';
import { job } from './job.ts';

/** The offerings that the job's `query` asks for, all when it asks for none: `lifecycleStatus=Active`. */
async function content(tx: StoreTransaction, query: string): Promise<string> {
  const { where = [], sort = [] } = listRequest(new URLSearchParams(query.replace(/^\?/, '')));
  const { rows } = await tx.list('productOffering', { where, sort });
  const file = JSON.stringify(rows.map(({ body }) => body));
  if (file.length > MAX_FILE) throw new FileProblem('The catalogue is too large for one file; narrow it with "query".');
  return file;
}

/** Writes the file where the job's `url` wants it: a new document for the collection's path, or one that stands already. */
async function keep({ tx, now }: Act, url: string, file: string): Promise<string> {
  const target = documentIn(url);
  if (!target) {
    throw new FileProblem(`Files are not sent to other addresses. Ask with the url "${definitionOf('document').path}" and read the document that the job then names.`);
  }
  const { path, type } = definitionOf('document');
  const known = target.id === undefined ? undefined : await tx.get('document', target.id);
  if (target.id !== undefined && !known) throw new FileProblem(`There is no document "${target.id}".`);
  const instant = now.toISOString();
  const id = known?.body.id ?? newId();
  const attachment = [
    { name: 'catalogue.json', attachmentType: 'catalogue', mimeType: 'application/json', content: base64Of(file), size: { amount: file.length, units: 'byte' } },
  ];
  const fresh = {
    id,
    href: `${path}/${id}`,
    '@type': type,
    name: `Catalogue of ${instant.slice(0, 10)}`,
    documentType: 'CatalogueExport',
    status: 'created',
    version: '1.0',
    creationDate: instant,
  };
  await save(tx, 'document', { ...fresh, ...known?.body, attachment, lastUpdate: instant }, now);
  return `${path}/${id}`;
}

export const exportJobNoun = job('exportJob', async (act, body) => {
  const file = await content(act.tx, text(body['query']) ?? '');
  return { url: await keep(act, text(body['url']) ?? '', file) };
});
