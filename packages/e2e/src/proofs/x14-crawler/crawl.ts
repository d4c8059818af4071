import { messageOf } from '../../command.ts';
import type { Sight } from '../x12-states/look-at.ts';
import { type Act, Hand, type Outcome } from './hand.ts';
import type { House, Start } from './house.ts';
import type { Control, Survey } from './survey.ts';

/** How far it goes from one start. */
export interface Bounds {
  readonly states: number;
  /** Tried in each state. */
  readonly acts: number;
  readonly depth: number;
}

/** A state, how it is come to, and what was found in it. */
export interface Seen {
  readonly where: string;
  readonly sight: Sight;
  readonly problems: readonly string[];
}

/** One thing that was pressed, typed or chosen. */
export interface Done {
  readonly where: string;
  readonly problems: readonly string[];
}

export interface Report {
  readonly seen: Seen[];
  readonly done: Done[];
  /** Stood at the bound, not walked. */
  left: number;
}

interface State {
  readonly path: readonly Act[];
  readonly survey: Survey;
  /** How many states were passed on the way. */
  readonly depth: number;
}

export interface Walk {
  readonly house: House;
  readonly start: Start;
  readonly look: string;
  readonly seed: number;
  readonly bounds: Bounds;
  /** States that were walked from another start by the same person in the same weather. */
  readonly known: Set<string>;
  /** How a state is looked at: axe, width, Tab. */
  readonly lookAt: () => Promise<Sight>;
}

const OURS = /^\/(shop|cart|orders)(\/|$)/;

/** One of each kind where there are many alike; which one is dealt by the seed. */
function actsIn({ controls }: Survey, { seed, bounds, start }: Walk): Act[] {
  const groups = [...Map.groupBy(controls, ({ key }) => key).values()];
  const chosen = groups.map((group) => group[seed % group.length] as Control);
  const isBad = start.weather !== undefined && start.weather !== 'fair' && start.weather !== 'partial';
  const acts = chosen.flatMap((control): Act[] => [
    { control, how: 'plain' },
    ...(control.hasFields ? [{ control, how: 'filled' } as const] : []),
    ...(control.isRemedy && isBad ? [{ control, how: 'plain', heals: true } as const] : []),
  ]);
  // What leads out of something that stands in the way comes first; of the rest, every so manieth.
  const first = acts.filter(({ heals, control }) => heals === true || control.isRemedy);
  const rest = acts.filter((act) => !first.includes(act));
  const step = Math.max(1, rest.length / Math.max(1, bounds.acts - first.length));
  const dealt = rest.filter((_, at) => Math.floor((at + seed) / step) !== Math.floor((at + seed - 1) / step));
  return [...first, ...dealt].slice(0, bounds.acts);
}

const toldOf = ({ control, how, heals }: Act) => `${control.name}${how === 'filled' ? ', filled in' : ''}${heals ? ', the service back' : ''}`;

/** Goes through all that can be come to from one start, breadth first, each time from a fresh beginning. */
export class Crawl {
  readonly report: Report = { seen: [], done: [], left: 0 };
  readonly #walk: Walk;
  readonly #hand: Hand;
  readonly #states: State[] = [];
  /** All that was done since the beginning. */
  #trail: Act[] = [];

  constructor(walk: Walk) {
    this.#walk = walk;
    this.#hand = new Hand(walk.house);
  }

  async run(): Promise<Report> {
    const problems = await this.#come([]);
    this.report.done.push({ where: this.#where([]), problems });
    await this.#arrive(await this.#hand.survey());
    for (let state = this.#states.shift(); state; state = this.#states.shift()) await this.#expand(state);
    return this.report;
  }

  get #isFull(): boolean {
    return this.report.seen.length >= this.#walk.bounds.states;
  }

  #where(path: readonly Act[]): string {
    const { start, look } = this.#walk;
    return [`${start.name}, ${look}`, ...path.map(toldOf)].join(' → ');
  }

  /** From the beginning to the end of the path. */
  async #come(path: readonly Act[]): Promise<readonly string[]> {
    const { house, start } = this.#walk;
    this.#trail = [];
    await house.open(start);
    const problems = await this.#hand.settle();
    if (start.later) house.turn(start.weather ?? 'fair');
    for (const act of path) await this.#do(act);
    return problems;
  }

  #do(act: Act): Promise<Outcome> {
    if (act.heals) this.#walk.house.turn('fair');
    this.#trail.push(act);
    return this.#hand.do(act);
  }

  /** Somewhere new: looks at it, and puts it by to be walked. */
  async #arrive(survey: Survey, depth = 0): Promise<boolean> {
    const { known, bounds, house } = this.#walk;
    if (known.has(survey.signature) || !OURS.test(new URL(house.page.url()).pathname)) return false;
    if (this.#isFull) {
      this.report.left += 1;
      return false;
    }
    known.add(survey.signature);
    const path = [...this.#trail];
    this.report.seen.push({ where: this.#where(path), problems: survey.problems, sight: await this.#walk.lookAt() });
    if (depth < bounds.depth) this.#states.push({ path, survey, depth });
    return true;
  }

  async #expand(state: State): Promise<void> {
    let isThere = false;
    for (const act of actsIn(state.survey, this.#walk)) {
      try {
        if (!isThere) await this.#come(state.path);
        isThere = await this.#try(act, state);
      } catch (cause) {
        isThere = false;
        this.report.done.push({ where: this.#where([...this.#trail, act]), problems: [messageOf(cause).split('\n')[0] ?? 'failed'] });
      }
    }
  }

  /** Answers whether the state is still the one it was. */
  async #try(act: Act, { survey: before, depth }: State): Promise<boolean> {
    const { house } = this.#walk;
    const outcome = await this.#do(act);
    const after = house.isHome ? await this.#hand.survey() : undefined;
    this.report.done.push({ where: this.#where(this.#trail), problems: judged(act, outcome, before, after) });
    const isNew = after !== undefined && (await this.#arrive(after, depth + 1));
    return !isNew && !act.heals && after?.signature === before.signature;
  }
}

function judged({ control, heals }: Act, { changed, problems }: Outcome, before: Survey, after: Survey | undefined): string[] {
  const isDead = !changed && control.kind === 'press';
  const isVain = heals && after?.signature === before.signature;
  return [...problems, ...(isDead ? [`nothing happens on ${control.name}`] : []), ...(isVain ? [`the service is back, and ${control.name} leads nowhere`] : [])];
}
