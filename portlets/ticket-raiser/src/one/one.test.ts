import { busyConsumer, down, type Fault, loseTheAnswer, none, on, once } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openTickets, ticketsOf } from '../ticket-raiser.page.ts';

const SLOW = 'Internet is slow in the evening';

/** Ada's ticket of this title, or in this state, open in the portlet with all that can be done about it. */
async function openOne(wanted: string, options: Parameters<typeof openTickets>[1] = {}) {
  const page = await openTickets(busyConsumer(), options);
  const { items } = await ticketsOf(page.operator);
  const id = items.find(({ title, status }) => title === wanted || status === wanted)!.id;
  page.element.ticketId = id;
  await page.until(() => page.find('[part="acts"]'));
  const area = (selector: string) => page.find(selector) as HTMLTextAreaElement;
  const write = (selector: string, words: string) => {
    area(selector).value = words;
    area(selector).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  /** As by keyboard: where the focus is, there it is pressed. */
  const pressOn = (selector: string) => {
    page.find(selector)?.focus();
    page.find(selector)?.click();
  };
  const focus = () => page.element.shadowRoot?.activeElement as HTMLElement | null;
  return { page, id, area, write, pressOn, focus };
}

describe('what is done to a ticket', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('costs no word that is half written when a file cannot be had', async () => {
    const { page, write, area, pressOn } = await openOne(SLOW, { faults: on('GET /tickets', (request, next) => (request.url.includes('/attachments/') ? down() : none)(request, next)) });
    const files = new DataTransfer();
    files.items.add(new File(['E7: no carrier'], 'display.txt', { type: 'text/plain' }));
    const input = page.find('#more-file') as HTMLInputElement;
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await page.until(() => page.find('[part="files"] button'));
    expect(input.value).to.equal('');
    pressOn('[data-act="escalate"]');
    await page.until(() => page.find('#said-escalate'));
    write('#said-escalate', 'Three evenings');
    page.type('note', 'And then');
    const { length } = page.reported;
    page.press('display.txt');
    await page.until(() => page.problem() === 'This did not work. Try it again.');
    expect(page.reported).to.have.lengthOf(length + 1);
    expect(area('#said-escalate').value).to.equal('Three evenings');
    expect(page.field('note')?.value).to.equal('And then');
    await expect(page.element).to.be.accessible();
  });

  it('keeps note, reason and change until they are sent, also when the page is left', async () => {
    const first = await openOne(SLOW);
    first.page.type('note', 'Half a note');
    first.pressOn('[data-act="escalate"]');
    await first.page.until(() => first.page.find('#said-escalate'));
    first.write('#said-escalate', 'Three evenings');
    // Pressed once more it folds; what was written is not gone with it.
    first.pressOn('[data-act="escalate"]');
    await first.page.until(() => !first.page.find('#said-escalate'));

    const again = await openOne(SLOW);
    expect(again.id).to.equal(first.id);
    await again.page.until(() => again.page.field('note')?.value === 'Half a note');
    again.pressOn('[data-act="escalate"]');
    await again.page.until(() => again.page.find('#said-escalate'));
    expect(again.area('#said-escalate').value).to.equal('Three evenings');
    again.page.press('Send note');
    await again.page.until(() => again.page.entries().some((entry) => entry.includes('Half a note')) && again.page.field('note')?.value === '');
    again.page.press('Send');
    await again.page.until(() => again.page.find('[part="ladder"]')?.textContent.includes('Three evenings'));
    await again.page.until(() => Object.keys(localStorage).every((key) => !key.includes('fp-draft:ticket')));
  });

  it('keeps a change until it is sent, also when the page is left', async () => {
    const first = await openOne('received');
    await first.page.until(() => first.page.find('#amend-title'));
    first.write('#amend-title', 'Charged twice abroad');
    const again = await openOne('received');
    await again.page.until(() => again.area('#amend-title').value === 'Charged twice abroad');
    again.page.press('Keep the change');
    await again.page.until(() => again.page.heading() === 'Charged twice abroad');
    await again.page.until(() => Object.keys(localStorage).every((key) => !key.includes('fp-draft:ticket')));
  });

  it('takes the keyboard along to what came of it', async () => {
    const { page, pressOn, focus } = await openOne('fixed');
    pressOn('[data-act="confirm"]');
    await page.until(() => page.find('[data-stars="4"]') && focus()?.dataset['done']?.startsWith('confirm'));
    expect(focus()?.textContent.trim()).to.equal('Done.');
    pressOn('[data-stars="4"]');
    await page.until(() => page.said().includes('You gave') && focus()?.dataset['done']?.startsWith('rate'));
  });

  it('takes the keyboard along to the visit, and sends one wish once though its answer is lost', async () => {
    const keys: (string | null)[] = [];
    const lost = once(loseTheAnswer());
    const watched: Fault = (request, next) => {
      keys.push(request.headers.get('idempotency-key'));
      return lost(request, next);
    };
    const { page, pressOn, focus } = await openOne(SLOW, { faults: (request, next) => (request.method === 'POST' && request.url.endsWith('/visit') ? watched : none)(request, next) });
    await page.until(() => page.find('[part="visit"]'));
    page.press('Book a technician');
    await page.until(() => page.find('[name="slot"]'));
    page.find('[name="slot"]')?.click();
    pressOn('[part="visit"] form button');
    await page.until(() => page.problem() === 'This did not work. Try it again.');
    await page.until(() => page.find('[name="slot"]'));
    page.find('[name="slot"]')?.click();
    pressOn('[part="visit"] form button');
    await page.until(() => page.said().includes('Move the visit') && focus()?.dataset['done']?.startsWith('visit'));
    expect(keys).to.have.lengthOf(2);
  });

  it('says within what time they answer in words that fit', async () => {
    for (const [locale, said] of [['en', 'answers within 8 hr'], ['de', 'Antwortfrist: 8 Std.'], ['ar', 'مهلة الرد: ']] as const) {
      const { page } = await openOne(SLOW, { locale });
      await page.until(() => page.find('[part="ladder"]')?.textContent.replaceAll(/[\u2066-\u2069]/g, '').includes(said));
      expect(page.said()).not.to.contain('hours');
    }
  });
});

