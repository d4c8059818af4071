import { badDays, busyConsumer, companyAdmin, type Fault, hang, on, once, refuse, signedOut } from '@faceplate/mocks';
import type { OfferList } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop, seeAll, type Shop } from './guided-selling.page.ts';

async function answer(page: Shop, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    await page.until(page.asked);
    const before = page.progress();
    page.choose(label);
    await page.until(page.chosen);
    page.press(before.startsWith('Question 5') ? 'Show what fits' : 'Next question');
    await page.until(() => page.progress() !== before);
  }
}

const homeAnswers = ['My home', 'Every day', 'Up to two years', 'A low price', 'Rarely'];

const emptyList: Fault = () => Promise.resolve(Response.json([], { headers: { 'x-total-count': '0', 'x-result-count': '0' } }));

describe('<fp-guided-selling>', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('asks one question at a time and says how far it is', async () => {
    const page = await openShop(busyConsumer());
    await page.until(page.asked);
    expect(page.asked()).to.equal('What do you want to connect?');
    expect(page.progress()).to.equal('Question 1 of 5');
    await answer(page, 'My home');
    expect(page.progress()).to.equal('Question 2 of 5');
    await page.until(() => page.focused() === page.asked());
    await expect(page.element).to.be.accessible();
  });

  it('does not go on without an answer, and says so', async () => {
    const page = await openShop(busyConsumer());
    await page.until(page.asked);
    page.press('Next question');
    await page.until(() => page.question()?.querySelector('[role="alert"]'));
    expect((page.question() as ShadowRoot | undefined)?.activeElement?.getAttribute('type')).to.equal('radio');
    expect(page.progress()).to.equal('Question 1 of 5');
    page.choose('No preference');
    await page.until(() => page.chosen() === '');
    page.press('Next question');
    await page.until(() => page.progress() === 'Question 2 of 5');
  });

  it('goes back without losing an answer, and finds them after a reload', async () => {
    const page = await openShop(busyConsumer());
    await answer(page, 'My home', 'Every day');
    page.press('Back');
    await page.until(() => page.progress() === 'Question 2 of 5');
    expect(page.chosen()).to.equal('every-day');
    const reloaded = await openShop(busyConsumer());
    await reloaded.until(reloaded.asked);
    expect(reloaded.progress()).to.equal('Question 2 of 5');
    expect(reloaded.chosen()).to.equal('every-day');
  });

  it('keeps the answers of one person from the next', async () => {
    const page = await openShop(busyConsumer());
    await answer(page, 'My home');
    const other = await openShop(companyAdmin());
    await other.until(other.asked);
    expect(other.progress()).to.equal('Question 1 of 5');
    expect(other.chosen()).to.equal(undefined);
  });

  it('names at most three offers, with what fits, what does not, price and term', async () => {
    const page = await openShop(busyConsumer());
    await answer(page, ...homeAnswers);
    await page.until(() => page.names().length > 0);
    expect(page.place()).to.equal('What fits you');
    expect(page.names()).to.have.lengthOf.within(1, 3);
    for (const name of page.names()) {
      expect(page.reasons(name, 'met').length + page.reasons(name, 'unmet').length).to.equal(homeAnswers.length);
      expect(page.about(name)).to.match(/€[\d.,]+ a month/).and.to.match(/minimum term/i).and.to.match(/once|one-time/);
    }
    await page.until(() => page.focused() === 'What fits you');
    await expect(page.element).to.be.accessible();
  });

  it('shows all that is sold, by words, by kind and by what can be ordered', async () => {
    const page = await openShop(busyConsumer());
    await seeAll(page);
    const { items } = await ask<OfferList>(page.operator, '/offers');
    expect(page.said()).to.contain(`${items.length} offers`);
    page.fill('#query', 'fibre');
    await page.until(() => page.names().length < 10);
    expect(page.names()).to.include('Fibre 500').and.not.to.include('TV Plus');
    await expect(page.element).to.be.accessible();
    page.fill('#query', '');
    page.check('Only what I can order');
    const possible = items.filter(({ obstacles }) => obstacles.length === 0);
    await page.until(() => page.said().includes(`${possible.length} offer`));
    expect(page.silent()).to.deep.equal([]);
  });

  it('takes the keyboard along to what more is shown, and keeps it when what was pressed goes', async () => {
    const page = await openShop(busyConsumer(), { attributes: { show: 'offers' } });
    await page.until(() => page.names().length > 0);
    const before = page.names().length;
    page.press('Show ').focus();
    await page.until(() => page.names().length > before);
    await page.until(() => page.focused() === `More about ${page.names()[before]}`);
    page.fill('#query', 'nothing is called that');
    await page.until(() => page.names().length === 0);
    page.press('Clear the filter').focus();
    await page.until(() => page.names().length > 0);
    await page.until(() => page.focused() === 'All offers');
  });

  for (const show of ['offer', 'cost']) {
    it(`shows all offers where an address names none: ${show}`, async () => {
      const page = await openShop(busyConsumer(), { attributes: { show } });
      await page.until(() => page.names().length > 3);
      expect(page.loading()).to.equal(null);
    });
  }

  it('keeps what was asked of the list over a reload', async () => {
    const page = await openShop(busyConsumer(), { attributes: { show: 'offers' } });
    await page.until(() => page.names().length > 0);
    page.fill('#query', 'TV Plus');
    await page.until(() => page.names().length < 5);
    const found = page.names();
    const again = await openShop(busyConsumer(), { attributes: { show: 'offers' } });
    await again.until(() => again.names().length > 0);
    expect(again.names()).to.deep.equal(found);
    again.fill('#query', 'no such thing at all');
    await again.until(() => again.said().includes('No offer matches'));
    again.press('Clear the filter');
    await again.until(() => again.names().length > 1);
  });

  it('does not sell through staff, and says why', async () => {
    const page = await openShop(busyConsumer(), { attributes: { mode: 'agent' } });
    await seeAll(page);
    expect(page.said()).to.contain('Staff cannot order for a customer here.');
    expect(page.cart()).to.equal(undefined);
    expect(page.root().querySelector('[data-add]')).to.equal(null);
  });

  it('answers in one sentence and one action as a card', async () => {
    const page = await openShop(busyConsumer(), { attributes: { view: 'card' } });
    await page.until(() => page.said().includes('Answer a few questions'));
    page.press('Find an offer');
    expect(page.visited).to.deep.equal(['/shop']);
    await expect(page.element).to.be.accessible();
  });

  it('reminds of a full cart as a card', async () => {
    const page = await openShop(busyConsumer(), { attributes: { view: 'card' } });
    const { items } = await ask<OfferList>(page.operator, '/offers');
    await ask(page.operator, '/cart/items', { offerId: items.find(({ name }) => name === 'TV Plus')?.id, quantity: 1 });
    await page.until(() => page.said().includes('1 item is waiting in your cart'));
  });

  it('says what happens when nothing is on sale', async () => {
    const page = await openShop(busyConsumer(), { upstreamFaults: on('productOffering', emptyList), attributes: { show: 'offers' } });
    await page.until(() => page.said().includes('What you have stays as it is'));
    await expect(page.element).to.be.accessible();
  });

  it('is open to somebody who is not signed in', async () => {
    const page = await openShop(signedOut());
    await answer(page, 'My home');
    page.press('Show what fits so far');
    await page.until(() => page.names().length > 0);
    await page.until(page.cart);
    expect(page.inCart()).to.contain('Your cart is empty');
    await expect(page.element).to.be.accessible();
  });

  it('begins again by an address', async () => {
    const page = await openShop(busyConsumer());
    await answer(page, 'My home');
    const anew = await openShop(busyConsumer(), { attributes: { show: 'anew' } });
    await anew.until(anew.asked);
    expect(anew.progress()).to.equal('Question 1 of 5');
    expect(anew.chosen()).to.equal(undefined);
  });

  it('shows what fits the answers of a shared address', async () => {
    const page = await openShop(busyConsumer(), { attributes: { answers: 'use.my-home' } });
    await page.until(() => page.names().length > 0);
    expect(page.place()).to.equal('What fits you');
    expect(page.reasons(page.names()[0] ?? '', 'met')[0]).to.match(/^My home/);
  });

  it('has filled in what own use says, and says from what', async () => {
    const page = await openShop(busyConsumer());
    await answer(page, 'My home');
    expect(page.chosen()).to.equal('all-day-long');
    expect(page.question()?.textContent).to.contain('We filled this in from your own use');
    await expect(page.element).to.be.accessible();
  });

  it('keeps its place while it waits', async () => {
    const page = await openShop(busyConsumer(), { faults: on('/guide', hang()) });
    await page.until(page.loading);
    await expect(page.element).to.be.accessible();
  });

  it('recovers when the service does', async () => {
    const page = await openShop(busyConsumer(), { faults: on('/guide', once(refuse(503))) });
    await page.until(page.asked);
    expect(page.problem()).to.equal('');
  });

  for (const [name, fault] of badDays) {
    it(`is never blank: ${name}`, async () => {
      const page = await openShop(busyConsumer(), { faults: on('/guide', fault) });
      await page.until(page.problem);
      expect(page.heading()).to.equal('Shop');
      await expect(page.element).to.be.accessible();
    });
  }

  it('speaks German and Arabic, and mirrors', async () => {
    const page = await openShop(busyConsumer(), { locale: 'de-DE' });
    await page.until(page.asked);
    expect(page.progress()).to.equal('Frage 1 von 5');
    page.element.locale = 'ar-EG';
    await page.until(() => page.heading() === 'المتجر');
    expect(page.element.dir).to.equal('rtl');
    await page.until(() => page.progress().startsWith('السؤال'));
    await expect(page.element).to.be.accessible();
  });
});
