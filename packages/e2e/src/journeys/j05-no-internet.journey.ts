import assert from 'node:assert/strict';
import type { ServiceLevelDetail } from '@faceplate/contracts';
import { DeskPage } from '../pages/desk.page.ts';
import { onOtherDays } from '../product/other-days.ts';
import { Collecting } from './collecting.ts';
import type { Journey } from './journey.ts';
import { DAYS, NoInternet } from './no-internet.ts';
import { after, ATTACH, MOMENTS, RAISE, Sending } from './sending-a-ticket.ts';

/** features.md J05. */
export const journey: Journey = {
  id: 'J05',
  title: 'No internet',
  config: { bss: { levers: true }, features: { simulator: { enabled: true, stepSeconds: 3600 } } },
  env: onOtherDays(...DAYS),
  walk: async (stage) => {
    if (!stage.product.tmfToken || !stage.product.pid) {
      stage.skip('J05', 'a product of our own is needed: a month passes in it');
      return;
    }
    const { page } = await stage.signedIn('ada');
    const story = new NoInternet(stage, new DeskPage(page, stage.product.url));
    const [sending, collecting] = [new Sending(story), new Collecting(story)];
    await stage.step('1. the line that is hit: the incident first, with area, start and next word; one tap and no form, though the line breaks', () => story.hitLine());
    await stage.step('2. the healthy line: no incident; a test with a verdict, a restart after a warning', () => story.healthyLine());
    await stage.step('2. an answer that did not help: what is said of it is kept, and counted', () => story.answerJudged());
    await stage.step('3. offline: kept, sent once when the line is back, with its reference', () => sending.offline());
    for (const [index, moment] of MOMENTS.entries()) await stage.step(`3. cut on ${moment.what}, ${moment.how}: one ticket, every field and file`, () => sending.cut(moment, index));
    await stage.step('3. the tab closed on the ticket: one ticket, every field and file', () => sending.closed('the ticket', RAISE));
    await stage.step('3. the tab closed on the second file: one ticket, every field and file', () => sending.closed('the second file', after(ATTACH, 1)));
    await stage.step('4. the incident closes: told at once, confirmed once though the line breaks', () => story.closes());
    await stage.step('4. a fix that is none: opened again within the window that is shown, then fixed, confirmed and rated', () => story.reopens());
    let detail: ServiceLevelDetail | undefined;
    await stage.step('5. the outage is counted, the part that was announced is left out and shown', async () => {
      await collecting.monthIsOver();
      detail = await collecting.outageCounts();
    });
    await stage.step('5. the credit with its formula, granted by itself', async () => {
      assert.ok(detail);
      await collecting.creditIsGranted(detail);
    });
    await stage.step('5. the next bill has the credit, and the month leads to its line', async () => {
      await collecting.monthIsOver();
      await collecting.isOnTheBill();
    });
  },
};
