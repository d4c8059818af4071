import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { ArchivePart } from '@faceplate/contracts';
import { archive, type Gathered, type Lent } from './archive.ts';
import { ApiProblem, ContractMismatch, Offline } from './errors.ts';
import { readAnswer } from './send.ts';
import { passing } from './wire.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const file = (name: string) => ({ name, sha256: sha(name), content: btoa(name) });
const pause = () => Promise.resolve();
const lent = (download: Lent['download']): Lent => ({ download, read: (json) => readAnswer('GET /bills/archive', json, ArchivePart), mismatch: (what) => new ContractMismatch(what), mayPass: passing });
const kept = new Map<string, Gathered>();

/** A gateway with one bill a part; `faults` come before the answer they are about. */
function aGateway(bills: number, faults: Record<number, Error[]> = {}) {
  const asked: string[] = [];
  const download = (path: string) => {
    asked.push(path);
    const from = Number(new URL(path, 'http://x').searchParams.get('from'));
    const fault = faults[from]?.shift();
    if (fault) return Promise.reject(fault);
    const part: ArchivePart = { year: '2026', of: bills, files: [file(`b${from}.pdf`), file(`b${from}.csv`)], missing: from === 1 ? ['b1.xml: BR-10'] : [], ...(from + 1 < bills && { next: from + 1 }) };
    return Promise.resolve(new Blob([JSON.stringify(part)]));
  };
  return { asked, download };
}

const offline = () => new Offline('no line');
const busy = () => new ApiProblem({ status: 429, code: 'too-many', title: 'Too many' });

test('gathers a year part by part, tells how far it is, and seals each paper with its sum', async () => {
  const { download } = aGateway(3);
  const told: string[] = [];
  const zip = await archive(lent(download), kept, { year: '2026' }, { pause, progress: (done, of) => told.push(`${done} of ${of}`) });
  assert.deepEqual(told, ['1 of 3', '2 of 3', '3 of 3']);
  const text = Buffer.from(await zip.arrayBuffer()).toString('latin1');
  assert.equal(zip.type, 'application/zip');
  for (const name of ['b0.pdf', 'b1.csv', 'b2.pdf']) {
    assert.ok(text.includes(`bills-2026/${name}`), name);
    assert.ok(text.includes(`${sha(name)}  ${name}\n`), name);
  }
  assert.ok(text.includes('b1.xml: BR-10'));
});

test('asks again for the part that failed, and for no other', async () => {
  const { asked, download } = aGateway(3, { 1: [busy(), offline()] });
  await archive(lent(download), kept, { year: '2026' }, { pause });
  assert.deepEqual(asked.map((path) => path.at(-1)), ['0', '1', '1', '1', '2']);
});

test('goes on where the line was lost for good', async () => {
  const { asked, download } = aGateway(2, { 1: Array.from({ length: 8 }, offline) });
  await assert.rejects(archive(lent(download), kept, { year: '2025' }, { pause }), Offline);
  const before = asked.length;
  const zip = await archive(lent(download), kept, { year: '2025' }, { pause });
  assert.deepEqual(asked.slice(before).map((path) => path.at(-1)), ['1']);
  assert.ok(zip.size > 0);
});

test('leaves off when told, and begins anew after', async () => {
  const { asked, download } = aGateway(3);
  const stop = new AbortController();
  await assert.rejects(archive(lent(download), kept, { year: '2024' }, { pause, signal: stop.signal, progress: () => stop.abort() }), { name: 'AbortError' });
  assert.equal(asked.length, 1);
  await archive(lent(download), kept, { year: '2024' }, { pause });
  assert.deepEqual(asked.map((path) => path.at(-1)), ['0', '0', '1', '2']);
});

test('takes no paper that is not what was sent', async () => {
  const part = { year: '2026', of: 1, files: [{ ...file('a.pdf'), content: btoa('b') }], missing: [] };
  await assert.rejects(archive(lent(() => Promise.resolve(new Blob([JSON.stringify(part)]))), kept, { year: '2023' }, { pause }), ContractMismatch);
});
