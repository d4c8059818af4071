import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Account, AccountBalance, BalanceSheet } from '@faceplate/contracts';
import { allFigures } from '@faceplate/domain';
import { aSeller, aTenant } from '../testing/fixtures.ts';
import { anOperator, down } from '../testing/operator.ts';
import { letterPaper } from './letter-paper.ts';
import type { Paper } from './paper.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const NOTHING = { due: euros(0), overdue: euros(0), disputed: euros(0), scheduled: euros(0), credit: euros(0), unbilled: euros(0), position: euros(0) };
const standing = (figures: Partial<typeof NOTHING>): AccountBalance => {
  const all = { ...NOTHING, ...figures };
  const position = euros(Object.entries(all).reduce((sum, [name, { amount }]) => (name === 'position' ? sum : sum + amount), 0));
  return { account: { id: 'a1', name: 'Home' }, origin: 'Meridian', ...all, position };
};
const letter = (figures: readonly AccountBalance[], locale: 'en' | 'de' | 'ar' = 'en') => letterPaper({ account: { name: 'Home', number: '4711' }, on: '2026-11-21', figures }, aTenant({ seller: aSeller() }), locale);

describe('a letter that confirms a balance', () => {
  test('says what is owed and how much of it is late, with all six figures and their sum', () => {
    const paper = letter([standing({ due: euros(1000), overdue: euros(250), credit: euros(-50), unbilled: euros(300) })]);
    assert.deepEqual(paper.facts.at(-1), ['Owed', '€15.00']);
    assert.deepEqual(paper.tables[0]?.rows.map(({ cells }) => cells[1]?.text), ['€10.00', '€2.50', '€0.00', '€0.00', '−€0.50', '€3.00', '€15.00']);
    assert.deepEqual(paper.notes, ['We confirm that on 21 November 2026 €15.00 was owed on account 4711. €2.50 of it was late.']);
    assert.match(letter([standing({ due: euros(1) })]).notes[0] ?? '', /None of it was late\.$/);
  });

  test('says that nothing is owed, and what is in the customer’s favour', () => {
    assert.deepEqual([letter([standing({})]).facts.at(-1), letter([standing({})]).notes], [['Owed', 'Nothing'], ['We confirm that on 21 November 2026 nothing was owed on account 4711.']]);
    assert.match(letter([standing({ credit: euros(-700) })]).notes[0] ?? '', /nothing was owed on account 4711\. €7\.00 was in its favour\.$/);
  });

  test('keeps currencies apart', () => {
    const dollars = (amount: number) => ({ amount, currency: 'USD' });
    const other: AccountBalance = { ...standing({}), due: dollars(100), overdue: dollars(0), disputed: dollars(0), scheduled: dollars(0), credit: dollars(0), unbilled: dollars(0), position: dollars(100) };
    const paper = letter([standing({ due: euros(5) }), other]);
    assert.deepEqual([paper.tables.length, paper.notes.length, paper.facts.at(-1)?.[1]], [2, 2, '€0.05 · US$1.00']);
    assert.deepEqual(allFigures([other], 'USD').position, dollars(100));
  });

  test('leaves no place empty in any language', () => {
    for (const locale of ['en', 'de', 'ar'] as const) {
      for (const figures of [standing({}), standing({ due: euros(5) }), standing({ overdue: euros(5) }), standing({ credit: euros(-5) })]) {
        const { pages: _, ...paper } = letter([figures], locale);
        const text = JSON.stringify(paper);
        assert.doesNotMatch(text, /\{\d\}|undefined/);
        assert.ok(text.includes('4711'), locale);
      }
    }
  });
});

describe('the letter of an account', () => {
  const printed: Paper[] = [];
  const pdf = () => Promise.resolve(new TextEncoder().encode('%PDF'));
  const documents = { pdf, receipt: pdf, print: (paper: Paper) => (printed.push(paper), pdf()) };

  test('confirms the figures of the page, is addressed, and is the same as its page', async () => {
    const ada = (await anOperator({ documents })).as('ada');
    const { accounts } = (await ada<BalanceSheet>('/balance')).body;
    assert.ok(accounts.length > 1);
    for (const { account, position, unbilled } of accounts) {
      const { status, response } = await ada(`/accounts/${account.id}/balance-letter/document`);
      assert.equal(status, 200);
      assert.match(response.headers.get('content-disposition') ?? '', /filename="balance-2026-11-21-[a-z0-9]+\.pdf"/);
      const paper = printed.at(-1)!;
      const rows = paper.tables.flatMap((table) => table.rows.map(({ cells }) => cells[1]?.text));
      assert.deepEqual(rows.slice(-2), [unbilled, position].map(({ amount }) => `€${(amount / 100).toFixed(2)}`));
      assert.deepEqual(paper.recipient?.lines, ['Ada Lindqvist', 'Kastanienhof 12', '10437 Berlin']);
      const html = await (await ada(`/accounts/${account.id}/balance-letter/page.html`)).response.text();
      for (const words of [...paper.notes, ...rows]) assert.ok(words !== undefined && html.includes(words), words);
    }
  });

  test('is nobody else’s, and is not written while a figure is missing', async () => {
    const operator = await anOperator({ documents });
    const [account] = (await operator.as('ada')<{ items: Account[] }>('/accounts')).body.items;
    for (const form of ['document', 'page.html']) {
      assert.equal((await operator.as('bilal')(`/accounts/${account!.id}/balance-letter/${form}`)).status, 404);
      for (const part of ['/customerBill', '/appliedCustomerBillingRate', 'paymentManagement']) {
        const holed = await anOperator({ documents, meddle: down(part) });
        assert.equal((await holed.as('ada')(`/accounts/${account!.id}/balance-letter/${form}`)).status, 503, `${form} ${part}`);
      }
    }
  });
});
