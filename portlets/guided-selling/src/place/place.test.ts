import { busyConsumer, type Fault, on, refuse, signedOut } from '@faceplate/mocks';
import type { PlaceList } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop } from '../guided-selling.page.ts';
import { sitesIn } from './sites.ts';

const address = { attributes: { show: 'address' } };
const choices = (page: Awaited<ReturnType<typeof openShop>>) => [...page.root().querySelectorAll<HTMLButtonElement>('[part="places"] button')];

describe('addresses', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('suggests houses from a few letters on', async () => {
    const asked: string[] = [];
    const listen: Fault = (request, next) => {
      asked.push(new URL(request.url).searchParams.get('search') ?? '');
      return next(request);
    };
    const page = await openShop(signedOut(), { ...address, faults: on('/places', listen) });
    await page.until(() => page.root().querySelector('#place'));
    for (const word of ['Kas', 'Kastan', 'Kastanienh']) {
      page.fill('#place', word);
      await page.element.updateComplete;
    }
    await page.until(() => choices(page).length > 0);
    expect(asked).to.deep.equal(['Kastanienh']);
    await expect(page.element).to.be.accessible();
  });

  it('leads to the very flat, and says what is there and from when', async () => {
    const page = await openShop(signedOut(), address);
    await page.until(() => page.root().querySelector('#place'));
    page.fill('#place', 'Kastanienhof');
    await page.until(() => choices(page).some(({ textContent }) => /flats/.test(textContent)));
    choices(page).find(({ textContent }) => /flats/.test(textContent))?.click();
    const flats = () => [...page.root().querySelectorAll<HTMLOptionElement>('#flat option')];
    await page.until(() => flats().length > 1);
    page.fill('#flat', flats()[1]?.value ?? '');
    await page.until(() => page.root().querySelector('[part="lines"], [part="obstacles"]'));
    expect(page.said()).to.match(/Flat 1/).and.to.match(/really [\d,]+ Mbit\/s in the evening|Tell me when it comes/);
    await expect(page.element).to.be.accessible();
  });

  it('says what to do about an address nobody knows', async () => {
    const page = await openShop(busyConsumer(), address);
    await page.until(() => page.root().querySelector('#place'));
    page.fill('#place', 'Nowhere at all 999');
    await page.until(() => page.root().querySelector('fp-status-message') ?? choices(page).length > 0);
    expect(page.said()).to.match(/Try the street alone|Did you mean/);
  });

  it('checks many at once, each with what there is or why not', async () => {
    const page = await openShop(busyConsumer(), { attributes: { show: 'sites' } });
    const { items } = await ask<PlaceList>(page.operator, '/places?search=Kastanienhof');
    await page.until(() => page.root().querySelector('#sites'));
    page.fill('#sites', `Office; ${items[0]?.text}\nNowhere at all 999`);
    page.press('Check them');
    await page.until(() => page.rows().length === 2);
    expect(page.rows().map(([name]) => name?.slice(0, 6))).to.deep.equal(['Office', '2Nowhe']);
    expect(page.said()).to.match(/\d of 2 can have it now/);
    expect(page.ways().length).to.be.greaterThan(0);
    await expect(page.element).to.be.accessible();
    const again = await openShop(busyConsumer(), { attributes: { show: 'sites' } });
    await again.until(() => again.root().querySelector<HTMLTextAreaElement>('#sites')?.value.startsWith('Office'));
  });

  it('reads a table as it is pasted', () => {
    expect(sitesIn('A;Street 1\n\nB\tStreet 2\n Street 3 \n;Street 4')).to.deep.equal([
      { ref: 'A', place: 'Street 1' }, { ref: 'B', place: 'Street 2' }, { ref: '3', place: 'Street 3' }, { ref: '4', place: 'Street 4' },
    ]);
  });

  it('says what happened when it cannot look', async () => {
    const page = await openShop(busyConsumer(), { ...address, faults: on('/places', refuse(503)) });
    await page.until(() => page.root().querySelector('#place'));
    page.fill('#place', 'Kastanienhof');
    await page.until(page.problem);
    expect(page.problem()).to.equal('This could not be shown');
  });
});
