import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { aTicket, bench, pathOf } from '../testing/bench.ts';
import { MOST_BYTES } from './attachment.ts';

const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);

const file = (mimeType: string | undefined, content: unknown, more: object = {}) => ({ name: 'A file', attachment: [{ ...(mimeType && { mimeType }), content, ...more }] });

describe('a file in a document', () => {
  it('is kept with its real size', async () => {
    const document = await bench().make('document', file('image/png', base64(PNG), { size: { amount: 1, units: 'byte' } }));
    assert.deepEqual((document['attachment'] as Resource[])[0]?.['size'], { amount: 10, units: 'byte' });
  });

  it('is refused with a reason when it is not what it says, or too large', async () => {
    const bss = bench();
    const refusal = async (body: object, resource = 'document') => {
      const response = await bss.ask('POST', pathOf(resource), body);
      assert.equal(response.status, 400);
      return ((await response.json()) as { message: string }).message;
    };
    assert.match(await refusal(file('application/pdf', base64('<script>'))), /no application\/pdf/);
    assert.match(await refusal(file('text/plain', base64(Uint8Array.of(0xff, 0xfe, 0)))), /no text\/plain/);
    assert.match(await refusal(file('application/json', base64('{"half":'))), /no application\/json/);
    assert.match(await refusal(file('application/x-msdownload', base64('MZ'))), /must be one of: application\/pdf, image\/png/);
    assert.match(await refusal(file(undefined, base64('hello'))), /must be one of/);
    assert.match(await refusal(file('text/plain', 'not base64!')), /base64/);
    assert.match(await refusal(file('text/plain', '')), /empty/);
    assert.match(await refusal(file('text/plain', base64('x'.repeat(MOST_BYTES + 1)))), /may have 700 KiB; this one has 701/);
    assert.match(await refusal({ name: 'x', attachment: [{ url: 'javascript:alert(1)' }] }), /https/);
    assert.match(await refusal(aTicket(file('image/png', base64('not a picture'))), 'troubleTicket'), /no image\/png/);
    assert.match(await refusal({ channel: [{ name: 'web' }], direction: 'inbound', reason: 'x', ...file('image/jpeg', base64('no')) }, 'partyInteraction'), /no image\/jpeg/);
  });

  it('may also lie elsewhere', async () => {
    const document = await bench().make('document', { name: 'Terms', attachment: [{ url: 'https://meridian.example/terms.pdf', mimeType: 'application/pdf' }] });
    assert.equal((document['attachment'] as Resource[]).length, 1);
  });
});

describe('an article of the help centre', () => {
  const article = (more: object = {}) => ({ documentType: 'KnowledgeArticle', ...file('text/markdown', base64('# Restart it\nPull the plug.')), category: [{ id: 'internet', name: 'Internet' }], characteristic: [{ name: 'keyword', value: ['router', 'restart'] }], ...more });

  it('is found by its category and its words', async () => {
    const bss = bench();
    const { id } = await bss.make('document', { ...article(), status: 'published' });
    await bss.make('document', { ...article({ category: [{ id: 'tv', name: 'TV' }], characteristic: [] }), status: 'published' });
    const found = async (query: string) => ((await (await bss.ask('GET', `${pathOf('document')}?${query}`)).json()) as Resource[]).map((one) => one.id);
    assert.deepEqual(await found('documentType=KnowledgeArticle&category.name=Internet'), [id]);
    assert.deepEqual(await found('characteristic.value=router&status=published'), [id]);
    assert.deepEqual(await found('characteristic.value=bicycle'), []);
  });

  it('is published whole or not at all', async () => {
    const bss = bench();
    const draft = await bss.make('document', { name: 'Draft', documentType: 'KnowledgeArticle' });
    const publish = async (more: object) => (await bss.ask('PATCH', `${pathOf('document')}/${draft.id}`, { status: 'published', ...more })).status;
    assert.equal(await publish({}), 422);
    assert.equal(await publish({ attachment: article().attachment }), 422);
    assert.equal(await publish({ attachment: article().attachment, category: article().category }), 200);
    assert.equal((await bss.ask('PATCH', `${pathOf('document')}/${draft.id}`, { status: 'created' })).status, 409);
  });
});
