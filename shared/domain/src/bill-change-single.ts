import type { CauseKind, Charge } from '@faceplate/contracts';
import { type Draft, draftOf, type Pair, sumOf } from './bill-change-draft.ts';
import { lies, type ProductFacts, type Window } from './bill-change-facts.ts';
import { stem } from './bill-change-line.ts';

/** What is known when a line that is no monthly price is judged. */
export interface Known {
  facts: readonly ProductFacts[];
  disputes: ReadonlySet<string>;
  window: Window;
}

/** Calls and data beyond the ordinary, in the words of the languages we meet; a name is all that tells them. */
const PREMIUM = /roaming|premium|itin[eé]rance|itinerancia|تجوال/i;

/** Lines of one key are the same thing on both bills. A credit is itself alone. */
export function keyOf({ kind, name, reason }: Charge): string {
  if (kind === 'credit') return `credit ${reason?.kind ?? ''} ${reason?.id ?? stem(name)}`;
  return `${kind} ${stem(name)}`;
}

type Judge = (pair: Pair, amount: number, known: Known) => Partial<Draft> & { kind: CauseKind };

const chargesOf = ({ before, after }: Pair): Charge[] => [...after, ...before].map(({ charge }) => charge);

function usage(pair: Pair): { kind: CauseKind } {
  const charges = chargesOf(pair);
  if (charges.some(({ name }) => PREMIUM.test(name))) return { kind: 'roaming-premium' };
  return { kind: charges.some(({ included }) => included !== undefined) ? 'allowance-exceeded' : 'usage' };
}

function credit(pair: Pair, _: number, { disputes }: Known): { kind: CauseKind } {
  const reason = chargesOf(pair)[0]?.reason;
  if (reason?.kind === 'service-level') return { kind: 'service-level-credit' };
  const isOutcome = reason !== undefined && (['charge', 'bill'].includes(reason.kind) || disputes.has(reason.id));
  return { kind: isOutcome ? 'dispute' : 'credit' };
}

/** A plan that begins is there to be seen; one that ends must have come to its end. Parts may lie a unit apart, no more. */
function instalment({ before, after }: Pair, amount: number, { facts, window }: Known): Partial<Draft> & { kind: CauseKind } {
  const terms = facts.flatMap(({ instalments }) => instalments ?? []);
  const [begun, over] = [terms.map(({ from }) => from), terms.map(({ until }) => until)].map((days) => days.find((day) => lies(day, window)));
  if (before.length === 0) return { kind: 'instalment-start', ...(begun && { on: begun }) };
  if (after.length === 0 && (over || before.some(({ charge }) => isLastOf(charge)))) return { kind: 'instalment-end', ...(over && { on: over }) };
  return { kind: after.length > 0 && Math.abs(amount) <= after.length ? 'rounding' : 'unexplained' };
}

/** "24 of 24", "24/24" in whatever language: the two numbers that end the name are one. */
function isLastOf({ name }: Charge): boolean {
  const [part, whole] = (name.match(/\d+/g) ?? []).slice(-2);
  return part !== undefined && part === whole;
}

/** Of two lines with the same tiers, what is not of the use but of another price. */
function repriced({ before, after }: Pair): number {
  const [was, is] = [before, after].map((lines) => (lines.length === 1 ? lines[0]?.charge.tiers : undefined));
  if (!was || !is) return 0;
  return is.reduce((sum, { quantity, each }, at) => {
    const old = was[at]?.each;
    return old && old.currency === each.currency ? sum + Math.round(quantity * (each.amount - old.amount)) : sum;
  }, 0);
}

const JUDGES: Readonly<Partial<Record<Charge['kind'], Judge>>> = {
  usage,
  credit,
  instalment,
  'one-off': () => ({ kind: 'one-off' }),
  penalty: (pair) => ({ kind: chargesOf(pair).some(({ service }) => service) ? 'one-off' : 'late-fee' }),
};

/** What lines of one key, of one service, make of the difference. */
export function singleDrafts(pair: Pair, known: Known): Draft[] {
  const amount = sumOf(pair.after, pair.currency) - sumOf(pair.before, pair.currency);
  if (amount === 0) return [];
  const kind = chargesOf(pair)[0]?.kind;
  const judge = kind && JUDGES[kind];
  if (!judge) return [draftOf('unexplained', pair, amount)];
  const { kind: cause, ...more } = judge(pair, amount, known);
  const off = kind === 'usage' ? repriced(pair) : 0;
  const drafts = [draftOf(cause, pair, amount - off, more)];
  return off === 0 ? drafts : [...drafts, draftOf('unexplained', pair, off)];
}