describe('the list of tickets', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('says nothing of open ones where only closed ones are asked for, and keeps the keyboard where it is', async () => {
    const page = await openTickets(busyConsumer());
    await page.until(() => page.tickets().length > 0);
    const select = page.find('#ticket-only') as HTMLSelectElement;
    const show = (value: string) => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    const all = page.tickets().length;
    select.focus();
    show('over');
    await page.until(() => page.tickets().length > 0 && page.tickets().length < all);
    expect(page.said()).not.to.contain('No ticket is open');
    show('');
    await page.element.updateComplete;
    expect(page.element.shadowRoot?.activeElement).to.equal(select);
    await page.until(() => page.tickets().length === all);
    expect(page.element.shadowRoot?.activeElement).to.equal(select);
    expect(select.getBoundingClientRect().height).to.be.at.least(24);
  });

  it('takes away what it shows, and says so when it cannot', async () => {
    const asked: string[] = [];
    const page = await openTickets(busyConsumer(), {
      faults: on('export.csv', (request) => {
        asked.push(new URL(request.url).search);
        return Promise.reject(new TypeError('connection refused'));
      }),
    });
    await page.until(() => page.tickets().length > 0);
    const select = page.find('#ticket-only') as HTMLSelectElement;
    const all = page.tickets().length;
    select.value = 'over';
    select.dispatchEvent(new Event('change'));
    await page.until(() => page.tickets().length > 0 && page.tickets().length < all);
    page.find('[data-export]')?.click();
    await page.until(() => page.said().includes('This did not work. Try it again.'));
    expect(asked[0]).to.equal('?open=no');
    expect(page.tickets().length).to.be.greaterThan(0);
  });

  it('says until when a fix can be doubted', async () => {
    const { page } = await openOne('fixed');
    await page.until(() => page.find('[part="window"]'));
    expect(page.find('[part="window"]')?.textContent).to.match(/^If it is not, say so by .+ After that the ticket is closed\.$/);
    await expect(page.element).to.be.accessible();
  });

  it('explains tickets that are one, and leads on', async () => {
    const { page, id } = await openOne(SLOW);
    const { items } = await ticketsOf(page.operator);
    const other = items.find((one) => one.status === 'in-progress' && one.id !== id) ?? items.find((one) => one.status === 'received')!;
    expect((await page.operator.lever(`tickets/${other.id}/merge`, { into: id })).status).to.equal(200);
    await page.until(() => page.find(`[part="merged"] [data-opens="${other.id}"]`));
    page.find(`[part="merged"] [data-opens="${other.id}"]`)?.click();
    await page.until(() => page.find(`[part="merged"] [data-opens="${id}"]`));
    expect(page.said()).to.contain('Both were about one thing.').and.to.contain('Withdrawn');
    await expect(page.element).to.be.accessible();
  });

  it('leads to the order that a request has become, and keeps its number', async () => {
    const { page, id } = await openOne(SLOW);
    const number = (await ticketsOf(page.operator)).items.find((one) => one.id === id)!.number;
    const [order] = (await (await page.operator.bss('/tmf-api/productOrderingManagement/v4/productOrder?limit=1')).json()) as { id: string; externalId: string }[];
    expect((await page.operator.lever(`tickets/${id}/order`, { order: order!.id })).status).to.equal(200);
    await page.until(() => page.find('[part="became"]'));
    expect(page.find('[part="became"]')?.textContent).to.contain(order!.externalId).and.to.contain(number);
    page.press('See the order');
    expect(page.visited.at(-1)).to.equal(`/orders/${order!.id}`);
    page.element.ticketId = number;
    await page.until(() => page.find('[part="became"]'));
    await expect(page.element).to.be.accessible();
  });
});
