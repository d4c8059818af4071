import { Chance } from '../g7-answers/chance.ts';

/** What goes wrong in one run, and when. */
export interface Fault {
  /** Where the first request is killed: before it was sent, while it was on its way, or when it was done and only its answer is lost. */
  cut?: 'unsent' | 'sent' | 'answer';
  /** Milliseconds until it is killed on its way. */
  afterMs: number;
  /** The page goes with it, and all that it knew. */
  tabClosed?: boolean;
  /** The button is pressed twice, under one key. */
  twice?: boolean;
  /** Two tabs pay the same at once, each under a key of its own. */
  tabs?: boolean;
}

export interface Card {
  name: string;
  number: string;
}

const SUCCESS = '4111111111111111';
/** Cards by how the provider's word comes in. The slow ones are few: they cost ten seconds each. */
export const CARDS = {
  told: { name: 'told', number: SUCCESS },
  lost: { name: 'never told', number: '4000000000050007' },
  late: { name: 'told late', number: '4000000000040008' },
  twice: { name: 'told twice', number: '4000000000060006' },
  reversed: { name: 'told out of order', number: '4000000000070005' },
  asks: { name: 'the bank asks', number: '4000000000020000' },
  slow: { name: 'the bank takes its time', number: '4000000000030009' },
} as const satisfies Record<string, Card>;
export const REFUSED = '4000000000000002';

export interface Script {
  name: string;
  fault: Fault;
  /** What goes wrong with the form of the provider's page. */
  form: { cut?: 'unsent' | 'answer'; twice?: boolean; refusedFirst?: boolean };
  card: Card | 'kept';
  /** The process is killed right after the provider has taken the money. */
  crash?: boolean;
  /** Cents. */
  amount: number;
}

const KINDS: readonly Omit<Fault, 'afterMs'>[] = [
  { cut: 'unsent' }, { cut: 'sent' }, { cut: 'answer' },
  { cut: 'unsent', tabClosed: true }, { cut: 'sent', tabClosed: true }, { cut: 'answer', tabClosed: true },
  { twice: true }, { twice: true, cut: 'answer' }, { tabs: true }, {},
];
const FORMS: readonly [Script['form'], ...Script['form'][]] = [{}, { cut: 'unsent' }, { cut: 'answer' }, { twice: true }, { refusedFirst: true }];
const USUAL = [CARDS.told, CARDS.lost, CARDS.late, CARDS.twice, CARDS.reversed, CARDS.asks] as const;

function nameOf({ fault, form, card, crash }: Omit<Script, 'name' | 'amount'>): string {
  const words: Readonly<Record<string, unknown>> = {
    [`request ${fault.cut}`]: fault.cut,
    'tab closed': fault.tabClosed,
    'double click': fault.twice,
    'two tabs': fault.tabs,
    [`form ${form.cut}`]: form.cut,
    'form twice': form.twice,
    'refused first': form.refusedFirst,
    [card === 'kept' ? 'kept card' : card.name]: true,
    'process killed': crash,
  };
  return Object.keys(words).filter((word) => Boolean(words[word])).join(', ');
}

/** So many runs; every kind of fault comes before one comes a second time. */
export function scripts(count: number, seed: number, crashes: number): Script[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, (_, at) => {
    const script = isCrash(at, count, crashes) ? { ...dealt(at, chance), form: {}, card: CARDS.lost, crash: true } : dealt(at, chance);
    return { ...script, name: nameOf(script) };
  });
}

function dealt(at: number, chance: Chance): Omit<Script, 'name'> {
  const fault: Fault = { ...KINDS[at % KINDS.length], afterMs: 1 + chance.below(60) };
  const amount = 1 + chance.below(7);
  if (at % 40 === 17) return { fault, amount, card: CARDS.slow, form: {} };
  return at % 4 === 3 ? { fault, amount, card: 'kept', form: {} } : { fault, amount, card: chance.of<Card>(USUAL), form: chance.of(FORMS) };
}

/** So many, spread over all runs. */
const isCrash = (at: number, count: number, crashes: number): boolean => crashes > 0 && at % Math.floor(count / crashes) === Math.floor(count / crashes / 2);
