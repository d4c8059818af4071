import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { html } from 'lit';
import { messageLocale, msg, plural, registerMessages, setMessageLocale, str, wordsReady } from './index.ts';
import { LOCALE_STATUS_EVENT } from '@lit/localize';

// lit-localize tells its readers through the window; that is all it needs of a page.
const page = new EventTarget();
Object.assign(globalThis, { window: page });

const pay = () => msg('Pay now', { id: 'test.pay', desc: 'Button' });
const greeting = (name: string) => msg(str`Hello ${name}!`, { id: 'test.greeting', desc: 'Greeting' });

registerMessages({
  de: () => Promise.resolve({ templates: { 'test.pay': 'Jetzt bezahlen', 'test.greeting': str`Guten Tag, ${0}!` } }),
  ar: () => Promise.resolve({ templates: { 'test.pay': 'ادفع الآن' } }),
});

beforeEach(() => setMessageLocale('en'));

describe('the language of the page', () => {
  test('is English until another is asked for', async () => {
    assert.equal(pay(), 'Pay now');
    await setMessageLocale('de');
    assert.equal(pay(), 'Jetzt bezahlen');
    assert.equal(greeting('Ada'), 'Guten Tag, Ada!');
  });

  for (const [asked, spoken] of [['de-AT', 'de'], ['ar-EG', 'ar'], ['en-GB', 'en'], ['fr', 'en'], ['de_DE', 'de'], ['', 'en'], ['!', 'en'], ['en-XA', 'en-XA']]) {
    test(`asked for "${asked}" it speaks ${spoken}`, async () => {
      await setMessageLocale(asked ?? '');
      assert.equal(messageLocale(), spoken);
    });
  }

  test('is the one asked for last', async () => {
    await Promise.all([setMessageLocale('de'), setMessageLocale('ar'), setMessageLocale('en')]);
    assert.equal(pay(), 'Pay now');
  });

  test('need not be waited for when its words are here', async () => {
    await setMessageLocale('de');
    assert.equal(setMessageLocale('de-CH'), undefined);
  });

  test('keeps English where a translation is missing', async () => {
    await setMessageLocale('ar');
    assert.equal(greeting('Ada'), 'Hello Ada!');
  });
});

describe('words that come later', () => {
  test('join the language on show, and its readers hear of it', async () => {
    await setMessageLocale('de');
    const heard = new Promise((resolve) => page.addEventListener(LOCALE_STATUS_EVENT, resolve, { once: true }));
    registerMessages({ de: () => Promise.resolve({ templates: { 'test.late': 'spät' } }) });
    await Promise.all([setMessageLocale('de'), heard]);
    assert.equal(msg('late', { id: 'test.late', desc: '' }), 'spät');
  });

  test('that cannot be loaded cost their own room the translation and nobody else', async () => {
    const warn = mock.method(console, 'warn', () => undefined);
    let offline = true;
    registerMessages({
      de: () => (offline ? Promise.reject(new Error('gone')) : Promise.resolve({ templates: { 'test.flaky': 'wieder da' } })),
    });
    const flaky = () => msg('back', { id: 'test.flaky', desc: '' });
    await setMessageLocale('de');
    assert.deepEqual([pay(), flaky(), warn.mock.callCount()], ['Jetzt bezahlen', 'back', 1]);

    offline = false;
    await setMessageLocale('en');
    await setMessageLocale('de');
    assert.equal(flaky(), 'wieder da');
    warn.mock.restore();
  });
});

test('whoever waits for words waits for those that are wanted, and keeps nobody from another language', async () => {
  await setMessageLocale('de');
  const turned = setMessageLocale('ar');
  assert.equal(messageLocale(), 'de');
  await wordsReady();
  await turned;
  assert.deepEqual([messageLocale(), wordsReady()], ['ar', undefined]);
});

describe('the pseudo-locale', () => {
  beforeEach(() => setMessageLocale('en-XA'));

  test('shows every message in accents and a third longer', () => {
    assert.equal(pay(), 'Páý ñów ~~~');
    assert.match(greeting('Ada'), /^Hélló Ada! ~+$/);
  });

  test('leaves markup alone and gives Lit the same template again', () => {
    const draw = () => msg(html`Due <b class="sum">${1}</b>`, { id: 'test.due', desc: '' });
    assert.match(draw().strings.join('|'), /^Dúé <b class="sum">\|<\/b> ~+$/);
    assert.equal(draw().strings, draw().strings);
    assert.deepEqual(draw().values, [1]);
  });

  test('leaves the rules of a plural alone', () => {
    const text = msg('{count, plural, one {# bill} other {# bills}} due', { id: 'test.bills', desc: '' });
    assert.match(plural(2, text, 'en'), /^2 bíllš dúé ~+$/);
  });
});

describe('plurals', () => {
  const days = 'Due in {days, plural, =0 {no time} one {# day} other {# days}}.';

  test('follow the rules of the language, numbers the locale', async () => {
    assert.equal(plural(1, days, 'en'), 'Due in 1 day.');
    assert.equal(plural(1200, days, 'de'), 'Due in 1.200 days.');
    assert.equal(plural(0, days, 'en'), 'Due in no time.');
    await setMessageLocale('ar');
    const forms = '{n, plural, zero {z} one {o} two {t} few {f} many {m} other {x}}';
    assert.equal([0, 1, 2, 3, 11, 100].map((n) => plural(n, forms, 'ar')).join(''), 'zotfmx');
  });

  test('fall back to the form that every language has', () => {
    assert.equal(plural(1, '{n, plural, other {# GB}}', 'en'), '1 GB');
  });
});
