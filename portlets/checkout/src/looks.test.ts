import { busyConsumer } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openCheckout } from './checkout.page.ts';

/** Each page with what it says first, and what stands on it once it is there. */
const PAGES = [
  { step: '', sign: '[part="totals"]', de: 'Ihr Warenkorb', ar: 'سلّتك' },
  { step: 'visit', sign: '[name="slot"]', de: 'Wann soll die Technik kommen?', ar: 'متى يأتي الفنّي؟' },
  { step: 'number', sign: '[name^="number-"]', de: 'Welche Rufnummer?', ar: 'أي رقم هاتف؟' },
  { step: 'order', sign: 'button[type="submit"].primary', de: 'Noch einmal ansehen und bestellen', ar: 'راجع واطلب' },
] as const;

describe('<fp-checkout> in other languages and little room', () => {
  before(() => openCheckout(busyConsumer()));
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  for (const { step, sign, ...headings } of PAGES)
    for (const language of ['de', 'ar'] as const)
      it(`speaks ${language} on 320 px: ${step || 'cart'}`, async () => {
        const page = await openCheckout(busyConsumer(), { locale: language, offers: ['Fibre 500', 'Mobile Flex'], attributes: { step } });
        page.element.style.inlineSize = '320px';
        await page.until(() => page.find(sign).length > 0);
        expect(page.heading()).to.equal(headings[language]);
        expect(page.element.scrollWidth).to.be.at.most(320);
        await expect(page.element).to.be.accessible();
      });
});
