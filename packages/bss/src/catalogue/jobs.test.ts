import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Bench, bench, pathOf } from '../testing/bench.ts';
import type { Resource } from '../store/store.ts';
import { base64Of } from './file-source.ts';

const DOCUMENTS = pathOf('document');
const dataUrl = (content: unknown) => `data:application/json;base64,${base64Of(JSON.stringify(content))}`;

const read = async (bss: Bench, resource: string, id: string) =>
  (await (await bss.ask('GET', `${pathOf(resource)}/${id}`)).json()) as Resource;

/** Runs a job to its end, by way of `Running`. */
async function ended(bss: Bench, resource: 'importJob' | 'exportJob', asked: object): Promise<Resource> {
  const job = await bss.make(resource, asked);
  assert.equal(job['status'], 'Not Started');
  bss.later(8000);
  await bss.tick();
  assert.equal((await read(bss, resource, job.id))['status'], 'Running');
  bss.later(8000);
  await bss.tick();
  return read(bss, resource, job.id);
}

const offerings = async (bss: Bench) => (await (await bss.ask('GET', `${pathOf('productOffering')}?sort=name`)).json()) as Resource[];

describe('an import job', () => {
  it('takes over a file of offerings, new ones and known ones, and tells of each', async () => {
    const bss = bench();
    const known = await bss.make('productOffering', { name: 'Plan', description: 'As it was' });
    const job = await ended(bss, 'importJob', { url: dataUrl([{ id: known.id, name: 'Plan 2' }, { id: 'plan-3', name: 'Plan 3 für alle' }, { name: 'Plan 4' }]) });
    assert.deepEqual([job['status'], job['errorLog'], job['importedCount']], ['Succeeded', '', 3]);
    assert.equal(typeof job['completionDate'], 'string');
    const all = await offerings(bss);
    assert.deepEqual(all.map(({ name }) => name), ['Plan 2', 'Plan 3 für alle', 'Plan 4']);
    assert.equal(all[0]?.['description'], 'As it was');
    assert.equal(all[1]?.id, 'plan-3');
    const told = await bss.store.changes.after(0, 100);
    assert.ok(told.some(({ id, eventType }) => id === 'plan-3' && eventType === 'ProductOfferingCreateEvent'));
  });

  it('reads a document that stands in this BSS, whatever origin is before it', async () => {
    const bss = bench();
    const content = base64Of(JSON.stringify([{ name: 'From a document' }]));
    const document = await bss.make('document', { name: 'Offers', attachment: [{ mimeType: 'text/plain', content }] });
    const job = await ended(bss, 'importJob', { url: `http://bss.test${DOCUMENTS}/${document.id}` });
    assert.equal(job['status'], 'Succeeded');
    assert.deepEqual((await offerings(bss)).map(({ name }) => name), ['From a document']);
  });

  it('imports all or nothing, and says what is wrong in which row', async () => {
    const bss = bench();
    const job = await ended(bss, 'importJob', { url: dataUrl([{ name: 'Good' }, { description: 'no name' }, 7, { id: '../x', name: 'Bad' }, { id: 'a', name: 'A' }, { id: 'a', name: 'A' }]) });
    assert.equal(job['status'], 'Failed');
    const log = String(job['errorLog']).split('\n');
    assert.equal(log[0], 'Nothing was imported.');
    assert.deepEqual(log.slice(1).map((line) => line.slice(0, 6)), ['Row 2:', 'Row 3:', 'Row 4:', 'Row 6:']);
    assert.deepEqual(await offerings(bss), []);
  });

  const refused: readonly [string, string, RegExp][] = [
    ['an address elsewhere', 'https://catalogue.example/offers.json', /not fetched from other addresses/],
    ['an address in our own network', 'http://169.254.169.254/latest', /not fetched/],
    ['a file on our disk', 'file:///etc/passwd', /not fetched/],
    ['a document that is not there', `${DOCUMENTS}/nobody`, /no document "nobody"/],
    ['no list', dataUrl({ name: 'One' }), /must be a JSON list/],
    ['no JSON', 'data:text/plain,hello', /not JSON/],
    ['no base64', 'data:application/json;base64,%%%', /not valid base64/],
    ['a broken escape', 'data:application/json,%E0%A4%A', /not well-formed/],
    ['no UTF-8', 'data:application/json;base64,/w==', /not UTF-8/],
  ];
  for (const [name, url, reason] of refused) {
    it(`fails with a reason for ${name}`, async () => {
      const job = await ended(bench(), 'importJob', { url });
      assert.equal(job['status'], 'Failed');
      assert.match(String(job['errorLog']), reason);
    });
  }
});

describe('an export job', () => {
  it('puts the offerings asked for into a document, which imports as it is', async () => {
    const bss = bench();
    await bss.make('productOffering', { name: 'Sold', lifecycleStatus: 'Active' });
    await bss.make('productOffering', { name: 'Planned' });
    const job = await ended(bss, 'exportJob', { url: DOCUMENTS, query: 'lifecycleStatus=Active' });
    assert.equal(job['status'], 'Succeeded');
    const document = (await (await bss.ask('GET', String(job['url']))).json()) as Resource;
    const [file] = document['attachment'] as { content: string }[];
    const rows = JSON.parse(Buffer.from(file?.content ?? '', 'base64').toString()) as Resource[];
    assert.deepEqual(rows.map(({ name }) => name), ['Sold']);

    const other = bench();
    const back = await ended(other, 'importJob', { url: dataUrl(rows) });
    assert.equal(back['status'], 'Succeeded');
    assert.deepEqual((await offerings(other)).map(({ id, name }) => [id, name]), [[rows[0]?.id, 'Sold']]);
  });

  it('writes into a document that stands', async () => {
    const bss = bench();
    const document = await bss.make('document', { name: 'Nightly' });
    const job = await ended(bss, 'exportJob', { url: `${DOCUMENTS}/${document.id}` });
    assert.equal(job['status'], 'Succeeded');
    const after = await read(bss, 'document', document.id);
    assert.equal(after['name'], 'Nightly');
    assert.equal((after['attachment'] as unknown[]).length, 1);
  });

  it('sends nothing elsewhere and reads no nonsense, and says so', async () => {
    const away = await ended(bench(), 'exportJob', { url: 'https://collector.example/in' });
    assert.deepEqual([away['status'], /not sent to other addresses/.test(String(away['errorLog']))], ['Failed', true]);
    const garbled = await ended(bench(), 'exportJob', { url: DOCUMENTS, query: 'a..b=1' });
    assert.deepEqual([garbled['status'], /not the name of an attribute/.test(String(garbled['errorLog']))], ['Failed', true]);
    const nowhere = await ended(bench(), 'exportJob', { url: `${DOCUMENTS}/nobody` });
    assert.equal(nowhere['status'], 'Failed');
  });
});
