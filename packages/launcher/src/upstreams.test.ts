import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config/config.ts';
import { connectUpstreams, needsEmbeddedBss } from './upstreams.ts';

const folder = mkdtempSync(join(tmpdir(), 'upstreams-'));
after(() => rmSync(folder, { recursive: true }));

function connected(upstreams: object) {
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify({ upstreams }));
  const config = readConfig({ FACEPLATE_CONFIG: file }, folder);
  return { config, ...connectUpstreams(config, { fetch: () => Promise.resolve(new Response()) }) };
}

it('asks a system in the generation it speaks, at its own path or where TM Forum puts it', async () => {
  const { upstreams, close, config } = connected({ TMF678: { url: 'https://b.example/own/path', version: 'v5' }, TMF621: { url: 'https://c.example' } });
  assert.deepEqual([upstreams('TMF678').version, upstreams('TMF678').basePath], ['v5', '/own/path']);
  assert.deepEqual([upstreams('TMF621').version, upstreams('TMF621').basePath], [undefined, undefined]);
  assert.equal(needsEmbeddedBss(config), true);
  await close();
});

it('shows several systems of one API as one, and watches over each', async () => {
  const { upstreams, health, close } = connected({
    TMF678: [{ url: 'https://b.example', name: 'Mobile billing' }, { url: 'https://c.example', name: 'Home billing', version: 'v5' }],
  });
  const { name, merge } = upstreams('TMF678');
  assert.equal(name, 'Meridian billing');
  assert.deepEqual(merge?.parts.map((part) => [part.name, part.version]), [['Mobile billing', undefined], ['Home billing', 'v5']]);
  assert.equal(merge.tags.TMF678?.length, 2);
  assert.deepEqual(health().map(({ api, name: one }) => [api, one]), [['TMF678', 'Mobile billing'], ['TMF678', 'Home billing']]);
  await close();
});
