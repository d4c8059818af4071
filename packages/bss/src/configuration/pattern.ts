/**
 * Patterns come from a catalogue and texts from anybody, and JavaScript's own
 * matcher can be kept busy for ever by the two of them. This one reads the
 * common part of the syntax and takes time by the length of the text alone.
 */

type Test = (letter: string) => boolean;

/** A state of the machine: either a letter leads on from it, or it stands for several others. */
interface State {
  test?: Test;
  next?: State;
  splits?: State[];
}

/** The most states of one machine, and letters of one text. */
const MOST_STATES = 2000;
const MOST_LETTERS = 1000;

class Unreadable extends Error {}

type Part =
  | { kind: 'letter'; test: Test }
  | { kind: 'sequence'; parts: readonly Part[] }
  | { kind: 'either'; options: readonly Part[] }
  | { kind: 'repeat'; part: Part; least: number; most: number };

const isDigit: Test = (letter) => /^\d$/.test(letter);
const isWord: Test = (letter) => /^\w$/.test(letter);
const isSpace: Test = (letter) => /^\s$/.test(letter);
const not = (test: Test): Test => (letter) => !test(letter);
const CLASSES: Readonly<Record<string, Test>> = { d: isDigit, D: not(isDigit), w: isWord, W: not(isWord), s: isSpace, S: not(isSpace) };
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

class Reader {
  readonly #letters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#letters = Array.from(pattern);
  }

  /** The whole pattern; the text must meet it from end to end, so anchors there say nothing new. */
  whole(): Part {
    this.#take('^');
    const part = this.#either();
    if (this.#at < this.#letters.length) throw new Unreadable();
    return part;
  }

  #peek(): string | undefined {
    return this.#letters[this.#at];
  }

  #take(letter: string): boolean {
    if (this.#peek() !== letter) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    const letter = this.#letters[this.#at];
    if (letter === undefined) throw new Unreadable();
    this.#at += 1;
    return letter;
  }

  #either(): Part {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return { kind: 'either', options };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    for (let letter = this.#peek(); letter !== undefined && letter !== '|' && letter !== ')'; letter = this.#peek()) {
      if (letter === '$' && this.#at === this.#letters.length - 1) this.#at += 1;
      else parts.push(this.#repeated(this.#one()));
    }
    return { kind: 'sequence', parts };
  }

  #one(): Part {
    const letter = this.#next();
    if (letter === '(') return this.#group();
    if (letter === '[') return { kind: 'letter', test: this.#class() };
    if (letter === '.') return { kind: 'letter', test: (one) => one !== '\n' };
    if (letter === '\\') return { kind: 'letter', test: this.#escaped() };
    if ('*+?{}^$'.includes(letter)) throw new Unreadable();
    return { kind: 'letter', test: (one) => one === letter };
  }

  #group(): Part {
    // Groups that look around, or remember, are beyond it.
    if (this.#take('?') && !this.#take(':')) throw new Unreadable();
    const inside = this.#either();
    if (!this.#take(')')) throw new Unreadable();
    return inside;
  }

  #escaped(): Test {
    const letter = this.#next();
    const known = CLASSES[letter];
    if (known) return known;
    const control = CONTROLS[letter];
    if (control !== undefined) return (one) => one === control;
    if (/[A-Za-z0-9]/.test(letter)) throw new Unreadable();
    return (one) => one === letter;
  }

  #class(): Test {
    const isNegated = this.#take('^');
    const tests: Test[] = [];
    while (!this.#take(']')) tests.push(this.#range());
    const any: Test = (letter) => tests.some((test) => test(letter));
    return isNegated ? not(any) : any;
  }

  #range(): Test {
    if (this.#take('\\')) return this.#escaped();
    const from = this.#next();
    const isRange = this.#peek() === '-' && this.#letters[this.#at + 1] !== ']';
    if (!isRange) return (letter) => letter === from;
    this.#at += 1;
    const to = this.#next();
    return (letter) => from <= letter && letter <= to;
  }

  #repeated(part: Part): Part {
    const counts = this.#counts();
    if (!counts) return part;
    // Lazy or greedy makes no difference to whether the whole text is met.
    this.#take('?');
    return { kind: 'repeat', part, ...counts };
  }

  #counts(): { least: number; most: number } | undefined {
    if (this.#take('*')) return { least: 0, most: Infinity };
    if (this.#take('+')) return { least: 1, most: Infinity };
    if (this.#take('?')) return { least: 0, most: 1 };
    if (!this.#take('{')) return undefined;
    let said = '';
    while (!this.#take('}')) said += this.#next();
    const [, least, open, most] = /^(\d{1,3})(,?)(\d{0,3})$/.exec(said) ?? [];
    if (least === undefined) throw new Unreadable();
    const upper = open === '' ? Number(least) : most === '' ? Infinity : Number(most);
    return { least: Number(least), most: upper };
  }
}

class Machine {
  #states = 0;

  #state(state: State): State {
    this.#states += 1;
    if (this.#states > MOST_STATES) throw new Unreadable();
    return state;
  }

  /** The state from which the part is met, going on to `next`. */
  build(part: Part, next: State): State {
    switch (part.kind) {
      case 'letter':
        return this.#state({ test: part.test, next });
      case 'sequence':
        return part.parts.reduceRight((after, one) => this.build(one, after), next);
      case 'either':
        return this.#state({ splits: part.options.map((option) => this.build(option, next)) });
      case 'repeat':
        return this.#repeat(part, next);
    }
  }

  #repeat({ part, least, most }: Extract<Part, { kind: 'repeat' }>, next: State): State {
    let state = next;
    if (most === Infinity) {
      const loop = this.#state({ splits: [] });
      loop.splits = [this.build(part, loop), next];
      state = loop;
    } else {
      for (let count = least; count < most; count += 1) state = this.#state({ splits: [this.build(part, state), next] });
    }
    for (let count = 0; count < least; count += 1) state = this.build(part, state);
    return state;
  }
}

function reached(states: Iterable<State>): Set<State> {
  const found = new Set<State>();
  const open = [...states];
  for (let state = open.pop(); state; state = open.pop()) {
    if (found.has(state)) continue;
    found.add(state);
    open.push(...(state.splits ?? []));
  }
  return found;
}

/** Does the whole text meet the pattern? `undefined` for a pattern beyond this reader, or a text too long for it. */
export function meets(pattern: string, text: string): boolean | undefined {
  const letters = Array.from(text);
  if (letters.length > MOST_LETTERS) return undefined;
  try {
    const end: State = {};
    let states = reached([new Machine().build(new Reader(pattern).whole(), end)]);
    for (const letter of letters) {
      states = reached([...states].flatMap(({ test, next }) => (test?.(letter) && next ? [next] : [])));
    }
    return states.has(end);
  } catch (cause) {
    if (cause instanceof Unreadable) return undefined;
    throw cause;
  }
}
