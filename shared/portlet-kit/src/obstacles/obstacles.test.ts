import type { Obstacle } from '@faceplate/contracts';
import { formatDate, setMessageLocale } from '@faceplate/localize';
import { expect } from '@open-wc/testing';
import { obstacleWords, obstacleWordsReady } from './obstacles.ts';
import { ar } from './locales/ar.ts';
import { de } from './locales/de.ts';
import { en } from './locales/en.ts';

const PARTS = ['reasons', 'ways', 'waysOf', 'words'] as const;
const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted((one, other) => one.localeCompare(other));
const host = (locale: string) => ({ locale, drawn: 0, requestUpdate() { this.drawn += 1; } });
const own = { reason: 'Nope.', remedy: 'Do something.' };
const plain = (text: string | undefined) => text?.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ');

/** The words in a language that has been loaded. */
async function inWords(locale: string, obstacle: Partial<Obstacle>) {
  await obstacleWordsReady(locale);
  const { reason, remedy } = obstacleWords(host(locale), { ...own, code: 'x', ...obstacle });
  return [plain(reason), plain(remedy)];
}

describe('words for obstacles', () => {
  afterEach(() => setMessageLocale('en'));

  it('say the same in every language, of the same facts', () => {
    for (const other of [de, ar]) {
      for (const part of PARTS) {
        expect(Object.keys(other[part])).to.deep.equal(Object.keys(en[part]));
        if (part === 'words') continue;
        for (const [key, sentences] of Object.entries(en[part])) {
          expect(other[part][key]?.map(placeholders), key).to.deep.equal(sentences.map(placeholders));
        }
      }
    }
  });

  it('name offers, days, amounts and several of a kind as people write them', async () => {
    const amount = { amount: 4_990, currency: 'EUR' };
    const day = formatDate('2026-12-01', 'de-AT');
    expect(await inWords('de', { code: 'overdue-open', facts: { amount }, way: { kind: 'pay', amount } })).to.deep.equal(['49,90 € sind überfällig.', 'Bezahlen Sie 49,90 €, dann können Sie bestellen.']);
    expect(await inWords('de', { code: 'requires', facts: { offer: 'TV Plus', needed: ['Home 50', 'Fibre 500'] }, way: { kind: 'add', offer: { id: 'a', name: 'Home 50' } } })).to.deep.equal(['TV Plus braucht Home 50 oder Fibre 500.', 'Nehmen Sie Home 50 dazu.']);
    expect(await inWords('de-AT', { code: 'not-yet-sold', facts: { offer: 'TV Plus', on: '2026-12-01' }, way: { kind: 'wait', on: '2026-12-01' } })).to.deep.equal([`TV Plus wird ab ${day} verkauft.`, `Möglich ist es ab ${day}.`]);
    expect(await inWords('en', { code: 'segment', facts: { offer: 'Office 250', segments: ['business'] }, way: { kind: 'choose' } })).to.deep.equal(['Office 250 is made for business customers.', 'Choose another offer.']);
    expect(await inWords('ar', { code: 'not-served', facts: { place: 'Uferstrasse 9' }, way: { kind: 'register-interest' } })).to.deep.equal(['لا يصل أي من خطوطنا إلى Uferstrasse 9.', 'سجّل اسمك: نكتب إليك حالما يصبح ذلك ممكنًا.']);
  });

  it('say less where less is known, and something else where the way out is another', async () => {
    expect((await inWords('de', { code: 'out-of-stock', facts: { offer: 'Aster 5', pieces: 2, allowed: 2 }, way: { kind: 'change-quantity' } })).join(' ')).to.equal('Von Aster 5 sind nur 2 auf Lager. Nehmen Sie 2 und den Rest später.');
    expect((await inWords('de', { code: 'out-of-stock', facts: { offer: 'Aster 5' }, way: { kind: 'register-interest' } })).join(' ')).to.equal('Aster 5 ist nicht auf Lager. Lassen Sie sich vormerken: Wir schreiben Ihnen, wenn es wieder da ist.');
  });

  it('say news of a cart, faults of a choice and why a line may not be changed, too', async () => {
    expect((await inWords('de', { code: 'news-merged', facts: { lines: 3 } }))[0]).to.equal('3 Positionen, die Sie vor dem Anmelden gewählt haben, sind jetzt in Ihrem Warenkorb.');
    expect((await inWords('de', { code: 'news-merged', facts: {} }))[0]).to.equal('Eine Position, die Sie vor dem Anmelden gewählt haben, ist jetzt in Ihrem Warenkorb.');
    expect((await inWords('en', { code: 'news-left-out', facts: { pieces: 2, offer: 'Kids', lines: 50 } }))[0]).to.equal('2 × Kids could not come along: a cart holds no more than 50 lines.');
    expect(await inWords('de', { code: 'tooManyOfPart', facts: { name: 'Receiver', least: 1, most: 2 } })).to.deep.equal(['Dazu gehören 1 bis 2 von Receiver.', 'Nehmen Sie 2 von Receiver.']);
    expect(await inWords('ar', { code: 'activating' })).to.deep.equal(['جارٍ تفعيله.', 'انتظر لحظة.']);
  });

  it('leave the operator’s own words where nobody knows the reason, or not what it names', async () => {
    expect(await inWords('de', { code: 'moon-phase', way: { kind: 'none' } })).to.deep.equal([own.reason, own.remedy]);
    expect(await inWords('de', { code: 'not-served' })).to.deep.equal([own.reason, own.remedy]);
    expect(await inWords('fr', { code: 'empty' })).to.deep.equal([own.reason, own.remedy]);
  });
});
