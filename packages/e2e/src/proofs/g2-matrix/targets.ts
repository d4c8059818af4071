import type { Answer, Ask } from '../../product/visitor.ts';

/** Something of each kind that a house has; empty where it has none. */
export interface Targets {
  account: string;
  bill: string;
  /** A line of a bill with single uses behind it: `b1/charges/c1`. */
  used: string;
  order: string;
  /** An order that somebody has to come for, on a day that is chosen; one with a file on it, as `o1/papers/f1`. */
  visited: string;
  paper: string;
  product: string;
  /** A product of which something was used, as its meter says. */
  metered: string;
  ticket: string;
  /** A file of that ticket's. */
  attachment: string;
  /** What is disputed of that bill. */
  dispute: string;
  /** A payment that waits for its payer, and one that is paid; a way to pay. */
  payment: string;
  paid: string;
  means: string;
  report: string;
  interim: string;
  service: string;
  interaction: string;
  grant: string;
  /** What people call the bill, the order and the ticket. */
  numbers: Readonly<Record<'bill' | 'order' | 'ticket', string>>;
  /** What an agent would name this house by. */
  identifier: string;
}

export type Id = Exclude<keyof Targets, 'numbers'>;

/** What was asked for was given, was not, or the house has nothing of the kind to ask for. */
export type Outcome = 'yes' | 'no' | 'nothing to ask' | { odd: string };

export interface Asked {
  outcome: Outcome;
  answer?: Answer;
}

export type Judge = (answer: Answer) => Outcome;
export type AskFor = (targets: Targets) => { path: string; ask?: Ask; judge: Judge; needs?: string };
