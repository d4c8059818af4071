import assert from 'node:assert/strict';
import { cents } from '../pages/bill.page.ts';
import { asking, type Break, breakLine } from '../pages/broken-line.ts';
import { PaymentsPage } from '../pages/payments.page.ts';
import { PortalPage } from '../pages/portal.page.ts';
import { correlatorOf, readBooks } from '../product/books.ts';
import type { RunningProduct } from '../product/running-product.ts';
import type { Journey } from './journey.ts';

const VISA = '4111111111111111';
const DECLINED = '4000000000000002';
const ASKS = '4000000000020000';
const PAY = asking('POST', /\/api\/v1\/payments$/);

/** Of this payment exactly one charge and one booking, of this much; and none but those of `paid`. */
async function isOnce(product: RunningProduct, paid: ReadonlyMap<string, number>): Promise<void> {
  const { charges, payments } = await readBooks(product);
  assert.deepEqual(new Map(charges.map(({ reference, amount }) => [reference, amount.amount])), paid);
  assert.equal(charges.length, paid.size, 'something was charged twice');
  assert.equal(payments.length, paid.size, 'something was booked twice');
  assert.deepEqual(new Set(payments.map(correlatorOf)), new Set(paid.keys()));
}

/** Presses again while nobody knows; answers once the payment has its page. */
async function insist(view: PaymentsPage): Promise<void> {
  const again = view.button('Try again');
  await again.waitFor();
  assert.match(await view.portlet.locator('[part="problem"]').innerText(), /no answer came/);
  await again.click();
}

const BREAKS: readonly Break[] = ['before it is sent', 'after it was done', 'the service is down', 'the service is slow'];

/** features.md J06, step 2 and of step 4 what became of a payment; linking accounts, autopay and plans come with what they need. */
export const journey: Journey = {
  id: 'J06',
  title: 'Many accounts, one payment',
  walk: async (stage) => {
    const { product } = stage;
    if (!product.psp || !product.tmfToken) {
      stage.skip('J06', 'the provider’s and the BSS’s secrets are needed to count charges at FACEPLATE_URL');
      return;
    }
    let view = new PaymentsPage(await stage.signedIn('ada'));
    const paid = new Map<string, number>();
    const settled = async (amount: number) => {
      await view.news(/^You have paid/);
      paid.set(view.paymentId, amount);
      await isOnce(product, paid);
    };

    await stage.step('2. parts of bills of two accounts are one transaction with an amount for each, and one receipt', async () => {
      await view.open();
      await view.choose('parts');
      const fields = await view.amounts.count();
      assert.ok(fields > 1, 'nothing to edit');
      for (let index = 0; index < fields; index += 1) await view.amounts.nth(index).fill(index === 0 ? '6.09' : index === fields - 1 ? '9.95' : '');
      await view.useAnotherCard();
      await view.button('Pay €16.04').click();
      await view.payThere(VISA, { keep: true });
      await settled(1604);
      const { accounts, bills } = await view.parts();
      assert.deepEqual(accounts.map(cents), [609, 995]);
      assert.deepEqual(bills.map(cents), [609, 995]);
      await view.button('Download receipt').click();
      await view.portlet.getByText('The receipt is in your downloads.').waitFor();
    });
    for (const [index, how] of BREAKS.entries())
      await stage.step(`2. an amount for the oldest bills is paid once, though the line breaks: ${how}`, async () => {
        const amount = 300 + index;
        await view.open();
        const line = await breakLine(view.page, how, PAY);
        await view.payAmount(`3.0${index}`);
        if (how !== 'the service is slow') await insist(view);
        await settled(amount);
        assert.equal(line.count(), 1);
        await line.mend();
      });
    await stage.step('2. a tab closed while it was sent pays once, and the next tab has everything that was typed', async () => {
      await view.open();
      const { page } = view;
      const isThere = Promise.withResolvers<void>();
      await page.route('**/api/v1/payments', async (route) => {
        if (!PAY(route.request())) return route.fallback();
        await route.fetch();
        // Its answer never comes: the tab is gone by then.
        isThere.resolve();
      });
      await view.payAmount('4.00');
      await isThere.promise;
      const context = page.context();
      await page.close();
      view = new PaymentsPage(new PortalPage(await context.newPage(), product.url));
      await view.portal.open('/payments');
      await insist(view);
      await settled(400);
    });
    await stage.step('4. a card that is declined: the reason, nothing taken, and the next try has everything filled in', async () => {
      await view.open();
      await view.choose('amount');
      await view.useAnotherCard();
      await view.payAmount('5.00');
      await view.payThere(DECLINED);
      await view.page.getByText('not enough money on this card').waitFor();
      await view.page.locator('button[value="back"]').click();
      await view.news(/^This was not paid/);
      assert.match(await view.portlet.locator('[part="news"]').innerText(), /not enough money/);
      await isOnce(product, paid);
      await view.button('Try again').click();
      await view.button('Pay €5.00').waitFor();
      assert.equal(await view.portlet.locator('#amount').inputValue(), '5.00');
    });
    await stage.step('4. a bank that asks first: paid only once that is answered', async () => {
      await view.useAnotherCard();
      await view.button('Pay €5.00').click();
      await view.payThere(ASKS);
      await view.page.waitForURL(/\/challenge\//);
      await isOnce(product, paid);
      await view.page.locator('button[value="approve"]').click();
      await settled(500);
    });
    await stage.step('2. all that is left over two accounts is paid in one tap, with one receipt, and nothing is open any more', async () => {
      await view.open('?all=1');
      const all = await view.toPay();
      const line = await breakLine(view.page, 'the service is down', asking('GET', /\/payments\/pay-/), 2);
      await view.button(/^Pay €/).click();
      await settled(all);
      assert.equal(line.count(), 2);
      const { accounts } = await view.parts();
      assert.equal(accounts.length, 2);
      assert.equal(accounts.map(cents).reduce((sum, one) => sum + one, 0), all);
      await view.button('All payments').click();
      await view.portlet.locator('fp-status-message[heading="Nothing to pay"]').waitFor();
    });
  },
};
