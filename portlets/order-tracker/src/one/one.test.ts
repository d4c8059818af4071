import { down, type Fault, loseTheAnswer, on, once, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { blockedFor, isFree, type Opened, openOrderWith } from './one.page.ts';

const PROOF = 'Please send us your proof of address.';

/** What somebody typed for a line would be offered to the next test. */
function forget() {
  closePortlets();
  localStorage.clear();
}

/** The way on that a message offers. */
function pressInMessage({ find }: Opened, name: string) {
  const button = find('fp-status-message[part=problem] button');
  expect(button?.textContent).to.equal(name);
  button?.click();
}

describe('a line that waits for its customer', () => {
  beforeEach(forget);
  afterEach(forget);

  it('takes the document that is missing, and goes on', async () => {
    const { page, line } = await openOrderWith(isFree, blockedFor('document', PROOF));
    await page.until(() => page.find('.asks input[type=file]'));
    expect(page.all()).to.contain(PROOF).and.to.contain('We need it by');
    await expect(page.element).to.be.accessible();
    page.press('Send document');
    await page.until(() => page.all().includes('Fill this in first.'));
    page.attach('.asks input[type=file]', 'proof.txt', 'Ada lives here', 'text/plain');
    await page.until(() => page.all().includes('Ready to send: proof.txt'));
    page.press('Send document');
    await page.until(() => page.all().includes('This line goes on'));
    expect((await line())?.stage).not.to.equal('waiting-for-you');
    await page.until(() => page.all().includes('sent by you'));
  });

  it('says so at once when a file cannot be sent', async () => {
    const { page } = await openOrderWith(isFree, blockedFor('document', PROOF));
    await page.until(() => page.find('.asks input[type=file]'));
    page.attach('.asks input[type=file]', 'song.mp3', 'la la', 'audio/mpeg');
    await page.until(() => page.all().includes('song.mp3 cannot be sent'));
  });

  it('keeps what was typed when the customer leaves and comes back', async () => {
    const first = await openOrderWith(isFree, blockedFor('note', 'How do we get in?'));
    await first.page.until(() => first.page.find('.asks textarea'));
    first.page.type('.asks textarea', 'Ring twice.');
    first.page.element.remove();
    // A reload asks the same operator again.
    const again = document.createElement('fp-order-tracker');
    Object.assign(again, { services: first.page.element.services, orderId: first.order.id });
    document.body.append(again);
    await first.page.until(() => again.shadowRoot?.querySelector<HTMLTextAreaElement>('.asks textarea')?.value === 'Ring twice.');
    expect(again.shadowRoot?.textContent).to.contain('kept what you began');
  });

  it('answers once though the answer was lost', async () => {
    const { page, line } = await openOrderWith(isFree, { ...blockedFor('note', 'How do we get in?'), faults: on('/answers', once(loseTheAnswer())) });
    await page.until(() => page.find('.asks textarea'));
    page.type('.asks textarea', 'Ring twice.');
    page.press('Send answer');
    await page.until(() => page.all().includes('This line goes on'));
    expect(((await line())?.notes ?? []).filter(({ by }) => by === 'you').map(({ text }) => text)).to.deep.equal(['Ring twice.']);
  });

  it('loses nothing while the service cannot be reached', async () => {
    const { page } = await openOrderWith(isFree, { ...blockedFor('note', 'How do we get in?'), faults: on('/answers', down()) });
    await page.until(() => page.find('.asks textarea'));
    page.type('.asks textarea', 'Ring twice.');
    page.press('Send answer');
    await page.until(page.problem);
    expect(page.find('.asks textarea')).to.have.property('value', 'Ring twice.');
    await expect(page.element).to.be.accessible();
  });

  it('finds an address while it is typed', async () => {
    const { page, line, order } = await openOrderWith(isFree, blockedFor('address', 'Which flat is it?'));
    await page.until(() => page.find('.asks input[type=search]'));
    page.type('.asks input[type=search]', order.places?.[0]?.slice(0, 8) ?? 'Ros');
    await page.until(() => page.find('.asks li button'));
    await expect(page.element).to.be.accessible();
    page.find('.asks li button')?.click();
    await page.until(() => !page.find('.asks li button') || page.all().includes('Which flat?'));
    if (page.all().includes('Which flat?')) await page.until(() => page.find('.asks li button'));
    page.find('.asks li button')?.click();
    page.press('Send address');
    await page.until(() => page.all().includes('This line goes on'));
    expect((await line())?.place).not.to.equal(undefined);
  });
});

describe('a line that is late', () => {
  afterEach(forget);

  it('says what can be done, and takes the choice', async () => {
    const { page, line } = await openOrderWith(({ choose }) => choose !== undefined);
    await page.until(() => page.all().includes('later than promised'));
    await expect(page.element).to.be.accessible();
    page.press('I will wait');
    await page.until(() => page.all().includes('we know now'));
    expect((await line())?.choose).to.equal(undefined);
  });
});

describe('what may be changed of a line', () => {
  beforeEach(forget);
  afterEach(forget);

  it('is changed, and what may not says why', async () => {
    const { page, line, within } = await openOrderWith((item) => isFree(item) && Boolean(item.may?.quantity?.allowed));
    page.unfold('Change or cancel', within);
    await page.until(() => page.find('input[inputmode=numeric]'));
    await expect(page.element).to.be.accessible();
    page.type('input[inputmode=numeric]', 'two');
    page.press('Change quantity');
    await page.until(() => page.all().includes('Give a whole number'));
    page.type('input[inputmode=numeric]', '2');
    page.press('Change quantity');
    await page.until(() => page.all().includes('Changed.'));
    expect((await line())?.quantity).to.equal(2);
  });

  it('is cancelled at the cost its button says', async () => {
    const { page, line, within } = await openOrderWith(isFree);
    page.unfold('Change or cancel', within);
    await page.until(() => page.all().includes('Cancel this line: free'));
    page.press('Cancel this line: free');
    await page.until(() => page.all().includes('being looked into') || page.all().includes('It was ended'));
    expect((await line())?.may?.cancel?.allowed).to.equal(false);
  });

  it('says why nothing of it can be, in every language', async () => {
    const { page, within } = await openOrderWith(({ stage }) => stage === 'done', { locale: 'de-DE' });
    await page.until(() => page.find(`${within} summary`)?.textContent?.includes('Ändern'));
    page.unfold('Ändern oder stornieren', within);
    await page.until(() => page.all().includes('Es ist geliefert.'));
  });

  it('says so when it is refused', async () => {
    const { page, within } = await openOrderWith(isFree, { faults: on('/cancel', refuse(403)) });
    page.unfold('Change or cancel', within);
    await page.until(() => page.all().includes('Cancel this line: free'));
    page.press('Cancel this line: free');
    await page.until(() => page.problem().includes('You may not do this'));
    pressInMessage(page, 'Ask us about this order');
    expect(page.visited.at(-1)).to.match(/^\/support\/new\?about=Order/);
  });

  it('is done at the second try, with what stands in the form by then', async () => {
    let isDown = true;
    const faults: Fault = (request, next) => (isDown ? refuse(503)(request, next) : next(request));
    const { page, line, within } = await openOrderWith((item) => isFree(item) && Boolean(item.may?.quantity?.allowed), { faults: on('/changes', faults) });
    page.unfold('Change or cancel', within);
    await page.until(() => page.find('input[inputmode=numeric]'));
    page.type('input[inputmode=numeric]', '2');
    page.press('Change quantity');
    await page.until(page.problem);
    page.type('input[inputmode=numeric]', '3');
    isDown = false;
    pressInMessage(page, 'Try again');
    await page.until(() => page.all().includes('Changed.'));
    expect((await line())?.quantity).to.equal(3);
  });

  it('is shown as it is now, where the cost has moved', async () => {
    const faults: Fault = () => Promise.resolve(Response.json({ status: 409, code: 'price-moved', title: 'It costs more.', trace: 'of-the-fault' }, { status: 409 }));
    const { page, within } = await openOrderWith(isFree, { faults: on('/cancel', faults) });
    page.unfold('Change or cancel', within);
    await page.until(() => page.all().includes('Cancel this line: free'));
    page.press('Cancel this line: free');
    await page.until(() => page.problem().includes('costs something else'));
    pressInMessage(page, 'Show it as it is now');
    await page.until(() => page.problem() === '');
    // What was pressed is gone; the keyboard is not.
    await page.until(page.focused);
  });
});

describe('the keyboard at a line', () => {
  afterEach(forget);

  it('arrives at the line after what was done, and Tab goes on inside it', async () => {
    const { page, within } = await openOrderWith(({ choose }) => choose !== undefined);
    await page.until(() => page.all().includes('later than promised'));
    page.press('I will wait');
    const line = page.find(within);
    await page.until(() => line?.shadowRoot?.activeElement);
    expect(line?.shadowRoot?.activeElement?.localName).to.equal('article');
    // Of an element that takes the focus itself, a browser leaves all that stands inside out of its order.
    expect(line?.hasAttribute('tabindex')).to.equal(false);
  });
});
