import type { ServiceLevelDetail, ServiceLevelGrid } from '@faceplate/contracts';
import { companyAdmin } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openLevels } from './sla-dashboard.page.ts';

type Page = Awaited<ReturnType<typeof openLevels>>;

/** Shows a missed month whose credit stands like that. */
async function showMonth(page: Page, state: string): Promise<void> {
  const { rows } = await ask<ServiceLevelGrid>(page, '/service-levels?months=12');
  const missed = rows.flatMap(({ service, cells }) => cells.flatMap((cell) => (cell.state === 'missed' ? [{ serviceId: service.id, month: cell.month }] : [])));
  for (const { serviceId, month } of missed) {
    const { credit } = await ask<ServiceLevelDetail>(page, `/service-levels/${serviceId}/${month}`);
    if (credit?.state === state) return void Object.assign(page.element, { serviceId, month });
  }
  throw new Error(`no month is ${state}`);
}

/** Each of the parts that come late, with its heading and what stands there once it is drawn. */
const PARTS = [
  { name: 'claim', state: 'claimable', part: 'credit', sign: '[data-claim]', en: 'What you get back', de: 'Was Sie zurückbekommen', ar: 'ما تستعيده' },
  { name: 'credit', state: 'granted', part: 'credit', sign: 'strong', en: 'What you get back', de: 'Was Sie zurückbekommen', ar: 'ما تستعيده' },
  { name: 'budget', state: 'expected', part: 'budget', sign: 'svg', en: 'How much may it be down?', de: 'Wie lange darf er ausfallen?', ar: 'كم يجوز أن تنقطع الخدمة؟' },
  { name: 'planned work', state: '', part: 'work', sign: 'li', en: 'Planned work', de: 'Geplante Arbeiten', ar: 'أعمال مخططة' },
] as const;

type Shown = (typeof PARTS)[number];

/** What the page leaves of 320 px. */
const ROOM = '272px';

const LOOKS = [
  { language: 'en', scheme: 'dark' },
  { language: 'de', scheme: 'light' },
  { language: 'ar', scheme: 'light' },
  { language: 'ar', scheme: 'dark' },
] as const;

const partOf = ({ element }: Page, { part }: Shown) => element.shadowRoot?.querySelector<HTMLElement>(`[part="${part}"]`);

async function openPart(shown: Shown, { language, scheme }: { language: string; scheme: string }): Promise<Page> {
  const page = await openLevels(companyAdmin(), { locale: language });
  page.element.style.inlineSize = ROOM;
  page.element.style.colorScheme = scheme;
  if (shown.state) await showMonth(page, shown.state);
  await page.until(() => partOf(page, shown)?.querySelector(shown.sign));
  for (const details of page.element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
  return page;
}

/** What of the part reaches over its edge, by name. */
function tooWide(part: HTMLElement): string[] {
  const { left, right } = part.getBoundingClientRect();
  const seen = [...part.querySelectorAll<HTMLElement>('*')].filter((one) => !one.closest('.visually-hidden, svg'));
  return seen.filter((one) => one.getBoundingClientRect().right > right + 1 || one.getBoundingClientRect().left < left - 1).map((one) => `${one.localName}: ${textOf(one)}`);
}

describe('late parts of <fp-sla-dashboard> in other languages, dark and little room', () => {
  afterEach(closePortlets);

  for (const shown of PARTS)
    for (const look of LOOKS)
      it(`${shown.name} in ${look.language}, ${look.scheme}, on 320 px`, async () => {
        const page = await openPart(shown, look);
        const part = partOf(page, shown)!;
        expect(textOf(part.querySelector('.part'))).to.equal(shown[look.language]);
        expect(page.element.scrollWidth).to.be.at.most(320);
        expect(tooWide(part)).to.deep.equal([]);
        expect(getComputedStyle(part).direction).to.equal(look.language === 'ar' ? 'rtl' : 'ltr');
        await expect(page.element).to.be.accessible();
      });

  it('is on another ground in the dark', async () => {
    const [budget] = PARTS.filter(({ name }) => name === 'budget');
    const grounds = new Set<string>();
    for (const scheme of ['light', 'dark']) grounds.add(getComputedStyle((await openPart(budget!, { language: 'en', scheme })).element).backgroundColor);
    expect(grounds.size).to.equal(2);
  });

  it('fills the bar of the budget from where the language begins', async () => {
    const [budget] = PARTS.filter(({ name }) => name === 'budget');
    for (const [language, side] of [['en', 'left'], ['ar', 'right']] as const) {
      const page = await openPart(budget!, { language, scheme: 'light' });
      const bar = partOf(page, budget!)!.querySelector('svg')!;
      const used = bar.querySelector('.used')!.getBoundingClientRect();
      expect(used[side], language).to.be.closeTo(bar.getBoundingClientRect()[side], 1);
    }
  });

  it('is all within reach of the Tab key: claim, steps, seconds, paper', async () => {
    const page = await openPart(PARTS[0], { language: 'en', scheme: 'light' });
    const reached = [...(page.element.shadowRoot?.querySelectorAll<HTMLElement>('button, summary, a[href]') ?? [])].map((one) => {
      one.focus();
      return page.element.shadowRoot?.activeElement === one && one.tabIndex === 0 ? textOf(one).replace(/€.*/, '€') : `not ${textOf(one)}`;
    });
    expect(reached).to.deep.equal(['All services', 'Get €', 'How it is reckoned', 'Where every second went', 'All services, this month (PDF)']);
  });
});
