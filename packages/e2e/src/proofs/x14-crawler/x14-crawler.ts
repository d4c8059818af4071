import { type Finding, finding, type PortalProof, type ProofSetting } from '../proof.ts';
import { lookAt } from '../x12-states/look-at.ts';
import { type Bounds, Crawl, type Done, type Report, type Seen } from './crawl.ts';
import { House, type Look, type Start } from './house.ts';
import { sabotage } from './sabotage.ts';
import { EMPTY_CART, STARTS } from './starts.ts';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 800 };

const LOOKS = [
  { name: 'desktop', scheme: 'light', language: 'en', viewport: DESK },
  { name: '320 px', scheme: 'light', language: 'en', viewport: PHONE },
  { name: 'Arabic', scheme: 'light', language: 'ar', viewport: DESK },
  { name: 'Arabic, 320 px', scheme: 'dark', language: 'ar', viewport: PHONE },
] as const satisfies readonly Look[];

const SMALL: Bounds = { states: 4, acts: 8, depth: 3 };
const FULL: Bounds = { states: 60, acts: 60, depth: 6 };
/** Of a short run: every so manieth start, each in one look. */
const STEP = 11;

/** Every start in every look, or, for a short run, some of them, each in one. */
function startsIn(which: number, { seed, full }: ProofSetting): Start[] {
  const dealt = (at: number) => at % STEP === seed % STEP && (Math.floor(at / STEP) + seed) % LOOKS.length === which;
  return STARTS.filter((_, at) => full || dealt(at));
}

async function crawl(setting: ProofSetting): Promise<Report> {
  const { stage, seed, full } = setting;
  const all: Report = { seen: [], done: [], left: 0 };
  for (const [which, look] of LOOKS.entries()) {
    const house = await House.enter(stage, look);
    const walked = new Map<string, Set<string>>();
    for (const start of startsIn(which, setting)) {
      const who = `${start.world().name} ${start.weather ?? ''} ${start.later ?? ''}`;
      const known = walked.get(who) ?? new Set<string>();
      walked.set(who, known);
      const { seen, done, left } = await new Crawl({ house, start, look: look.name, seed, bounds: full ? FULL : SMALL, known, lookAt: () => lookAt(house.page, 'main') }).run();
      all.seen.push(...seen);
      all.done.push(...done);
      all.left += left;
    }
    await house.page.context().close();
  }
  return all;
}

const told = <T extends { where: string }>(all: readonly T[], found: (one: T) => readonly string[]) =>
  all.map((one) => {
    const problems = found(one);
    return problems.length === 0 ? undefined : `${one.where}: ${problems.join('; ')}`;
  });

function findingsOf({ seen, done, left }: Report): Finding[] {
  const figure = `${seen.length} states, ${done.length} controls pressed, ${left} beyond the bound`;
  return [
    finding('every state of choosing, buying and following: no silent grey, no dead end', figure, told<Seen>(seen, ({ problems }) => problems)),
    finding('every control by keys alone does something and keeps the focus', figure, told<Done>(done, ({ problems }) => problems)),
    finding('the same states: axe', figure, told<Seen>(seen, ({ sight }) => sight.axe)),
    finding('the same states: Tab comes everywhere', figure, told<Seen>(seen, ({ sight }) => sight.keys.problems)),
    finding('the same states: nothing scrolls sideways', figure, told<Seen>(seen, ({ sight }) => (sight.beyond > 0 ? [`${sight.beyond} px`] : []))),
  ];
}

/** Choosing, buying and following: wherever the keys lead there is a way on, and whatever cannot be done says why. */
export const crawler: PortalProof = {
  on: 'portal',
  id: 'X14',
  title: 'Says why not, and what would work',
  run: async (setting) => [...findingsOf(await crawl(setting)), await sabotage(setting, LOOKS[0], EMPTY_CART)],
};
