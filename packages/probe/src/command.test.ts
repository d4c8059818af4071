import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runProbe } from './command.ts';
import { readOptions, UsageError } from './options.ts';
import { Report } from './report/schema.ts';
import { rudeServer } from './testing/rude-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'faceplate-probe-'));
after(() => rmSync(folder, { recursive: true }));

const BASE = 'https://bss.example';

describe('the command', () => {
  const run = async (args: readonly string[], fetch = rudeServer(0).fetch): Promise<{ code: number; out: string }> => {
    const said: string[] = [];
    const code = await runProbe(args, { env: {}, out: (text) => said.push(text), progress: () => {}, now: () => new Date('2026-11-22T05:00:00Z'), fetch });
    return { code, out: said.join('\n') };
  };

  it('writes the report in all its forms, and the secrets in none', async () => {
    const out = join(folder, 'all');
    const config = join(folder, 'faceplate.json');
    const { code, out: said } = await run([BASE, '--out', out, '--config', config, '--token', 'hush-1', '--header', 'x-api-key=hush-2']);
    assert.equal(code, 0);
    assert.deepEqual(readdirSync(out), ['report.html', 'report.json']);
    const texts = [said, ...['report.html', 'report.json'].map((file) => readFileSync(join(out, file), 'utf8')), readFileSync(config, 'utf8')];
    for (const text of texts) assert.doesNotMatch(text, /hush/);
    const report = Report.parse(JSON.parse(texts[2] ?? ''));
    assert.equal(report.base, BASE);
    assert.equal((JSON.parse(texts[3] ?? '') as { capabilities: string }).capabilities, 'all/report.json');
    assert.match(said, /nothing was changed/);
  });

  it('prints nothing but JSON when asked to', async () => {
    const { out } = await run([BASE, '--json', '--out', join(folder, 'json'), '--max-requests', '20']);
    assert.equal(Report.parse(JSON.parse(out)).requests, 20);
  });

  it('fails when nothing can be reached', async () => {
    const dead = () => Promise.reject(Object.assign(new TypeError(), { cause: { code: 'ENOTFOUND' } }));
    assert.equal((await run([BASE, '--out', join(folder, 'dead')], dead)).code, 1);
  });

  const wrong: [what: string, args: string[], complaint: RegExp][] = [
    ['no address', [], /one base address/],
    ['two addresses', [BASE, BASE], /one base address/],
    ['another scheme', ['ftp://bss.example'], /http or https/],
    ['a password in the address', ['https://a:hush@bss.example'], /--token or --header/],
    ['a key in the query', [`${BASE}/?key=hush`], /before any/],
    ['an unknown option', [BASE, '--force'], /--force/],
    ['a header without a value', [BASE, '--header', 'x-api-key'], /name=value/],
    ['a header of two lines', [BASE, '--header', 'a=b\r\nc: d'], /name=value/],
    ['no such API', [BASE, '--api', 'bills=https://x.example'], /TMF678=/],
    ['an API that is no address', [BASE, '--api', 'TMF678=x'], /--api TMF678 must be/],
    ['no time at all', [BASE, '--timeout', '0'], /--timeout must be/],
    ['no number', [BASE, '--max-requests', 'many'], /--max-requests must be/],
  ];
  for (const [what, args, complaint] of wrong) {
    it(`refuses ${what} in one line that holds no secret`, () => {
      assert.throws(
        () => readOptions(args, {}),
        (error) => error instanceof UsageError && complaint.test(error.message) && !/\n|hush/.test(error.message),
      );
    });
  }

  it('takes the token from the environment as well', () => {
    assert.deepEqual(readOptions([`${BASE}/`], { FACEPLATE_PROBE_TOKEN: 't' }).headers, { authorization: 'Bearer t' });
    assert.equal(readOptions([`${BASE}/a/`], {}).base, `${BASE}/a`);
  });
});
