import { type Finding, finding, type PortalProof, type ProofSetting } from '../proof.ts';
import { lookAt } from '../x12-states/look-at.ts';
import { type Bounds, Crawl, type Done, type Report, type Seen } from './crawl.ts';
import { House, type Look } from './house.ts';
import { STARTS } from './starts.ts';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 800 };

const LOOKS: readonly Look[] = [
  { name: 'desktop', scheme: 'light', language: 'en', viewport: DESK },
  { name: '320 px', scheme: 'light', language: 'en', viewport: PHONE },
  { name: 'Arabic', scheme: 'light', language: 'ar', viewport: DESK },
  { name: 'Arabic, 320 px', scheme: 'dark', language: 'ar', viewport: PHONE },
];

const SMALL: Bounds = { states: 4, acts: 8, depth: 3 };
const FULL: Bounds = { states: 60, acts: 60, depth: 6 };
/** Of a short run: every so manieth start, each in one look. */
const STEP = 7;

async function crawl(setting: ProofSetting): Promise<Report> {
  const { stage, seed, full } = setting;
  const all: Report = { seen: [], done: [], left: 0 };
  const only = process.env['X14_ONLY'];
  for (const [which, look] of LOOKS.entries()) {
    const house = await House.enter(stage, look);
    const starts = STARTS.filter((start, at) => (only ? start.name.includes(only) && which === seed % 4 : full || (at % STEP === seed % STEP && (Math.floor(at / STEP) + seed) % LOOKS.length === which)));
    const known = new Map<string, Set<string>>();
    for (const start of starts) {
      const about = `${start.name.split(',')[0]} ${start.weather ?? ''}`;
      const walk = { house, start, look: look.name, seed, bounds: full ? FULL : SMALL, known: known.get(about) ?? new Set<string>(), lookAt: () => lookAt(house.page, 'main') };
      known.set(about, walk.known);
      const t = performance.now();
      const { seen, done, left } = await new Crawl(walk).run();
      if (process.env['X14_ONLY']) console.error(start.name, look.name, seen.length, done.length, left, Math.round(performance.now() - t));
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
  run: async (setting) => [...findingsOf(await crawl(setting))],
};
