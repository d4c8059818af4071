import type { ProductList, Ticket } from '@faceplate/contracts';
import { all, busyConsumer, down, type Fault, loseTheAnswer, on, once, type Operator, slow } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { fillIn, openForm, pageOver, ticketsOf } from '../ticket-raiser.page.ts';

const read = async <T>(operator: Operator, path: string): Promise<T> => (await (await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }))).json()) as T;

const text = (name: string) => new File(['The light is red.'], name, { type: 'text/plain' });
const lively = new File(['%PDF-1.4\n/OpenAction /JavaScript\n%%EOF'], 'scan.pdf', { type: 'application/pdf' });

type Page = ReturnType<typeof pageOver>;

async function raisedOf({ operator }: Pick<Page, 'operator'>): Promise<Ticket> {
  const { items } = await ticketsOf(operator);
  return read<Ticket>(operator, `/tickets/${items.find(({ title }) => title === 'Calls break off')?.id}`);
}

async function fixedLine({ operator }: Pick<Page, 'operator'>): Promise<string> {
  const { items } = await read<ProductList>(operator, '/products');
  return items.find(({ lineOfBusiness, status }) => lineOfBusiness === 'fixed' && status === 'active')!.id;
}

/** What the browser says of the line. */
const line = (isThere: boolean) => Object.defineProperty(navigator, 'onLine', { value: isThere, configurable: true });

describe('the form of a ticket', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    line(true);
    closePortlets();
  });

  async function sentOffline(): Promise<{ page: Page; before: number }> {
    const page = await openForm(busyConsumer(), { faults: on('POST /tickets', once(down())) });
    const before = (await ticketsOf(page.operator)).total;
    fillIn(page);
    line(false);
    page.press('Send ticket');
    await page.until(() => page.said().includes('we send it as soon as you are back'));
    return { page, before };
  }

  it('sends by itself what waited for the line, once', async () => {
    const { page, before } = await sentOffline();
    line(true);
    globalThis.dispatchEvent(new Event('online'));
    await page.until(() => page.message().startsWith('We have'));
    expect((await ticketsOf(page.operator)).total).to.equal(before + 1);
  });

  it('sends the words that stand there, not those that waited: nothing typed since is lost', async () => {
    const { page, before } = await sentOffline();
    page.type('description', 'Since Tuesday. Today the light is red as well.');
    await page.until(() => !page.said().includes('we send it as soon as you are back'));
    expect(page.problem()).to.equal('This was not sent');
    line(true);
    globalThis.dispatchEvent(new Event('online'));
    page.press('Send ticket');
    await page.until(() => page.message().startsWith('We have'));
    expect((await raisedOf(page)).description).to.equal('Since Tuesday. Today the light is red as well.');
    expect((await ticketsOf(page.operator)).total).to.equal(before + 1);
  });

  it('raises the ticket though a file is refused, and names the file', async () => {
    const page = await openForm(busyConsumer());
    const before = (await ticketsOf(page.operator)).total;
    fillIn(page);
    page.give(lively, text('light.txt'));
    await page.until(() => page.evidence().length === 2);
    page.press('Send ticket');
    await page.until(() => page.message().startsWith('We have'));
    expect(page.said()).to.contain('We could not take: scan.pdf.');
    expect((await ticketsOf(page.operator)).total).to.equal(before + 1);
    expect(((await raisedOf(page)).files ?? []).map(({ name }) => name)).to.deep.equal(['light.txt']);
    expect(Object.keys(localStorage).filter((key) => key.includes('ticket-raiser'))).to.deep.equal([]);
    await expect(page.element).to.be.accessible();
  });

  it('keeps a file that is chosen while the others are on their way', async () => {
    let isBegun = false;
    const late: Fault = (request, next) => {
      isBegun = true;
      return slow(400)(request, next);
    };
    const page = await openForm(busyConsumer(), { faults: on('/attachments', late) });
    fillIn(page);
    page.give(text('light.txt'));
    await page.until(() => page.evidence().length === 1);
    page.press('Send ticket');
    await page.until(() => isBegun);
    page.give(text('later.txt'));
    await page.until(() => page.evidence().length === 2);
    await page.until(() => page.message().startsWith('We have'));
    expect(((await raisedOf(page)).files ?? []).map(({ name }) => name)).to.deep.equal(['light.txt']);
    page.press('All tickets');
    await page.until(() => page.tickets().length > 0);
    page.press('Raise a ticket');
    await page.until(() => page.evidence().length === 1);
    expect(page.evidence()[0]).to.contain('later.txt');
  });

  it('says how many files it takes, and when one cannot be read', async () => {
    const page = await openForm(busyConsumer());
    page.give(...['1', '2', '3', '4', '5', '6'].map((name) => text(`${name}.txt`)));
    await page.until(() => page.said().includes('Five files at most.'));
    expect(page.evidence()).to.have.lengthOf(5);
    page.press('Remove');
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('It is gone.', 'NotReadableError'));
    try {
      page.give(text('gone.txt'));
      await page.until(() => page.said().includes('This file cannot be taken.'));
    } finally {
      Blob.prototype.arrayBuffer = arrayBuffer;
    }
    expect(page.evidence()).to.have.lengthOf(4);
  });

  it('sends the same ticket after a real reload: what was gone past and tested goes along as before', async () => {
    const page = await openForm(busyConsumer(), { faults: all(on('POST /tickets', once(loseTheAnswer())), on('GET /desk/forms', slow(300))) });
    const productId = await fixedLine(page);
    await page.operator.lever('incidents', { products: productId, name: 'Cable cut', description: 'A digger cut a cable' });
    const before = (await ticketsOf(page.operator)).total;
    fillIn(page);
    page.type('productId', productId);
    await page.until(() => page.find('[data-test="line"]'));
    page.find('[data-test="line"]')?.click();
    await page.until(() => page.said().includes('The test is running'));
    await page.operator.passTime(60);
    await page.until(() => page.find('[part="test"] fp-tag'));
    await page.until(() => page.find('[data-past]'));
    page.find('[data-past]')?.click();
    await page.until(() => page.find('fp-ticket-form')?.shadowRoot?.querySelector('[name^="field:"]'));
    page.press('Send ticket');
    await page.until(() => page.problem() === 'This was not sent');
    const again = pageOver(page.operator, { attributes: { 'ticket-id': 'new' } });
    await again.until(() => again.field('title')?.value === 'Calls break off');
    again.press('Send ticket');
    await again.until(() => again.message().startsWith('We have'));
    expect((await ticketsOf(page.operator)).total).to.equal(before + 1);
    expect((await raisedOf(page)).files ?? []).to.have.lengthOf(1);
  });
});
