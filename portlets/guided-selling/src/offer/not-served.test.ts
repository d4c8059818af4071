import { busyConsumer, loseTheAnswer, type NamedWorld, on, once, refuse, signedOut } from '@faceplate/mocks';
import type { InterestList, OfferList } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop, type Shop } from '../guided-selling.page.ts';

/** Fibre is in the street, and every port of the house is taken. */
const ADDRESS = 'Kastanienhof 5, 10437 Berlin';
const TELL_ME = 'Tell me when it comes';

/** Chooses the address, as a customer does, and then looks at Home 50. */
async function atHome50(world: NamedWorld, options: Parameters<typeof openShop>[1] = {}): Promise<Shop> {
  const page = await openShop(world, { ...options, attributes: { show: 'address' } });
  await page.until(() => page.root().querySelector('#place'));
  page.fill('#place', ADDRESS);
  const found = () => [...page.root().querySelectorAll<HTMLButtonElement>('[part="places"] button')].find(({ textContent }) => textContent.includes(ADDRESS));
  (await page.until(found))?.focus();
  found()?.click();
  await page.until(() => page.focused() === 'What is there at your address?');
  const { items } = await ask<OfferList>(page.operator, '/offers?search=Home%2050');
  Object.assign(page.element, { show: 'offer', item: items.find(({ name }) => name === 'Home 50')?.id });
  await page.until(() => page.ways().includes(TELL_ME));
  return page;
}

const namesDown = async ({ operator }: Shop) => (await ask<InterestList>(operator, '/availability/interests')).items.length;

describe('an offer that does not reach the address', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('says why, and takes a name down, once', async () => {
    const page = await atHome50(busyConsumer());
    expect(page.root().querySelector('[data-code="no-capacity"] p')?.textContent.trim()).to.not.equal('');
    page.press(TELL_ME);
    page.press(TELL_ME);
    await page.until(() => page.root().querySelector('fp-status-message[heading="Your name is down"]'));
    expect(page.said()).to.include('We write to you as soon as it comes');
    expect(await namesDown(page)).to.equal(1);
    await expect(page.element).to.be.accessible();
  });

  it('says when a name could not be put down, and tries again', async () => {
    const page = await atHome50(busyConsumer(), { faults: on('POST /availability/interests', once(refuse(503))) });
    page.press(TELL_ME);
    await page.until(page.refusal);
    expect(page.refusal()).to.equal('That did not work');
    expect(await namesDown(page)).to.equal(0);
    page.press('Try again');
    await page.until(() => page.root().querySelector('fp-status-message[heading="Your name is down"]'));
    expect(await namesDown(page)).to.equal(1);
  });

  it('asks a visitor where to write to, and takes the name down once though the answer is lost', async () => {
    const page = await atHome50(signedOut(), { faults: on('POST /availability/interests', once(loseTheAnswer())) });
    page.press(TELL_ME);
    const field = () => page.root().querySelector<HTMLInputElement>('#interest-email');
    await page.until(field);
    await expect(page.element).to.be.accessible();
    const send = () => page.root().querySelector<HTMLButtonElement>('[part="interest"] button')?.click();
    page.fill('#interest-email', 'gwen@');
    send();
    await page.until(() => field()?.getAttribute('aria-invalid') === 'true');
    expect(page.said()).to.include('Type an address like name@example.org.');
    await expect(page.element).to.be.accessible();
    page.fill('#interest-email', 'gwen@example.org');
    send();
    await page.until(page.refusal);
    page.press('Try again');
    await page.until(() => page.root().querySelector('fp-status-message[heading="Your name is down"]'));
    expect(await namesDown(page)).to.equal(1);
  });
});
