import { messageOf } from '../../command.ts';
import type { Sight } from '../x12-states/look-at.ts';
import { type Act, Hand, type Outcome } from './hand.ts';
import type { House, Start } from './house.ts';
import type { Survey } from './survey.ts';

/** How far it goes. */
export interface Bounds {
  /** Presses from one start; what is pressed again on the way back is not counted. */
  readonly acts: number;
  /** In how many states of a page one and the same control is pressed. */
  readonly times: number;
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
  /** Controls of states that were seen, not pressed in them: the bound was reached. */
  left: number;
  /** States to which the same keys did not lead again. */
  lost: number;
}

/** What one person has been through in one weather, from whichever start. */
export class Memory {
  readonly states = new Set<string>();
  /** In how many states it was done, by the control and its page. */
  readonly times = new Map<string, number>();
}

interface State {
  readonly survey: Survey;
  /** The shortest way to it from the beginning. */
  path: readonly Act[];
  readonly tried: Set<string>;
  isLost: boolean;
}

export interface Walk {
  readonly house: House;
  readonly start: Start;
  readonly look: string;
  readonly seed: number;
  readonly bounds: Bounds;
  readonly memory: Memory;
  /** How a state is looked at: axe, width, Tab. */
  readonly lookAt: () => Promise<Sight>;
}

const OURS = /^\/(shop|cart|orders)(\/|$)/;

/** So many presses on, a beginning is made anew: the way to what is found stays short. */
const ROAM = 8;

const keyOf = ({ control, how, heals }: Act): string => `${control.key} ${how} ${heals ?? ''}`;

/** One of each kind where there are many alike; which one is dealt by the seed. What leads out of something that stands in the way comes first. */
function actsIn({ controls }: Survey, { seed, start }: Walk): Act[] {
  const groups = [...Map.groupBy(controls, ({ key }) => key).values()];
  const isBad = start.weather !== undefined && start.weather !== 'fair' && start.weather !== 'partial';
  const acts = groups.flatMap((group): Act[] => {
    const control = group[seed % group.length];
    if (!control) return [];
    const ways: Act[] = [{ control, how: 'plain' }];
    if (control.hasFields) ways.push({ control, how: 'filled' });
    if (control.isRemedy && isBad) ways.unshift({ control, how: 'plain', heals: true });
    return ways;
  });
  return acts.toSorted((one, other) => Number(other.control.isRemedy) - Number(one.control.isRemedy));
}

const toldOf = ({ control, how, heals }: Act) => `${control.name}${how === 'filled' ? ', filled in' : ''}${heals ? ', the service back' : ''}`;

/** Goes through all that can be come to from one start: on from where it stands while there is something new, then back to what it left. */
export class Crawl {
  readonly report: Report = { seen: [], done: [], left: 0, lost: 0 };
  readonly #walk: Walk;
  readonly #hand: Hand;
  readonly #states = new Map<string, State>();
  /** All that was done since the beginning, and how much of it since the way back ended. */
  #trail: Act[] = [];
  #roamed = 0;
  #pressed = 0;
  /** Where it stands, while it is known. */
  #here: Survey | undefined;

  constructor(walk: Walk) {
    this.#walk = walk;
    this.#hand = new Hand(walk.house);
  }

  async run(): Promise<Report> {
    await this.#begin();
    for (let act = await this.#next(); act; act = await this.#next()) await this.#try(act);
    for (const state of this.#states.values()) this.report.left += this.#open(state).length;
    return this.report;
  }

  #where(path: readonly Act[]): string {
    const { start, look } = this.#walk;
    return [`${start.name}, ${look}`, ...path.map(toldOf)].join(' → ');
  }

  async #begin(): Promise<void> {
    const problems = await this.#come([]);
    this.report.done.push({ where: this.#where([]), problems });
    await this.#arrive(await this.#hand.survey());
  }

  /** From the beginning to the end of the path. */
  async #come(path: readonly Act[]): Promise<readonly string[]> {
    const { house, start } = this.#walk;
    this.#trail = [];
    await house.open(start);
    const problems = await this.#hand.settle();
    if (start.later) house.turn(start.weather ?? 'fair');
    for (const act of path) await this.#do(act);
    this.#roamed = 0;
    return problems;
  }

  #do(act: Act): Promise<Outcome> {
    if (act.heals) this.#walk.house.turn('fair');
    this.#trail.push(act);
    return this.#hand.do(act);
  }

