import type { Page } from 'playwright-core';
import type { House } from './house.ts';
import { type Control, SURVEY, type Survey } from './survey.ts';

/** One thing done by keys. */
export interface Act {
  readonly control: Control;
  /** `filled`: with every field of its form filled in before. */
  readonly how: 'plain' | 'filled';
  /** The service is well again from here on. */
  readonly heals?: boolean;
}

export interface Outcome {
  /** Something could be seen, heard or was sent. */
  readonly changed: boolean;
  readonly problems: readonly string[];
}

interface Facts {
  readonly id: string;
  readonly type: string;
  readonly value: string;
  readonly autocomplete: string;
  readonly last: boolean;
}

/** More stops than this no page has. */
const MOST_STOPS = 400;
const FRAMES = 300;

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/sites/, 'Kastanienhof 1, 10437 Berlin\nKastanienhof 2, 10437 Berlin\nNowhere 99, 00000 Nowhere'],
  [/place|address|street/i, 'Kastanienhof 1'],
  [/email/, 'kim@sample.example'],
  [/phone|tel|number-|\bnumber\b/, '+4915123456789'],
  [/given/, 'Kim'],
  [/family/, 'Sample'],
  [/quantity|need/, '2'],
  [/device/, 'Aster 5'],
  [/search|query/, 'Fibre'],
];

function sampleFor({ id, type, autocomplete }: Facts): string {
  if (type === 'number') return '3';
  return WORDS.find(([about]) => about.test(`${autocomplete} ${id} ${type}`))?.[1] ?? 'A sample answer';
}

/** The keyboard, and the eyes that go with it. */
export class Hand {
  readonly #house: House;

  constructor(house: House) {
    this.#house = house;
  }

  get #page(): Page {
    return this.#house.page;
  }

  async survey(): Promise<Survey> {
    return this.#ask<Survey>('survey()');
  }

  /** Waits until nothing moves and nothing is under way; answers with what is wrong where that never comes. */
  async settle(): Promise<readonly string[]> {
    for (let tries = 0; tries < 8; tries += 1) {
      if (!(await this.#house.idle())) break;
      const { pulse } = this.#house;
      // A page that is being left takes its answer along.
      const isStill = await this.#still().catch(() => false);
      // What came or went meanwhile may not have been drawn yet.
      if (isStill && this.#house.pulse === pulse) return [];
    }
    return ['it never comes to rest'];
  }

  async #still(): Promise<boolean> {
    await this.#page.evaluate(SURVEY);
    return this.#ask<boolean>(`stillness(${FRAMES})`);
  }

  /** @throws when there is no such control, or Tab does not come to it. */
  async do(act: Act): Promise<Outcome> {
    if (act.how === 'filled') await this.#fill(act.control);
    await this.#reach(act.control);
    const before = await this.#ask<string>('fingerprint()');
    const [doings, url] = [this.#house.doings, this.#page.url()];
    await this.#press(act.control);
    const restless = await this.settle();
    const changed = this.#house.doings > doings || this.#page.url() !== url || (await this.#ask<string>('fingerprint()')) !== before;
    const isLost = this.#house.isHome && !(await this.#ask<boolean>('hasFocus()'));
    return { changed, problems: [...restless, ...(isLost ? [`focus is lost after ${act.control.name}`] : [])] };
  }

  async #fill({ key, nth }: Act['control']): Promise<void> {
    const fields = await this.#ask<Control[]>(`beside(${JSON.stringify(key)}, ${nth})`);
    for (const field of fields) {
      if (field.kind === 'select' || field.kind === 'check') continue;
      // An answer may take a field away, or bring another.
      if (!(await this.#take(field))) continue;
      await this.#reach(field);
      await this.#press(field);
      await this.settle();
    }
  }

  #take({ key, nth }: Pick<Control, 'key' | 'nth'>): Promise<boolean> {
    return this.#ask<boolean>(`take(${JSON.stringify(key)}, ${nth})`);
  }

  /** By Tab, or Shift and Tab, from wherever the focus is. */
  async #reach(control: Act['control']): Promise<void> {
    if (!(await this.#take(control))) throw new Error(`${control.name} is not there any more`);
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const way = await this.#ask<number | null>('towards()');
      if (way === 0) return;
      if (way === null) throw new Error(`${control.name} went away on the way to it`);
      await this.#page.keyboard.press(way === 1 ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`Tab does not come to ${control.name}`);
  }

  async #press({ kind }: Act['control']): Promise<void> {
    const { keyboard } = this.#page;
    const facts = await this.#ask<Facts>('fieldFacts()');
    if (kind === 'press') return keyboard.press('Enter');
    if (kind === 'check' || kind === 'file') return keyboard.press('Space');
    if (kind === 'radio') return keyboard.press(facts.last ? 'ArrowDown' : 'Space');
    if (kind === 'select') return keyboard.press(facts.last ? 'ArrowUp' : 'ArrowDown');
    if (kind === 'range' || kind === 'date') return keyboard.press('ArrowUp');
    await keyboard.press('ControlOrMeta+A');
    return keyboard.type(sampleFor(facts));
  }

  #ask<T>(what: string): Promise<T> {
    return this.#page.evaluate<T>(`globalThis.faceplateCrawl.${what}`);
  }
}
