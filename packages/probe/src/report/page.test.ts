import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { reportOf } from '../testing/places.ts';
import { rudeServer } from '../testing/rude-server.ts';
import { configFragment } from './fragment.ts';
import { pageReport } from './page.ts';
import type { Report } from './schema.ts';
import { terminalReport } from './terminal.ts';

describe('the page', () => {
  let report: Report;
  let page: string;
  before(async () => {
    report = await reportOf(rudeServer(0).fetch);
    page = pageReport(report);
  });

  it('has no script and nothing from elsewhere, and a policy that forbids both', () => {
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|<object|\son\w+=|javascript:|url\(|@import|style="/i);
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(page.includes(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`));
  });

  it('draws each feature and each API, and says the same in words', () => {
    for (const { id } of report.features) {
      assert.match(page, new RegExp(`<text class="label"[^>]*>${id}</text>`));
      assert.match(page, new RegExp(`<th scope="row">${id}</th>`));
    }
    assert.equal((page.match(/<svg /g) ?? []).length, 2);
    assert.equal((page.match(/<svg [^>]*role="img" aria-label="[^"]+/g) ?? []).length, 2);
    assert.equal((page.match(/<g class="cell /g) ?? []).length, report.features.length + report.apis.length * 2);
  });

  it('is one well-formed tree', () => {
    const open: string[] = [];
    for (const [, close, name = '', empty] of page.replaceAll(/<style>[\s\S]*<\/style>/g, '').matchAll(/<(\/?)([a-z0-9]+)(?:\s[^<>]*?)?(\/?)>/gi)) {
      if (['meta', 'br', 'html', '!doctype'].includes(name) || empty) continue;
      if (close) assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.deepEqual(open, []);
  });

  it('takes whatever a server says for text', () => {
    const hostile = '</td><script>alert(1)</script>"onload=\'x\'&';
    const spoilt = structuredClone(report);
    spoilt.base = hostile;
    for (const api of spoilt.apis) {
      api.title = hostile;
      for (const version of api.versions) {
        version.evidence = [{ method: 'GET', path: hostile, status: 200, ms: 1, excerpt: hostile }];
        for (const resource of version.resources) resource.findings = [{ id: hostile, severity: 'note', says: hostile, evidence: version.evidence }];
      }
    }
    for (const feature of spoilt.features) feature.because = [hostile];
    const drawn = pageReport(spoilt);
    assert.doesNotMatch(drawn, /<script/);
    assert.ok(drawn.includes('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&#39;x&#39;&amp;'));
  });
});

describe('the other forms', () => {
  it('steer no terminal', async () => {
    const report = await reportOf(() => Promise.resolve(new Response('', { status: 404 })), { apis: [] });
    report.base = 'http://x/\u001B[2J\u0007';
    // oxlint-disable-next-line no-control-regex -- what must not be there
    assert.doesNotMatch(terminalReport(report).replaceAll('\n', ''), /[\u0000-\u001F\u007F]/);
  });

  it('write the addresses and generations that were found into a configuration', async () => {
    const report = await reportOf(rudeServer(0).fetch);
    const { upstreams, capabilities } = configFragment(report, 'report.json', ['TMF629', 'TMF637', 'TMF623']);
    assert.equal(capabilities, 'report.json');
    assert.deepEqual(upstreams, {
      TMF629: { url: 'http://127.0.0.1:1/tmf-api/customer/v4', version: 'v4' },
      TMF637: { url: 'http://127.0.0.1:1/tmf-api/productInventory/v5', version: 'v5' },
    });
  });
});
