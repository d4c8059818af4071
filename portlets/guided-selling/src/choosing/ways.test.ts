import type { Obstacle, OfferList, OfferVerdictList } from '@faceplate/contracts';
import { busyConsumer, companyAdmin, dealer, nothingYet, signedOut } from '@faceplate/mocks';
import { obstacleWords, obstacleWordsReady } from '@faceplate/portlet-kit/obstacles.js';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop } from '../guided-selling.page.ts';

/** Everything that the operator says against any of its offers to this person. */
async function obstaclesFor(page: Awaited<ReturnType<typeof openShop>>): Promise<Obstacle[]> {
  const { items } = await ask<OfferList>(page.operator, '/offers');
  const offerIds = items.map(({ id }) => id).slice(0, 10);
  const checked = await ask<OfferVerdictList>(page.operator, '/offers/check', { offerIds, device: 'Aster 3' });
  return [...items.flatMap(({ obstacles }) => obstacles), ...checked.items.flatMap(({ obstacles }) => obstacles)];
}

describe('why something cannot be had', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  for (const [locale, script] of [['de', /[a-zäöü]/], ['ar', /[\u0600-\u06ff]/]] as const) {
    it(`is said in ${locale}, of every offer to everybody`, async () => {
      await obstacleWordsReady(locale);
      const seen = new Set<string>();
      for (const world of [busyConsumer(), companyAdmin(), dealer(), nothingYet(), signedOut()]) {
        for (const obstacle of await obstaclesFor(await openShop(world, { attributes: { show: 'offers' } }))) {
          const { reason, remedy } = obstacleWords({ locale, requestUpdate: () => assertNever() }, obstacle);
          seen.add(obstacle.code);
          for (const [said, own] of [[reason, obstacle.reason], [remedy ?? '', obstacle.remedy]]) {
            expect(said, obstacle.code).to.match(script);
            expect(said, obstacle.code).to.not.match(/[{}]|undefined/);
            expect(said, obstacle.code).to.not.equal(own);
          }
        }
      }
      expect(seen.size).to.be.greaterThan(3);
    });
  }

  it('stands in the person’s language on the page of an offer', async () => {
    const first = await openShop(signedOut(), { attributes: { show: 'offers' } });
    const { items } = await ask<OfferList>(first.operator, '/offers');
    const barred = items.find(({ obstacles }) => obstacles.some(({ code }) => code === 'segment')) ?? expect.fail('all is for everybody');
    const page = await openShop(signedOut(), { locale: 'de', attributes: { show: 'offer', item: barred.id } });
    await page.until(() => page.root().querySelector('[data-code="segment"] p')?.textContent?.includes('Geschäftskunden'));
    await expect(page.element).to.be.accessible();
  });
});

function assertNever(): never {
  throw new Error('The words are there already.');
}
