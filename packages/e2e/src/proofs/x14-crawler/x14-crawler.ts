import { type Finding, finding, type PortalProof, type ProofSetting } from '../proof.ts';
import { lookAt } from '../x12-states/look-at.ts';
import { type Bounds, Crawl, type Done, Memory, type Report, type Seen } from './crawl.ts';
import { House, type Look, type Start } from './house.ts';
import { sabotage } from './sabotage.ts';
import { EMPTY_CART, STARTS } from './starts.ts';

/** Each is walked through from end to end; both at the same time. */
const LOOKS = [
  { name: '320 px', scheme: 'light', language: 'en', viewport: { width: 320, height: 800 } },
  { name: 'Arabic', scheme: 'dark', language: 'ar', viewport: { width: 1280, height: 900 } },
] as const satisfies readonly Look[];

const SMALL: Bounds = { acts: 14, times: 1 };
const FULL: Bounds = { acts: 120, times: 1 };
/** Of a short run: every so manieth start, each in one look. */
const STEP = 9;

/** Every start, or, for a short run, some of them. */
function startsIn(which: number, { seed, full }: ProofSetting): Start[] {
  const dealt = (at: number) => at % STEP === seed % STEP && (Math.floor(at / STEP) + seed) % LOOKS.length === which;
  return STARTS.filter((_, at) => full || dealt(at));
}

/** One person after the other, in one look. */
async function walkIn(look: Look, starts: readonly Start[], { stage, seed, full, tell }: ProofSetting): Promise<Report> {
  const all: Report = { seen: [], done: [], left: 0, lost: 0 };
  const house = await House.enter(stage, look);
  const memories = new Map<string, Memory>();
  for (const [at, start] of starts.entries()) {
    tell(`${look.name}: ${at} of ${starts.length} starts, ${all.seen.length} states, ${all.done.length} controls; now ${start.name}`);
    const who = `${start.world().name} ${start.weather ?? ''} ${start.later ?? ''}`;
    const memory = memories.get(who) ?? new Memory();
    memories.set(who, memory);
    const { seen, done, left, lost } = await new Crawl({ house, start, look: look.name, seed, bounds: full ? FULL : SMALL, memory, lookAt: () => lookAt(house.page, 'main') }).run();
    all.seen.push(...seen);
    all.done.push(...done);
    all.left += left;
    all.lost += lost;
  }
  await house.page.context().close();
  return all;
}

async function crawl(setting: ProofSetting): Promise<Report> {
  const reports = await Promise.all(LOOKS.map((look, which) => walkIn(look, startsIn(which, setting), setting)));
  const sum = (of: (report: Report) => number) => reports.reduce((sofar, one) => sofar + of(one), 0);
  return { seen: reports.flatMap(({ seen }) => seen), done: reports.flatMap(({ done }) => done), left: sum(({ left }) => left), lost: sum(({ lost }) => lost) };
}

const told = <T extends { where: string }>(all: readonly T[], found: (one: T) => readonly string[]) =>
  all.map((one) => {
    const problems = found(one);
    return problems.length === 0 ? undefined : `${one.where}: ${problems.join('; ')}`;
  });

function findingsOf({ seen, done, left, lost }: Report): Finding[] {
  const figure = `${seen.length} states, ${done.length} controls pressed, ${left} beyond the bound${lost > 0 ? `, ${lost} states not come to again` : ''}`;
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
