import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { KnownTrouble } from './incident.ts';
import { Money } from './money.ts';
import { CheckStep, TicketKind, TicketStatus } from './ticket.ts';
import { Instant } from './time.ts';

export const TestKind = z.enum(['line', 'speed', 'reboot']);
export type TestKind = z.infer<typeof TestKind>;

/** A kind of test that can be run on a line. `warning`: what it interrupts; it must be agreed to. */
export const TestOffer = z.object({ kind: TestKind, name: z.string(), text: z.optional(z.string()), warning: z.optional(z.string()) });
export type TestOffer = z.infer<typeof TestOffer>;

/** A figure of a test; `ok` is missing where nobody said what is right. */
export const TestReading = z.object({ name: z.string(), text: z.optional(z.string()), value: z.number(), unit: z.optional(z.string()), ok: z.optional(z.boolean()) });
export type TestReading = z.infer<typeof TestReading>;

/** `POST /desk/tests`, `GET /desk/tests/{id}`. `waiting`: it interrupts the line and nobody has agreed to that yet. */
export const LineTest = z.object({
  id: z.string(),
  kind: TestKind,
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'refused']),
  verdict: z.optional(z.enum(['good', 'degraded', 'bad'])),
  /** What it means and what to do, in the operator's words. */
  text: z.optional(z.string()),
  warning: z.optional(z.string()),
  at: z.optional(Instant),
  readings: z.array(TestReading),
});
export type LineTest = z.infer<typeof LineTest>;

/** `POST /desk/tests`: one that interrupts the line runs with `agreed` alone. */
export const LineTestRequest = z.object({ productId: z.string(), kind: TestKind, agreed: z.optional(z.boolean()) });
export type LineTestRequest = z.infer<typeof LineTestRequest>;

export const AnswerRef = z.object({ id: z.string(), title: z.string(), text: z.optional(z.string()) });
export type AnswerRef = z.infer<typeof AnswerRef>;

/** `GET /desk/answers/{id}`: a page of the operator's knowledge; `text` is Markdown of headings, lists, bold and paragraphs. */
export const HelpPage = z.object({ id: z.string(), title: z.string(), text: z.string() });
export type HelpPage = z.infer<typeof HelpPage>;

/** `POST /desk/verdicts`: did this page of the knowledge solve it, on this product? */
export const AnswerVerdictRequest = z.object({ answerId: z.string(), productId: z.string(), solved: z.boolean() });
export type AnswerVerdictRequest = z.infer<typeof AnswerVerdictRequest>;

export const AnswerVerdict = z.object({ answerId: z.string(), solved: z.boolean() });
export type AnswerVerdict = z.infer<typeof AnswerVerdict>;

export const OpenTicket = z.object({ id: z.string(), number: z.string(), title: z.string(), status: TicketStatus, raisedAt: Instant, mine: z.boolean() });
export type OpenTicket = z.infer<typeof OpenTicket>;

/** One look before the form: something was found, nothing was, or it could not be asked: then the way to the form stays open. */
export const DeskCheck = z.object({
  step: CheckStep,
  state: z.enum(['found', 'nothing', 'not-asked']),
  /** Why one may not report on it, or why it is suspended. */
  reason: z.optional(z.string()),
  troubles: z.optional(z.array(KnownTrouble)),
  tests: z.optional(z.array(TestOffer)),
  lastTest: z.optional(LineTest),
  tickets: z.optional(z.array(OpenTicket)),
  answers: z.optional(z.array(AnswerRef)),
});
export type DeskCheck = z.infer<typeof DeskCheck>;

/** `GET /desk?productId=`: every check in its order. `stop`: the first that found what makes a form needless, or impossible where it is `right`. */
export const DeskChecks = z.object({
  product: z.optional(z.object({ id: z.string(), name: z.string() })),
  checks: z.array(DeskCheck),
  stop: z.optional(CheckStep),
  gaps: z.array(Gap),
});
export type DeskChecks = z.infer<typeof DeskChecks>;

export const FormField = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'lines', 'moment', 'number', 'choice']),
  required: z.boolean(),
  choices: z.optional(z.array(z.string())),
});
export type FormField = z.infer<typeof FormField>;

/** A kind of ticket with what it asks for, as the operator has set it. A change that is sold has a price and takes so many working days. */
export const TicketForm = z.object({
  id: z.string(),
  kind: TicketKind,
  name: z.string(),
  text: z.optional(z.string()),
  isChange: z.boolean(),
  leadDays: z.optional(z.int()),
  price: z.optional(Money),
  /** Beside title and description: three at most. */
  fields: z.array(FormField).check(z.maxLength(3)),
});
export type TicketForm = z.infer<typeof TicketForm>;

/** `GET /desk/forms` */
export const TicketForms = z.object({ items: z.array(TicketForm), gaps: z.array(Gap) });
export type TicketForms = z.infer<typeof TicketForms>;

/** `POST /desk/me-too`: joins a known incident with one tap, and is told when it is fixed. */
export const MeTooRequest = z.object({ productId: z.string(), troubleId: z.string() });
export type MeTooRequest = z.infer<typeof MeTooRequest>;
