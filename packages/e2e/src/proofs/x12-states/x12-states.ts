import type { Locator } from 'playwright-core';
import { messageOf } from '../../command.ts';
import type { Stage } from '../../journeys/stage.ts';
import type { Language, PortalPage, Scheme } from '../../pages/portal.page.ts';
import { bringAbout, type Picture } from '../../pictures.ts';
import { type Finding, finding, type PortalProof, type ProofSetting } from '../proof.ts';
import { EVERY_STATE } from './every-state.ts';
import { lookAt, type Sight } from './look-at.ts';
import { providers } from './providers.ts';
import { plant, PLANTS } from './sabotage.ts';

interface Look {
  readonly name: string;
  readonly scheme: Scheme;
  readonly language: Language;
  readonly viewport: { width: number; height: number };
}

const DESK = { width: 1280, height: 900 };

/** Twice as large is half as much room. */
const LOOKS: readonly Look[] = [
  { name: 'light', scheme: 'light', language: 'en', viewport: DESK },
  { name: 'dark', scheme: 'dark', language: 'en', viewport: DESK },
  { name: 'Arabic', scheme: 'light', language: 'ar', viewport: DESK },
  { name: '320 px', scheme: 'light', language: 'en', viewport: { width: 320, height: 800 } },
  { name: '200 %', scheme: 'light', language: 'en', viewport: { width: 640, height: 450 } },
  { name: 'dark Arabic', scheme: 'dark', language: 'ar', viewport: DESK },
  // The longest words in the least room.
  { name: 'dark German, 320 px', scheme: 'dark', language: 'de', viewport: { width: 320, height: 800 } },
];

/** Of a short run: every so manieth state, each in one look. */
const STEP = 4;
/** Visitors at the same time. */
const LANES = 2;

const tagOf = ({ portlet }: Picture) => `fp-${portlet}`;

/** Nothing is reached by a pointer: what can be pressed at all is pressed by a key. */
async function byKey(what: Locator): Promise<void> {
  await what.waitFor();
  const isChoice = await what.evaluate((element) => element.matches('input[type="radio"], input[type="checkbox"]'));
  await what.press(isChoice ? 'Space' : 'Enter');
}

async function enter(stage: Stage, who: string, { scheme, language, viewport }: Look): Promise<PortalPage> {
  const portal = await stage.signedIn(who, { viewport, reducedMotion: 'reduce' });
  portal.page.setDefaultTimeout(15_000);
  await portal.prefer(scheme, language);
  return portal;
}

/** What was waited for in vain: the first line says how long, another one for what. */
function missing(cause: unknown): string {
  const lines = messageOf(cause).split('\n');
  return [lines[0], lines.find((line) => line.includes('waiting for'))?.trim()].filter(Boolean).join(' ');
}

interface Seen {
  readonly where: string;
  readonly sight: Sight | string;
}

async function see(portal: PortalPage, state: Picture, look: Look): Promise<Seen> {
  const where = `${state.portlet}, ${state.name}, ${look.name}`;
  try {
    await bringAbout(portal, state, byKey);
    return { where, sight: await lookAt(portal.page, tagOf(state)) };
  } catch (cause) {
    return { where, sight: `not reached: ${missing(cause)}` };
  } finally {
    // Calls under way belong to a page that is about to be left.
    await portal.page.unrouteAll({ behavior: 'ignoreErrors' });
    // What was begun in one state is kept on the device, and would be gone on with in the next.
    await portal.page.evaluate(() => localStorage.clear());
  }
}

const told = (where: string, found: readonly string[]) => (found.length === 0 ? undefined : `${where}: ${found.join('; ')}`);

const casesOf = (seen: readonly Seen[], problems: (sight: Sight) => readonly string[]) =>
  seen.map(({ where, sight }) => told(where, typeof sight === 'string' ? [sight] : problems(sight)));

/** What one visitor looks at, one state after the other. */
interface Round {
  readonly look: Look;
  readonly who: string;
  readonly states: readonly Picture[];
}

/** Every state in every look, by whoever has it. */
function roundsOf({ seed, full }: ProofSetting): Round[] {
  const chosen = EVERY_STATE.filter((_, index) => full || index % STEP === seed % STEP);
  return LOOKS.flatMap((look, which) => {
    const here = chosen.filter((_, index) => full || (index + seed) % LOOKS.length === which);
    return [...Map.groupBy(here, (state) => state.who ?? 'ada')].map(([who, states]) => ({ look, who, states }));
  });
}

async function everyState(setting: ProofSetting): Promise<Seen[]> {
  const seen: Seen[] = [];
  const rounds = roundsOf(setting);
  const lane = async () => {
    for (let round = rounds.shift(); round; round = rounds.shift()) {
      const { look, who, states } = round;
      const portal = await enter(setting.stage, who, look);
      for (const state of states) seen.push(await see(portal, state, look));
      await portal.page.context().close();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return seen;
}

/** The twin of the proof: what must not be is seen where it is. */
async function sabotage({ stage }: ProofSetting): Promise<Finding> {
  // One with little to go through.
  const state = EVERY_STATE.find(({ name }) => name === 'empty');
  const [look] = LOOKS;
  if (!state || !look) throw new Error('nothing to plant in');
  const portal = await enter(stage, state.who ?? 'ada', look);
  const cases: (string | undefined)[] = [];
  for (const one of PLANTS) {
    await bringAbout(portal, state, byKey);
    await plant(portal.page, tagOf(state), one);
    const sight = await lookAt(portal.page, tagOf(state));
    cases.push(one.isNoticed(sight) ? undefined : `${one.name} was not noticed: ${JSON.stringify(sight)}`);
  }
  await portal.page.context().close();
  return finding('sabotage: what keeps people out is noticed when it is planted', `${cases.filter((one) => !one).length} of ${cases.length} noticed`, cases);
}

/** Billing and orders: every state of their portlets, not every page, is one that everybody can use. */
export const states: PortalProof = {
  on: 'portal',
  id: 'X12',
  title: 'Accessible in every state',
  run: async (setting) => {
    const seen = await everyState(setting);
    const sights = seen.map(({ sight }) => sight).filter((sight) => typeof sight !== 'string');
    const controls = sights.reduce((sofar, { keys }) => sofar + keys.reached, 0);
    const found = sights.reduce((sofar, { axe }) => sofar + axe.length, 0);
    return [
      finding('states of billing and orders × light, dark, Arabic, 320 px, 200 %, dark Arabic and German: axe', `${found} violations of WCAG 2.2 A and AA`, casesOf(seen, ({ axe }) => axe)),
      finding('the same by keyboard alone: reached, seen, no trap', `${controls} controls`, casesOf(seen, ({ keys }) => keys.problems)),
      finding('the same: nothing to scroll sideways', `${Math.max(0, ...sights.map(({ beyond }) => beyond))} px beyond the window`, casesOf(seen, ({ beyond }) => (beyond > 0 ? [`${beyond} px wider than the window`] : []))),
      await providers(setting.stage, setting.full, setting.seed),
      await sabotage(setting),
    ];
  },
};
