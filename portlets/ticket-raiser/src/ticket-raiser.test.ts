import { badDays, busyConsumer, hang, loseTheAnswer, nothingYet, on, once, signedOut, startOperator } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { fillIn, openForm, openTickets, pageOver, ticketsOf } from './ticket-raiser.page.ts';

describe('<fp-ticket-raiser>', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('shows my tickets, open ones first', async () => {
    const page = await openTickets(busyConsumer());
    await page.until(() => page.tickets().length > 0);
    expect(page.tickets()).to.have.lengthOf((await ticketsOf(page.operator)).total);
    expect(page.said()).to.contain('Closed');
    await expect(page.element).to.be.accessible();
  });

  it('opens a ticket with what happened to it', async () => {
    const page = await openTickets(busyConsumer());
    await page.until(() => page.tickets().length > 0);
    const { items } = await ticketsOf(page.operator);
    page.press(items[0]!.title);
    await page.until(() => page.entries().length > 0);
    expect(page.heading()).to.equal(items[0]!.title);
    expect(page.visited).to.deep.equal([`/support/${items[0]!.id}`]);
    await expect(page.element).to.be.accessible();
  });

  it('takes the keyboard along: to the form, back to its button, and to a ticket', async () => {
    const page = await openTickets(busyConsumer());
    await page.until(() => page.tickets().length > 0);
    page.press('Raise a ticket');
    await page.until(() => page.field('title') && page.focused());
    expect(page.heading()).to.equal('Raise a ticket');
    expect(page.focused()).to.equal(page.heading());
    page.press('All tickets');
    await page.until(() => page.tickets().length > 0 && page.focused());
    expect(page.focused()).to.equal('Raise a ticket');
    const { items } = await ticketsOf(page.operator);
    page.press(items[0]!.title);
    await page.until(() => page.entries().length > 0 && page.focused());
    expect(page.heading()).to.equal(items[0]!.title);
    expect(page.focused()).to.equal(page.heading());
  });

  it('begins with what one comes from, and leaves what was begun before', async () => {
    const attributes = { 'ticket-id': 'new', about: 'Order O-1: my eSIM could not be switched on.' };
    const page = await openTickets(busyConsumer(), { attributes });
    await page.until(() => page.field('description'));
    expect(page.field('description')).to.have.property('value', attributes.about);
    page.type('description', 'It works now.');
    const again = await openTickets(busyConsumer(), { attributes });
    await again.until(() => again.field('description'));
    expect(again.field('description')).to.have.property('value', 'It works now.');
  });

  it('raises a ticket for a product I own, and tells the page', async () => {
    const page = await openForm(busyConsumer());
    await expect(page.element).to.be.accessible();
    const raised: string[] = [];
    page.element.addEventListener('fp-ticket-raised', (event) => raised.push(event.ticketId));
    fillIn(page);
    page.press('Send ticket');
    await page.until(() => page.entries().length > 0 || page.message().startsWith('We have'));
    expect(raised).to.deep.equal([page.element.ticketId]);
    expect(page.message()).to.match(/^We have your ticket/);
    await page.until(() => page.heading() === 'Calls break off');
    await expect(page.element).to.be.accessible();
  });

  it('raises one ticket though the first answer is lost', async () => {
    const page = await openForm(busyConsumer(), { faults: on('POST /tickets', once(loseTheAnswer())) });
    const before = (await ticketsOf(page.operator)).total;
    fillIn(page);
    page.press('Send ticket');
    await page.until(() => page.problem() === 'This was not sent');
    await expect(page.element).to.be.accessible();
    page.press('Send ticket');
    await page.until(() => page.message().startsWith('We have'));
    expect((await ticketsOf(page.operator)).total).to.equal(before + 1);
  });

  it('does not send what is not complete', async () => {
    const page = await openForm(busyConsumer());
    const before = (await ticketsOf(page.operator)).total;
    page.type('title', 'Only this');
    page.press('Send ticket');
    expect(page.field('description')?.validity.valueMissing).to.equal(true);
    expect((await ticketsOf(page.operator)).total).to.equal(before);
    expect(page.element.ticketId).to.equal('new');
  });

  it('says at the field what the service found wrong, and keeps what was typed', async () => {
    const page = await openForm(busyConsumer());
    fillIn(page);
    // The browser takes blanks for words; the service does not.
    page.type('title', '   ');
    page.press('Send ticket');
    await page.until(() => page.field('title')?.getAttribute('aria-invalid') === 'true');
    expect(page.field('description')?.value).to.contain('Since Tuesday');
    await expect(page.element).to.be.accessible();
  });

  it('keeps what was typed until it is sent', async () => {
    const first = await openForm(busyConsumer());
    first.type('title', 'Half a thought');
    const again = await openForm(busyConsumer());
    expect(again.field('title')?.value).to.equal('Half a thought');
    expect(again.message()).to.equal('We kept what you had typed.');
    fillIn(again);
    again.press('Send ticket');
    await again.until(() => again.message().startsWith('We have'));
    const last = await openForm(busyConsumer());
    expect(last.field('title')?.value).to.equal('');
  });

  it('adds a note and shows it in the timeline', async () => {
    const page = await openTickets(busyConsumer());
    const { items } = await ticketsOf(page.operator);
    page.element.ticketId = items.find(({ status }) => status === 'in-progress' || status === 'received')!.id;
    await page.until(() => page.entries().length > 0 && page.field('note'));
    page.type('note', 'It happened again.');
    page.press('Send note');
    await page.until(() => page.entries().some((entry) => entry.includes('It happened again.')));
    await page.until(() => page.status() === 'Your note was added.');
    expect(page.entries().at(-1)).to.match(/^You/);
    expect(page.field('note')?.value).to.equal('');
  });

  it('takes no note on a ticket that is over', async () => {
    const page = await openTickets(busyConsumer());
    const { items } = await ticketsOf(page.operator);
    page.element.ticketId = items.find(({ status }) => status === 'closed')!.id;
    await page.until(() => page.entries().length > 0);
    expect(page.field('note')).to.not.exist;
  });

  it('says so when a ticket does not exist', async () => {
    const page = await openTickets(busyConsumer(), { attributes: { 'ticket-id': 'nobodys' } });
    await page.until(page.problem);
    expect(page.problem()).to.equal('We cannot find this ticket');
  });

  it('shows a page at a time, and goes on at the first that is new', async () => {
    const operator = await startOperator(busyConsumer());
    const { items } = await ticketsOf(operator);
    const more = (name: string) =>
      operator.store.transaction(async (tx) => {
        const body = (await tx.get('troubleTicket', items[0]?.id ?? ''))?.body;
        if (body) await tx.put('troubleTicket', { ...body, id: name.replace(' ', ''), externalId: name, name });
      });
    for (let count = 1; count <= 55; count += 1) await more(`Question ${count}`);
    const { total } = await ticketsOf(operator);
    const page = pageOver(operator);
    await page.until(() => page.tickets().length === 50);
    page.press('Show more');
    await page.until(() => page.tickets().length === total);
    await page.until(() => page.focused() !== '');
    expect(page.tickets().findIndex((one) => one.startsWith(`${page.focused()} `))).to.equal(50);
    expect(new Set(page.tickets())).to.have.property('size', total);
  });

  it('answers in one sentence and two actions as a card', async () => {
    const page = await openTickets(busyConsumer(), { attributes: { view: 'card' } });
    await page.until(() => /open/.test(page.said()));
    page.press('Raise a ticket');
    expect(page.visited).to.deep.equal(['/support/new']);
    await expect(page.element).to.be.accessible();
  });

  it('says what to do when there is no ticket, and why none can be raised', async () => {
    const page = await openTickets(nothingYet());
    await page.until(() => page.message() === 'No tickets');
    await expect(page.element).to.be.accessible();
    page.press('Raise a ticket');
    await page.until(() => page.message().startsWith('You own nothing'));
    await expect(page.element).to.be.accessible();
  });

  it('asks to sign in when nobody is', async () => {
    const page = await openTickets(signedOut());
    await page.until(page.problem);
    expect(page.problem()).to.equal('Sign in to see this');
  });

  it('keeps its place while it waits', async () => {
    const page = await openTickets(busyConsumer(), { faults: on('/tickets', hang()) });
    await page.until(page.loading);
    await expect(page.element).to.be.accessible();
  });

  for (const [name, fault] of badDays) {
    it(`is never blank: ${name}`, async () => {
      const page = await openTickets(busyConsumer(), { faults: on('/tickets', fault) });
      await page.until(page.problem);
      expect(page.heading()).to.equal('Support');
      await expect(page.element).to.be.accessible();
    });
  }

  it('speaks German and Arabic, and mirrors', async () => {
    const page = await openTickets(busyConsumer(), { locale: 'de-DE' });
    await page.until(() => page.heading() === 'Hilfe');
    const arabic = await openTickets(busyConsumer(), { locale: 'ar-EG' });
    await arabic.until(() => arabic.heading() === 'الدعم');
    expect(arabic.element.dir).to.equal('rtl');
    await arabic.until(() => arabic.tickets().length > 0);
    await expect(arabic.element).to.be.accessible();
  });
});
