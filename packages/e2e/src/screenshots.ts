import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { openBrowser } from './browser/browser.ts';
import { messageOf, stopWithUs } from './command.ts';
import { journeyPictures } from './journey-pictures.ts';
import { Stage } from './journeys/stage.ts';
import type { Language, Scheme } from './pages/portal.page.ts';
import { CHECKOUT_PICTURES } from './checkout-pictures.ts';
import { ORDER_PICTURES } from './order-pictures.ts';
import { PAYMENT_PICTURES } from './payment-pictures.ts';
import { picture, PICTURES } from './pictures.ts';
import { runProduct } from './product/running-product.ts';
import { PLACES } from './proofs/states.ts';
import { INCIDENT_PICTURES } from './incident-pictures.ts';
import { SHOP_PICTURES } from './shop-pictures.ts';
import { SLA_PICTURES } from './sla-pictures.ts';
import { TICKET_PICTURES } from './ticket-pictures.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures', import.meta.url));

interface Look {
  readonly name: string;
  readonly scheme: Scheme;
  readonly language: Language;
  readonly viewport: { width: number; height: number };
  readonly only?: readonly string[];
}

const DESK = { width: 1200, height: 800 };
const PHONE = { width: 390, height: 780 };

const LOOKS: readonly Look[] = [
  { name: 'light', scheme: 'light', language: 'en', viewport: DESK },
  { name: 'dark', scheme: 'dark', language: 'en', viewport: DESK },
  { name: 'arabic', scheme: 'light', language: 'ar', viewport: DESK },
  { name: 'phone', scheme: 'light', language: 'en', viewport: PHONE, only: ['overview', 'orders'] },
];

const OVERVIEW = { name: 'overview', path: '/', portlets: PLACES.map(({ portlet }) => portlet) };
const PAGES = [OVERVIEW, ...PLACES.map(({ path, portlet }) => ({ name: path.slice(1), path, portlets: [portlet] }))];

async function take(stage: Stage, { name: look, scheme, language, viewport, only }: Look): Promise<void> {
  const portal = await stage.signedIn('ada', { viewport, reducedMotion: 'reduce' });
  await portal.prefer(scheme, language);
  for (const { name, path, portlets } of PAGES.filter((page) => !only || only.includes(page.name))) {
    await portal.open(path);
    for (const portlet of portlets) await portal.settled(portlet);
    const file = `${name}-${look}.png`;
    await portal.page.screenshot({ path: join(FOLDER, file), animations: 'disabled' });
    console.log(file);
  }
}

/**
 * `pnpm --filter @faceplate/e2e screenshots [portlet]`: every route as the consumer sees it and every portlet's states,
 * into docs/pictures; with the name of a portlet, its states alone; with `journey`, the way from a question to a line that works.
 */
async function screenshots(only: string | undefined): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await using browser = await openBrowser();
  if (only === undefined || only === 'journey') await journeyPictures(browser, FOLDER);
  if (only === 'journey') return;
  const product = await runProduct({ simulator: false });
  const stage = new Stage(product, browser);
  try {
    if (only === undefined) for (const look of LOOKS) await take(stage, look);
    for (const one of [...PICTURES, ...PAYMENT_PICTURES, ...ORDER_PICTURES, ...SHOP_PICTURES, ...CHECKOUT_PICTURES, ...SLA_PICTURES, ...INCIDENT_PICTURES, ...TICKET_PICTURES].filter(({ portlet }) => only === undefined || portlet === only)) console.log(await picture(stage, one, FOLDER));
  } finally {
    await stage.close();
    await product.stop();
  }
}

stopWithUs();
screenshots(process.argv[2]).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageOf(error));
    process.exit(1);
  },
);
