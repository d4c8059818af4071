import { busyConsumer, companyAdmin, down, type Fault, hang, loseTheAnswer, on, once } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { fillIn, openForm, openTickets, pageOver, ticketsOf } from './ticket-raiser.page.ts';

type Page = Awaited<ReturnType<typeof openForm>>;

const boxes = ({ element }: Page) => [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[part="sites"] input[type="checkbox"]')];
const chosen = (page: Page) => boxes(page).filter(({ checked }) => checked).map(({ value }) => value);
/** What is shown, as somebody would type it. */
const spoken = (row: Element | null) => (row?.textContent ?? '').replaceAll(/[\u2068\u2069]/g, '').replace(' · ', ' ').trim();
const raised = async ({ operator }: Page) => (await ticketsOf(operator)).items.filter(({ title }) => title === 'Calls break off');

async function search(page: Page, said: string) {
  const field = page.find('#sites-search') as HTMLInputElement;
  field.value = said;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await page.element.updateComplete;
}

describe('a ticket for many places', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('is chosen by search, survives a reload, and is one that rolls up however often it is sent', async () => {
    const first = await openForm(companyAdmin(), { faults: on('POST /tickets', once(loseTheAnswer())) });
    fillIn(first);
    await first.until(() => boxes(first).length > 3);
    expect(boxes(first).map(({ value }) => value)).not.to.include((first.field('productId') as unknown as HTMLSelectElement).value);
    const all = boxes(first).length;
    await search(first, spoken(first.find('[part="sites"] li:last-child')));
    expect(boxes(first).length).to.be.within(1, all - 1);
    first.find('[data-all]')?.click();
    await search(first, '');
    const wanted = chosen(first);
    expect(wanted.length).to.be.greaterThan(0);
    await expect(first.element).to.be.accessible();

    const page = pageOver(first.operator, { attributes: { 'ticket-id': 'new' } });
    await page.until(() => boxes(page).length === all);
    expect(chosen(page)).to.deep.equal(wanted);
    page.press('Send ticket');
    await page.until(() => page.problem() === 'This was not sent');
    page.press('Send ticket');
    await page.until(() => page.message().startsWith('We have'));
    const made = await raised(page);
    expect(made).to.have.lengthOf(wanted.length + 2);
    expect(made.filter(({ children }) => children === wanted.length + 1)).to.have.lengthOf(1);
    await page.until(() => page.find('[part="under"]'));
    expect(spoken(page.find('[part="under"]'))).to.contain(`0 of ${wanted.length + 1} are fixed`);
  });

  it('leaves out what it is about already', async () => {
    const page = await openForm(companyAdmin());
    fillIn(page);
    await page.until(() => boxes(page).length > 3);
    const other = boxes(page)[0]!.value;
    boxes(page)[0]!.click();
    await page.until(() => chosen(page).includes(other));
    page.type('productId', other);
    await page.until(() => !boxes(page).some(({ value }) => value === other));
    expect(chosen(page)).to.deep.equal([]);
  });

  it('is not written before the fields it is asked in are there', async () => {
    const page = await openTickets(busyConsumer(), { faults: on('GET /desk/forms', hang()), attributes: { 'ticket-id': 'new' } });
    await page.until(page.loading);
    await page.operator.fetch(new Request('/api/v1/products', { headers: { 'x-fp-csrf': '1' } }));
    await page.element.updateComplete;
    expect(page.field('title')).to.not.exist;
    await expect(page.element).to.be.accessible();
  });

  it('is one ticket though it was sent while its form could not be read, and lost', async () => {
    const lost = on('POST /tickets', once(loseTheAnswer()));
    let isRead = false;
    const faults: Fault = (request, next) => (!isRead && request.url.endsWith('/desk/forms') ? down() : lost)(request, next);
    const first = await openForm(busyConsumer(), { faults });
    fillIn(first);
    first.press('Send ticket');
    await first.until(() => first.problem() === 'This was not sent');
    expect(await raised(first)).to.have.lengthOf(1);
    isRead = true;
    const page = pageOver(first.operator, { attributes: { 'ticket-id': 'new' } });
    await page.until(() => page.field('title')?.value === 'Calls break off');
    await page.until(() => page.find('fp-ticket-form')?.shadowRoot?.querySelector('[id^="field:"]'));
    page.press('Send ticket');
    await page.until(() => page.message().startsWith('We have'));
    expect(await raised(page)).to.have.lengthOf(1);
  });
});