  /** What can be done in a state and was not. */
  #open({ survey, tried, isLost }: State, at = survey): Act[] {
    const { memory, bounds } = this.#walk;
    const isNew = (act: Act) => !tried.has(keyOf(act)) && (memory.times.get(`${survey.page} ${keyOf(act)}`) ?? 0) < bounds.times;
    return isLost ? [] : actsIn(at, this.#walk).filter(isNew);
  }

  /** Where it stands, then the nearest state with something left to do; none when there is none, or the bound is reached. */
  async #next(): Promise<Act | undefined> {
    while (this.#pressed < this.#walk.bounds.acts) {
      const state = this.#here && this.#states.get(this.#here.signature);
      const act = state && this.#roamed < ROAM ? this.#open(state, this.#here)[0] : undefined;
      if (act) return act;
      const left = [...this.#states.values()].filter((one) => this.#open(one).length > 0);
      const nearest = left.toSorted((one, other) => one.path.length - other.path.length)[0];
      if (!nearest) return undefined;
      await this.#goBack(nearest);
    }
    return undefined;
  }

  /** The same keys lead to the same state; where they do not, it is given up and counted. */
  async #goBack(state: State): Promise<void> {
    const path = state.path;
    try {
      await this.#come(path);
      await this.#arrive(await this.#hand.survey());
    } catch {
      this.#here = undefined;
    }
    const isBack = this.#here?.signature === state.survey.signature && this.#open(state, this.#here).length > 0;
    if (isBack) return;
    this.report.left += this.#open(state).length;
    this.report.lost += 1;
    state.isLost = true;
  }

  /** Looks at where it is when it was never there, and remembers the shorter way to it. */
  async #arrive(survey: Survey): Promise<void> {
    const { memory, house } = this.#walk;
    this.#here = OURS.test(new URL(house.page.url()).pathname) ? survey : undefined;
    if (!this.#here) return;
    const path = [...this.#trail];
    const known = this.#states.get(survey.signature);
    if (known && path.length < known.path.length) known.path = path;
    if (memory.states.has(survey.signature)) return;
    memory.states.add(survey.signature);
    this.#states.set(survey.signature, { survey, path, tried: new Set(), isLost: false });
    this.report.seen.push({ where: this.#where(path), problems: survey.problems, sight: await this.#walk.lookAt() });
  }

  async #try(act: Act): Promise<void> {
    const { house, memory } = this.#walk;
    const before = this.#here as Survey;
    const key = keyOf(act);
    this.#states.get(before.signature)?.tried.add(key);
    memory.times.set(`${before.page} ${key}`, (memory.times.get(`${before.page} ${key}`) ?? 0) + 1);
    this.#pressed += 1;
    this.#roamed += 1;
    this.#here = undefined;
    try {
      const outcome = await this.#do(act);
      const after = house.isHome ? await this.#hand.survey() : undefined;
      this.report.done.push({ where: this.#where(this.#trail), problems: judged(act, outcome, before, after) });
      // Where the service is well again there is nothing that is not walked through in fair weather.
      if (after && !act.heals) await this.#arrive(after);
    } catch (cause) {
      this.report.done.push({ where: this.#where(this.#trail), problems: [messageOf(cause).split('\n')[0] ?? 'failed'] });
    }
  }
}

function judged({ control, heals }: Act, { changed, problems }: Outcome, before: Survey, after: Survey | undefined): string[] {
  const isDead = !changed && control.kind === 'press' && !control.isChosen;
  const isVain = heals && after?.signature === before.signature;
  return [...problems, ...(isDead ? [`nothing happens on ${control.name}`] : []), ...(isVain ? [`the service is back, and ${control.name} leads nowhere`] : [])];
}
