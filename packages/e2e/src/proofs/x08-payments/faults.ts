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

/** Numbers from a seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const KINDS: readonly Omit<Fault, 'afterMs'>[] = [
  { cut: 'unsent' }, { cut: 'sent' }, { cut: 'answer' },
  { cut: 'unsent', tabClosed: true }, { cut: 'sent', tabClosed: true }, { cut: 'answer', tabClosed: true },
  { twice: true }, { twice: true, cut: 'answer' }, { tabs: true }, {},
];
const FORMS: readonly Script['form'][] = [{}, { cut: 'unsent' }, { cut: 'answer' }, { twice: true }, { refusedFirst: true }];
const USUAL = [CARDS.told, CARDS.lost, CARDS.late, CARDS.twice, CARDS.reversed, CARDS.asks] as const;

const nameOf = ({ fault, form, card, crash }: Omit<Script, 'name' | 'amount'>): string => {
  const words = [fault.cut && `request ${fault.cut}`, fault.tabClosed && 'tab closed', fault.twice && 'double click', fault.tabs && 'two tabs'];
  const page = [form.cut && `form ${form.cut}`, form.twice && 'form twice', form.refusedFirst && 'refused first'];
  return [...words, ...page, card === 'kept' ? 'kept card' : card.name, crash && 'process killed'].filter(Boolean).join(', ') || 'nothing wrong';
};

/** So many runs; every kind of fault comes before one comes a second time. */
export function scripts(count: number, seed: number, crashes: number): Script[] {
  const next = dice(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  return Array.from({ length: count }, (_, at) => {
    const fault: Fault = { ...KINDS[at % KINDS.length], afterMs: 1 + Math.floor(next() * 60) };
    const card: Script['card'] = at % 40 === 17 ? CARDS.slow : at % 4 === 3 ? 'kept' : pick(USUAL);
    const crash = crashes > 0 && at % Math.floor(count / crashes) === Math.floor(count / crashes / 2);
    const script = { fault, form: card === 'kept' ? {} : pick(FORMS), card: crash ? CARDS.lost : card, amount: 1 + Math.floor(next() * 7), ...(crash && { crash }) };
    return { ...script, name: nameOf(script) };
  });
}
