import type { Cart, SlotList } from '@faceplate/contracts';
import { busyConsumer, type Fault, on, signedOut } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openCheckout } from './checkout.page.ts';

describe('<fp-checkout> the way to the order', () => {
  // The operator's world is made once a page; whoever is first waits for it.
  before(() => openCheckout(signedOut()));
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('takes an address down to the flat', async () => {
    const page = await openCheckout(signedOut(), { offers: ['Fibre 500'], attributes: { step: 'place' } });
    await page.until(() => page.find('#place').length > 0);
    expect(page.steps().join()).to.contain('Address').and.to.contain('Appointment');
    page.type('place', 'Lindenallee 1');
    await page.until(() => page.find('[data-found] button').length > 0);
    await expect(page.element).to.be.accessible();
    page.find('[data-found] button')[0]?.click();
    await page.until(() => page.find('[data-flats] button').length > 0 || page.find('button.primary').length > 0);
    page.find('[data-flats] button')[0]?.click();
    await page.until(() => page.find('button.primary').length > 0);
    const { items } = await ask<Cart>(page.operator, '/cart');
    expect(items[0]?.place?.text).to.contain('Lindenallee');
  });

  it('looks for an address when the hand rests, not at each letter, and keeps what was typed', async () => {
    const asked: string[] = [];
    const listen: Fault = (request, next) => {
      asked.push(new URL(request.url).searchParams.get('search') ?? '');
      return next(request);
    };
    const page = await openCheckout(signedOut(), { offers: ['Fibre 500'], attributes: { step: 'place' }, faults: on('/places', listen) });
    await page.until(() => page.find('#place').length > 0);
    for (const word of ['Lin', 'Lind', 'Linde', 'Lindenallee']) {
      page.type('place', word);
      await page.element.updateComplete;
    }
    await page.until(() => page.find('[data-found] button').length > 0);
    expect(asked).to.deep.equal(['Lindenallee']);
    const again = await openCheckout(signedOut(), { with: page.operator, attributes: { step: 'place' } });
    await again.until(() => again.find('[data-found] button').length > 0);
    expect(again.find<HTMLInputElement>('#place')[0]?.value).to.equal('Lindenallee');
  });

  it('keeps one appointment for all, with what the technician should know, and gives it back', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['Fibre 500', 'TV Plus'], attributes: { step: 'visit' } });
    await page.until(() => page.find('[name="slot"]').length > 0);
    await expect(page.element).to.be.accessible();
    page.press('Keep this time for me');
    await page.until(() => page.wrong().includes('Choose a time first.'));
    page.find('[name="slot"]')[0]?.click();
    page.type('notes', 'Ring twice');
    page.type('on-the-day', 'Jo');
    page.press('Keep this time for me');
    await page.until(() => page.wrong().some((one) => one.startsWith('With a name')));
    page.type('on-the-day-phone', '+49 30 123456');
    page.press('Keep this time for me');
    await page.until(() => page.find('[part="held"]').length > 0);
    expect(page.said()).to.contain('Kept for you').and.to.contain('left');
    await expect(page.element).to.be.accessible();
    const { visit } = await ask<Cart>(page.operator, '/cart');
    expect(visit?.wishes).to.deep.equal({ notes: 'Ring twice', contact: { name: 'Jo', phone: '+49 30 123456' } });
    page.press('Give it back');
    await page.until(() => page.find('[name="slot"]').length > 0);
    expect((await ask<SlotList>(page.operator, '/cart/slots')).items.length).to.be.greaterThan(0);
  });

  it('says so when the appointment is kept no longer, though the service is not asked again so soon', async () => {
    const runsOut: Fault = async (request, next) => {
      const told = (await (await next(request)).json()) as Cart;
      const at = Date.now();
      const [from, to] = [new Date(at + 86_400_000).toISOString(), new Date(at + 90_000_000).toISOString()];
      return Response.json({ ...told, visit: { id: 'v1', state: 'held', from, to, zone: 'Europe/Berlin', heldUntil: new Date(at + 900).toISOString(), history: [] } });
    };
    const page = await openCheckout(busyConsumer(), { offers: ['Fibre 500'], attributes: { step: 'visit' }, faults: on('GET /cart', (request, next) => (request.url.endsWith('/cart') ? runsOut(request, next) : next(request))) });
    await page.until(() => page.find('[part="held"]').length > 0);
    await page.until(() => page.messages().includes('Your appointment was not kept any longer'));
    await page.until(() => page.find('[name="slot"]').length > 0);
    await expect(page.element).to.be.accessible();
  });

  it('keeps a number, or brings one along', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['Mobile Flex'], attributes: { step: 'number' } });
    await page.until(() => page.find('[type="radio"][name^="number-"]').length > 0);
    await expect(page.element).to.be.accessible();
    page.find('[type="radio"][name^="number-"]')[0]?.click();
    page.press('Keep this number for me');
    await page.until(() => page.said().includes('is kept for you until'));
    page.press('Choose another');
    await page.until(() => page.find('details').length > 0);
    const [item] = (await ask<Cart>(page.operator, '/cart')).items;
    page.type(`number-${item?.id}`, 'no number');
    page.press('Bring this number');
    await page.until(() => page.wrong().includes('This is no phone number.'));
    page.type(`number-${item?.id}`, '+49 171 5550123');
    page.press('Bring this number');
    await page.until(() => page.said().includes('moves over'));
    expect((await ask<Cart>(page.operator, '/cart')).items[0]?.portIn?.number).to.contain('5550123');
  });
});
