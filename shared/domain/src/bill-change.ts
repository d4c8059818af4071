import type { Bill, BillChange, Cause, Charge } from '@faceplate/contracts';
import { causeOf, type Draft, type Pair } from './bill-change-draft.ts';
import type { BillFacts, ProductFacts, Term, Window } from './bill-change-facts.ts';
import { type Line, linesOf, restsOf } from './bill-change-line.ts';
import { keyOf, singleDrafts } from './bill-change-single.ts';
import { isMoved, movedAccounts, movedDrafts } from './bill-change-moved.ts';
import { standingDrafts } from './bill-change-standing.ts';
import { atOldRates } from './bill-change-tax.ts';
import { money } from './money.ts';

export { NOT_ITEMISED } from './bill-change-line.ts';
export type { BillFacts, Joined, ProductFacts, Term } from './bill-change-facts.ts';

/** A difference and where it comes from; `gaps` are for whoever has asked the other systems. */
export type Explained = Omit<BillChange, 'gaps'>;

const sideOf = ({ id, number, period, total }: Bill): Explained['bill'] => ({ id, number, period, total });

/**
 * Why a bill differs from one before it: every minor unit of the difference, tax included, in a cause. What neither a
 * line nor a fact gives a reason for is `unexplained`, and never laid on another cause. The largest stands first.
 *
 * @throws UnreadableAmount for amounts too large to be added exactly.
 */
export function explainChange(bill: Bill, against: Bill, facts: BillFacts): Explained {
  const { currency } = bill.total;
  const about = { bill: sideOf(bill), against: sideOf(against) };
  if (against.total.currency !== currency) {
    const whole: Cause = { kind: 'unexplained', amount: bill.total, name: '', before: against.total, after: bill.total, chargeIds: [] };
    return { ...about, difference: bill.total, causes: bill.total.amount === 0 ? [] : [whole] };
  }
  const difference = money(bill.total.amount - against.total.amount, currency);
  const causes = draftsOf(bill, against, facts).filter(({ amount }) => amount !== 0).map((draft) => causeOf(draft, currency));
  return { ...about, difference, causes: causes.toSorted(inOrder) };
}

function draftsOf(bill: Bill, against: Bill, facts: BillFacts): Draft[] {
  const { currency } = bill.total;
  const [was, is] = [linesOf(against), linesOf(bill)];
  const [before, after] = restsOf({ bill: against, lines: was }, { bill, lines: is });
  const subjects = subjectsOf(facts.products);
  const moved = movedAccounts(was, is, facts.joined ?? [], { before: against, after: bill });
  const came = movedDrafts(was, is, moved, { currency, key: ({ charge }) => subjectOf(charge, subjects) });
  const [stood, stands] = [was, is].map((some) => some.filter((line) => !isMoved(line, moved)));
  const { lines, drafts } = atOldRates(stood ?? [], stands ?? [], (charge) => `${subjectOf(charge, subjects)} ${keyOf(charge)}`);
  const window = { from: against.period.from, to: bill.period.to };
  const known = { currency, window, disputes: new Set(facts.disputes), accountId: bill.account.id };
  const services = groupsOf(stood ?? [], lines, currency, (charge) => subjectOf(charge, subjects)).flatMap(([subject, pair]) => ofService(pair, { ...known, accountId: accountOf(pair) ?? known.accountId, facts: subjects.members(subject) }));
  return [...came, ...drafts, ...services, whole('rounding', before.rounding, after.rounding), whole('unexplained', before.unexplained, after.unexplained)];
}

const whole = (kind: Draft['kind'], before: number, after: number): Draft => ({ kind, amount: after - before, name: '', before, after, chargeIds: [] });

/** Whose charges these are, where several accounts stand on one bill. */
const accountOf = ({ before, after }: Pair): string | undefined => (after[0] ?? before[0])?.charge.account?.id;

interface Known {
  currency: string;
  window: Window;
  disputes: ReadonlySet<string>;
  accountId: string;
  facts: readonly ProductFacts[];
}

/** Prices of the month with their discounts are judged together; everything else by itself. */
function ofService(pair: Pair, known: Known): Draft[] {
  const { currency, facts } = known;
  const of = (lines: readonly Line[], kind: Charge['kind']) => lines.filter(({ charge }) => charge.kind === kind);
  const only = (kind: Charge['kind']): Pair => ({ before: of(pair.before, kind), after: of(pair.after, kind), currency });
  const isStanding = ({ charge: { kind } }: Line) => kind === 'recurring' || kind === 'discount';
  const [was, is] = [pair.before, pair.after].map((lines) => lines.filter((line) => !isStanding(line)));
  const single = groupsOf(was ?? [], is ?? [], currency, keyOf).flatMap(([, own]) => singleDrafts(own, known));
  return [...standingDrafts({ ...known, recurring: only('recurring'), discounts: only('discount'), terms: termsOf(facts) }), ...single];
}

/** Lines of both bills by what they are about, in the order of the newer bill. */
function groupsOf(before: readonly Line[], after: readonly Line[], currency: string, key: (charge: Charge) => string): [string, Pair][] {
  const [was, is] = [before, after].map((lines) => Map.groupBy(lines, ({ charge }) => key(charge)));
  const keys = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])]);
  return [...keys].map((one) => [one, { before: was?.get(one) ?? [], after: is?.get(one) ?? [], currency }]);
}

interface Subjects {
  of(productId: string): string;
  members(subject: string): readonly ProductFacts[];
}

/** A product and the one it took the place of are one service. */
function subjectsOf(products: readonly ProductFacts[]): Subjects {
  const known = new Map(products.map((product) => [product.id, product]));
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let here = id;
    for (let next = known.get(here)?.replaces; next !== undefined && !seen.has(next); next = known.get(here)?.replaces) {
      seen.add(here);
      here = next;
    }
    return here;
  };
  const roots = new Map(products.map(({ id }) => [id, rootOf(id)]));
  const byRoot = Map.groupBy(known.values(), ({ id }) => roots.get(id) ?? id);
  return { of: (id) => roots.get(id) ?? id, members: (subject) => byRoot.get(subject.replace(/^product /, '')) ?? [] };
}

/** Lines of no service are the account's; those of one kind and name belong together. */
const subjectOf = (charge: Charge, subjects: Subjects): string =>
  charge.service ? `product ${subjects.of(charge.service.productId)}` : `account ${keyOf(charge)}`;

/** The terms of products that took each other's place, one after the other: with the next one another plan begins. */
function termsOf(facts: readonly ProductFacts[]): Term[] {
  const inTime = facts.toSorted((one, other) => (one.startedOn ?? '').localeCompare(other.startedOn ?? ''));
  return inTime.flatMap(({ terms = [], startedOn, id }, at) =>
    at === 0 ? terms : terms.map((term, nth) => (nth === 0 ? { plan: id, ...term, ...(startedOn && { from: startedOn }) } : term)),
  );
}

const LAST: readonly Cause['kind'][] = ['rounding', 'unexplained'];

function inOrder(one: Cause, other: Cause): number {
  return LAST.indexOf(one.kind) - LAST.indexOf(other.kind) || Math.abs(other.amount.amount) - Math.abs(one.amount.amount);
}
