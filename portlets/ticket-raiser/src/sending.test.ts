import { busyConsumer, on, slow } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { fillIn, openForm, openTickets, ticketsOf } from './ticket-raiser.page.ts';

describe('what is on its way', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('raises one ticket though somebody leaves the form before the answer and sends it again', async () => {
    const page = await openForm(busyConsumer(), { faults: on('POST /tickets', slow(500)) });
    const before = (await ticketsOf(page.operator)).total;
    const raised: string[] = [];
    page.element.addEventListener('fp-ticket-raised', (event) => raised.push(event.ticketId));
    fillIn(page);
    page.press('Send ticket');
    page.press('All tickets');
    await page.until(() => page.tickets().length > 0);
    page.press('Raise a ticket');
    await page.until(() => page.field('title'));
    expect(page.field('title')?.value).to.equal('Calls break off');
    page.press('Send ticket');
    await page.until(() => raised.length > 0);
    await page.until(() => !page.said().includes('Sending'));
    expect((await ticketsOf(page.operator)).total).to.equal(before + 1);
    expect(page.element.ticketId).to.not.equal('');
  });

  it('leaves somebody in the list who went there before the answer', async () => {
    const page = await openForm(busyConsumer(), { faults: on('POST /tickets', slow(300)) });
    const raised: string[] = [];
    page.element.addEventListener('fp-ticket-raised', (event) => raised.push(event.ticketId));
    fillIn(page);
    page.press('Send ticket');
    page.press('All tickets');
    await page.until(() => raised.length > 0);
    expect(page.element.ticketId).to.equal('');
    expect(localStorage).to.have.lengthOf(0);
  });

  it('keeps what is written while a note is on its way', async () => {
    const page = await openTickets(busyConsumer(), { faults: on('/notes', slow(200)) });
    const { items } = await ticketsOf(page.operator);
    page.element.ticketId = items.find(({ status }) => status === 'in-progress' || status === 'received')!.id;
    await page.until(() => page.entries().length > 0 && page.field('note'));
    page.type('note', 'It happened again.');
    page.press('Send note');
    page.type('note', 'It happened again. And once more.');
    await page.until(() => page.status() === 'Your note was added.');
    expect(page.field('note')?.value).to.equal('It happened again. And once more.');
  });
});
