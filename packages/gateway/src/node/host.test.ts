import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostJudge } from './host.ts';

for (const host of ['portal.example', 'portal.example:8443', '127.0.0.1:8080', '[::1]:80', 'evil.example', undefined]) {
  test(`${host} can be in an address`, () => {
    const isHost = hostJudge();
    assert.equal(isHost(host), true);
    assert.equal(isHost(host), true);
  });
}

for (const host of ['evil-127.0.0.1', 'portal.example.9', 'portal.example:99999', '[::1', '', 'a b', '127.0.0.1:80:80']) {
  test(`"${host}" can not, before or after one that can`, () => {
    const isHost = hostJudge();
    assert.equal(isHost(host), false);
    assert.equal(isHost('portal.example'), true);
    assert.equal(isHost(host), false);
  });
}
