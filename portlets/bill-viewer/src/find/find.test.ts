import type { FoundChargeList } from '@faceplate/contracts';
import { busyConsumer, type Fault, on, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { cents, openBills } from '../bill-viewer.page.ts';

const changed =
  (change: (answer: FoundChargeList) => FoundChargeList): Fault =>
  async (request, next) => Response.json(change((await (await next(request)).json()) as FoundChargeList));

describe('looking for words on all bills', () => {
  afterEach(closePortlets);

  it('shows each line with its bill and amount, and what they come to', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    page.type('  roaming ');
    await page.until(() => page.found().length > 0);
    expect(page.visited.at(-1)).to.equal('/bills?search=roaming');
    expect(page.found().every((line) => /roaming/i.test(line))).to.equal(true);
    expect(page.found()[0]).to.match(/Bill \d+-\d+ · \d+ \w+ \d{4}/);
    const sum = page.found().reduce((total, line) => total + cents(/[−]?€[\d.,]+$/.exec(line)![0]), 0);
    const said = /(\d+) lines? · (€[\d.,]+)/.exec(page.said())!;
    expect([Number(said[1]), cents(said[2]!)]).to.deep.equal([page.found().length, sum]);
    expect(page.rows()).to.be.empty;
    await expect(page.element).to.be.accessible();
  });

  it('lands on the line of the bill, and comes back to what was found', async () => {
    const page = await openBills(busyConsumer(), { attributes: { search: 'roaming' } });
    await page.until(() => page.found().length > 0);
    page.press('Roaming');
    await page.until(() => page.heading().startsWith('Bill '));
    expect(page.element.chargeId).to.not.equal('');
    expect(page.visited.at(-1)).to.equal(`/bills/${page.element.billId}/${page.element.chargeId}`);
    page.press('All bills');
    await page.until(() => page.found().length > 0);
    expect(page.visited.at(-1)).to.equal('/bills?search=roaming');
  });

  it('keeps to the account and the year that were chosen', async () => {
    const page = await openBills(busyConsumer(), { attributes: { search: 'roaming', year: '1999' } });
    await page.until(page.message);
    expect(page.message()).to.equal('No line says “roaming”');
    await expect(page.element).to.be.accessible();
    page.press('Back to all bills');
    await page.until(() => !page.element.search);
    expect(page.visited.at(-1)).to.equal('/bills?year=1999');
  });

  it('keeps currencies apart', async () => {
    const inDollars = changed((answer) => ({
      ...answer,
      items: answer.items.map((item, index) => (index === 0 ? { ...item, gross: { amount: 1200, currency: 'USD' }, net: { amount: 1000, currency: 'USD' } } : item)),
    }));
    const page = await openBills(busyConsumer(), { attributes: { search: 'roaming' }, faults: on('/charges', inDollars) });
    await page.until(() => page.found().length > 0);
    expect(page.said()).to.match(/lines · US\$12\.00 and €[\d.]+/);
  });

  it('says when there are more than it shows, and shows net amounts as such', async () => {
    const short = changed((answer) => ({ ...answer, total: 4321, items: answer.items.map((item) => ({ ...item, gross: undefined })) }));
    const page = await openBills(busyConsumer(), { attributes: { search: 'roaming' }, faults: on('/charges', short) });
    await page.until(() => page.found().length > 0);
    expect(page.said()).to.contain('of 4,321').and.to.contain('Before tax');
  });

  it('says what happened when it cannot look', async () => {
    const page = await openBills(busyConsumer(), { attributes: { search: 'roaming' }, faults: on('/charges', refuse(400)) });
    await page.until(page.problem);
    expect(page.problem()).to.equal('This could not be shown');
    await expect(page.element).to.be.accessible();
  });
});
