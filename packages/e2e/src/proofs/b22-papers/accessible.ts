import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Finding, finding } from '../proof.ts';
import { openBrowser } from '../../browser/browser.ts';
import type { House } from './house.ts';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const LOCALES = ['en', 'de', 'ar'] as const;
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 1280] as const;

/** What axe finds on a page, and what reaches beyond a narrow screen. */
const LOOK = `(async () => {
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [];
  return [...violations.map(({ id }) => id), ...wide];
})()`;

/** The page of a bill as a browser shows it, kept as a file: in every language, light and dark, narrow and wide. */
export async function accessiblePages(house: House): Promise<Finding> {
  const [bill] = house.bills;
  const browser = await openBrowser();
  const cases: (string | undefined)[] = [];
  try {
    for (const locale of LOCALES) {
      const html = await (await house.take(bill?.account ?? '', `/bills/${bill?.id}/page.html?locale=${locale}`)).text();
      for (const colorScheme of SCHEMES) {
        for (const width of WIDTHS) {
          const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
          await page.setContent(html);
          await page.evaluate(AXE);
          const found = await page.evaluate<string[]>(LOOK);
          cases.push(found.length === 0 ? undefined : `${locale} ${colorScheme} ${width}: ${found.join(', ')}`);
          await page.close();
        }
      }
    }
  } finally {
    await browser.close();
  }
  return finding('the page of a bill has nothing that axe finds', `${LOCALES.length} languages, light and dark, 320 and 1280 px`, cases);
}
