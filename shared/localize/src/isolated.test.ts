import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { isolated } from './isolated.ts';
import { setMessageLocale } from './messages.ts';

// lit-localize tells its readers through the window; that is all it needs of a page.
Object.assign(globalThis, { window: new EventTarget() });

afterEach(() => setMessageLocale('en'));

test('a number keeps its order among Arabic words', async () => {
  await setMessageLocale('ar');
  assert.equal(`الفاتورة ${isolated('202610-101047')}`, 'الفاتورة \u2068202610-101047\u2069');
});

test('an Arabic name keeps to itself among English words', () => {
  assert.equal(`Sent by ${isolated('بلال')}, 12`, 'Sent by \u2068بلال\u2069, 12');
});

test('what nothing could turn round stays as it is', () => {
  assert.equal(isolated('202610-101047'), '202610-101047');
});
