import { randomUUID } from 'node:crypto';
import { TEST_CARDS } from '@faceplate/psp';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Stage } from '../../journeys/stage.ts';
import { PortalPage } from '../../pages/portal.page.ts';
import { type Finding, finding } from '../proof.ts';
import { lookAt } from './look-at.ts';

/** Pages of the reference providers follow the browser: its language, its scheme, its width. */
const LANGUAGES = ['en-GB', 'de-DE', 'ar-EG'] as const;
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [1280, 320] as const;

type Look = BrowserContextOptions & { readonly name: string };

const LOOKS: readonly Look[] = LANGUAGES.flatMap((locale) =>
  SCHEMES.flatMap((colorScheme) => WIDTHS.map((width) => ({ name: `${locale} ${colorScheme} ${width} px`, locale, colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' as const }))),
);

const cardOf = (scenario: (typeof TEST_CARDS)[number]['scenario']): string => TEST_CARDS.find((card) => card.scenario === scenario)?.number ?? '';

/** Something to pay, as a merchant asks for it, that nobody pays. */
async function somethingToPay({ product }: Stage): Promise<string> {
  const { url = '', secret = '' } = product.psp ?? {};
  const wish = { reference: randomUUID(), amount: { amount: 13_058, currency: 'EUR' }, description: 'Bill 202610-162746', customer: 'somebody', returnUrl: product.url };
  const answer = await fetch(`${url}/v1/intents`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify(wish) });
  const { action } = (await answer.json()) as { action?: { url: string } };
  if (!action) throw new Error(`the payment provider gave no page: ${answer.status}`);
  return action.url;
}

async function typeCard(page: Page, url: string, card: string): Promise<void> {
  await page.goto(url);
  await page.locator('#card').fill(card);
  await page.locator('button[value="pay"]').press('Enter');
}

interface Door {
  readonly name: string;
  readonly open: (page: Page, stage: Stage) => Promise<void>;
  /** What stands on this page and on no other. */
  readonly sign: string;
}

const to = (path: string): Door['open'] => async (page, { product }) => void (await page.goto(product.url + path));

const SIGN_IN: readonly Door[] = [
  { name: 'sign-in', open: to('/auth/login'), sign: '#username' },
  { name: 'sign-in, somebody chosen', open: async (page, stage) => (await to('/auth/login')(page, stage), await page.locator('a[href*="?as="]').first().press('Enter')), sign: '[aria-current="true"]' },
  {
    name: 'sign-in, refused',
    open: async (page, stage) => {
      await to('/auth/login')(page, stage);
      await page.locator('#username').fill('ada');
      await page.locator('#password').fill('not hers');
      await page.locator('#password').press('Enter');
    },
    sign: '#password[aria-invalid="true"]',
  },
  { name: 'sign-in, over', open: to('/idp/interaction/of-yesterday'), sign: 'main a' },
  {
    name: 'sign-out',
    open: async (page, stage) => {
      await new PortalPage(page, stage.product.url).signIn('ada');
      await to('/idp/session/end')(page, stage);
    },
    sign: 'button[name="logout"]',
  },
  // Nobody is signed in: there is nothing to ask.
  { name: 'signed out', open: to('/idp/session/end'), sign: 'main a' },
];

async function askForCode(page: Page, stage: Stage, email: string): Promise<void> {
  await to('/auth/login?create=1')(page, stage);
  await page.locator('#email').fill(email);
  await page.locator('#email').press('Enter');
}

/** Each look has an address of its own: one gets five letters an hour. */
const anAddress = (): string => `${randomUUID()}@example.org`;

const REGISTER: readonly Door[] = [
  { name: 'make an account', open: to('/auth/login?create=1'), sign: '#email' },
  { name: 'make an account, no address', open: (page, stage) => askForCode(page, stage, 'nowhere'), sign: '#email[aria-invalid="true"]' },
  { name: 'make an account, code sent', open: (page, stage) => askForCode(page, stage, anAddress()), sign: '#code' },
  {
    name: 'make an account, wrong code',
    open: async (page, stage) => {
      await askForCode(page, stage, anAddress());
      await page.locator('#code').fill('none');
      await page.locator('#name').fill('Gwen Guest');
      await page.locator('#password').fill('long enough');
      await page.locator('#password').press('Enter');
    },
    sign: '#code[aria-invalid="true"]',
  },
  { name: 'mailbox, empty', open: to('/idp/mailbox?address=nobody@example.org'), sign: 'form + p' },
  {
    name: 'mailbox',
    open: async (page, stage) => {
      const email = anAddress();
      await askForCode(page, stage, email);
      await page.locator('#code').waitFor();
      await to(`/idp/mailbox?address=${email}`)(page, stage);
    },
    sign: 'article',
  },
];

const PAY: readonly Door[] = [
  { name: 'cards', open: async (page, { product }) => void (await page.goto(product.psp?.url ?? '')), sign: 'section li' },
  { name: 'card', open: async (page, stage) => void (await page.goto(await somethingToPay(stage))), sign: '#card' },
  { name: 'card, declined', open: async (page, stage) => typeCard(page, await somethingToPay(stage), cardOf('insufficient')), sign: '#card[aria-invalid="true"]' },
  { name: 'the bank asks', open: async (page, stage) => typeCard(page, await somethingToPay(stage), cardOf('challenge')), sign: 'button[value="approve"]' },
  { name: 'payment, over', open: async (page, { product }) => void (await page.goto(`${product.psp?.url}/pay/nothing`)), sign: 'main h1' },
];

async function see(stage: Stage, door: Door, look: Look): Promise<string | undefined> {
  const { name, ...options } = look;
  const page = await stage.visitor(options);
  try {
    page.setDefaultTimeout(15_000);
    await door.open(page, stage);
    await page.locator(door.sign).first().waitFor();
    const { axe, beyond, keys } = await lookAt(page, 'body');
    const found = [...axe, ...keys.problems, ...(beyond > 0 ? [`${beyond} px wider than the window`] : [])];
    return found.length === 0 ? undefined : `${door.name}, ${name}: ${found.join('; ')}`;
  } catch (cause) {
    return `${door.name}, ${name}: not reached: ${String(cause).split('\n')[0]}`;
  } finally {
    await page.context().close();
  }
}

/** Where a customer signs in and where one pays: pages of others, which the evaluation setup brings along. */
export async function providers(stage: Stage, full: boolean, seed: number): Promise<Finding> {
  const doors = [...SIGN_IN, ...REGISTER, ...(stage.product.psp ? PAY : [])];
  const cases: (string | undefined)[] = [];
  for (const [index, door] of doors.entries()) {
    const looks = full ? LOOKS : LOOKS.filter((_, which) => which === (index + seed) % LOOKS.length);
    for (const look of looks) cases.push(await see(stage, door, look));
  }
  return finding('where one signs in and pays × 3 languages, light and dark, 320 px: axe, keyboard, width', `${doors.length} pages of the reference providers`, cases);
}
