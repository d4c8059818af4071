import type { Bill, BillList } from '@faceplate/contracts';
import { busyConsumer, down, garbage, type NamedWorld, on, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { billOf, billsOf, cents, openBills } from '../bill-viewer.page.ts';

type Options = Parameters<typeof openBills>[1];

/** Opens the first bill that `fits`, as its address does. */
async function openBill(world: NamedWorld, fits: (bill: BillList['items'][number]) => boolean, options: Options = {}) {
  const page = await openBills(world, options);
  const [summary] = (await billsOf(page.operator)).items.filter(fits);
  const bill = await billOf(page.operator, summary!.id);
  page.element.billId = bill.id;
  await page.until(() => page.heading().includes(bill.number) && page.owed());
  return { page, bill };
}

const shownOf = ({ charges }: Bill, service: string) =>
  charges.filter((charge) => charge.service?.name === service).reduce((sum, { gross, net }) => sum + (gross ?? net).amount, 0);

describe('one bill', () => {
  afterEach(closePortlets);

  it('says what to pay by when, and leads to where it is paid', async () => {
    const { page, bill } = await openBill(busyConsumer(), ({ status }) => status === 'due' || status === 'overdue');
    const due = bill.remaining.amount - (bill.disputed?.amount ?? 0);
    expect(cents(page.owed())).to.equal(due);
    expect(page.due()).to.match(/Due \w{3},? \d+ \w+/);
    page.press('Pay €');
    expect(page.visited).to.deep.equal([`/payments?bill=${encodeURIComponent(bill.id)}`]);
    await expect(page.element).to.be.accessible();
  });

  it('leads to how it was paid, once some of it was', async () => {
    const { page, bill } = await openBill(busyConsumer(), ({ status }) => status === 'paid');
    page.press('How it was paid');
    expect(page.visited.at(-1)).to.equal(`/payments?booked=${encodeURIComponent(bill.id)}`);
    const { page: open } = await openBill(busyConsumer(), ({ status, total, remaining }) => status === 'overdue' && remaining.amount === total.amount);
    expect(() => open.press('How it was paid')).to.throw('no button');
  });

  it('does not ask staff to pay', async () => {
    const { page } = await openBill(busyConsumer(), ({ status }) => status === 'overdue', { attributes: { mode: 'agent' } });
    expect(() => page.press('Pay €')).to.throw('no button');
  });

  it('says what it is for, dearest first, and the rest in one line', async () => {
    const { page, bill } = await openBill(busyConsumer(), ({ status }) => status === 'overdue');
    const amounts = page.groups().map((group) => cents(/[−]?€[\d.,]+$/.exec(group)?.[0] ?? ''));
    expect(amounts.length).to.be.greaterThan(0);
    const [first = ''] = page.groups();
    const services = new Set(bill.charges.flatMap(({ service }) => service?.name ?? []));
    const dearest = [...services].toSorted((one, other) => shownOf(bill, other) - shownOf(bill, one))[0]!;
    expect(first.startsWith(dearest)).to.equal(true);
    const all = bill.charges.reduce((sum, { gross, net }) => sum + (gross ?? net).amount, 0);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).to.equal(all);
  });

  it('says in one sentence how it differs from the bill before', async () => {
    const { page } = await openBill(busyConsumer(), ({ status }) => status === 'overdue');
    await page.until(page.difference);
    expect(page.difference()).to.match(/^(€[\d.,]+ (more|less) than in \w+ \d{4}(, mostly .+)?|The same as in \w+ \d{4})$/);
  });

  it('says that the first bill has none before it', async () => {
    const page = await openBills(busyConsumer());
    const { items } = await billsOf(page.operator);
    page.element.billId = items.at(-1)!.id;
    await page.until(page.difference);
    expect(page.difference()).to.contain('your first bill on this account');
    expect(page.reported).to.deep.equal([]);
    await expect(page.element).to.be.accessible();
  });

  for (const [name, fault] of [['gone', down()], ['garbage', garbage()], ['refused', refuse(503)]] as const) {
    it(`stands without the comparison when that is ${name}`, async () => {
      const { page } = await openBill(busyConsumer(), ({ status }) => status === 'overdue', { faults: on('/change', fault) });
      await page.until(() => page.said().includes('We cannot compare it'));
      expect(page.owed()).to.match(/^€/);
      expect(page.difference()).to.equal('');
    });
  }

  it('hands papers over and says so, or says that it could not', async () => {
    const { page } = await openBill(busyConsumer(), ({ status }) => status === 'overdue', { faults: on('/document', refuse(400)) });
    page.press('Download PDF');
    await page.until(() => page.status().includes('could not be made'));
    expect(page.status()).to.contain('The PDF could not be made. Try again.');
    await expect(page.element).to.be.accessible();
  });

  it('speaks Arabic', async () => {
    const { page } = await openBill(busyConsumer(), ({ status }) => status === 'overdue', { locale: 'ar-EG' });
    await page.until(page.difference);
    expect(page.heading()).to.contain('الفاتورة');
    await expect(page.element).to.be.accessible();
  });
});
