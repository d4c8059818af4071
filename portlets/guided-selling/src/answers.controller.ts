import type { Answers, Guide, Question } from '@faceplate/contracts';
import { Draft } from '@faceplate/portlet-kit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import * as z from 'zod/mini';

const Kept = z.object({ answers: z.record(z.string(), z.string()), at: z.int(), place: z.enum(['questions', 'shortlist', 'list']) });
type Kept = z.infer<typeof Kept>;

/** What the customer looks at on the way to an offer. */
export type Place = Kept['place'];

/** "No preference" is an answer too: it is not asked again, and it is no wish. */
export const NO_PREFERENCE = '';

const start: Kept = { answers: {}, at: 0, place: 'questions' };

/** Where the customer is among the questions, and what was answered: kept on this device, each person's own. */
export class AnswersController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #questions: readonly Question[] = [];
  #known: Guide['known'];
  #person: string | undefined;
  #draft: Draft<Kept> | undefined;
  #kept = start;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Lit wants one method of a controller; nothing has to happen here. */
  hostConnected(): void {}

  /** The questions as the catalogue has them now; a person who comes back finds the answers of before, unless an address brings others. */
  open(person: string, { questions, known }: Guide, shared: string | null): void {
    this.#questions = questions;
    this.#known = known;
    if (person === this.#person) return;
    this.#person = person;
    this.#draft = new Draft('guided-selling', person, Kept);
    this.#kept = this.#draft.read() ?? start;
    if (shared) this.#keep({ answers: Object.fromEntries(shared.split(',').map((one) => one.split('.'))) as Answers, place: 'shortlist' });
  }

  /** The answers as an address has them. */
  get shared(): string {
    return Object.entries(this.wishes).map((one) => one.join('.')).join();
  }

  /** From what the answer on show is known, while the customer has given none. */
  get because(): string {
    const { question } = this;
    return question && !(question.id in this.#kept.answers) ? (this.#knownFor(question)?.because ?? '') : '';
  }

  get place(): Place {
    return this.#questions.length === 0 ? 'list' : this.#kept.place;
  }

  get total(): number {
    return this.#questions.length;
  }

  /** From 1, as people count. */
  get position(): number {
    return Math.min(Math.max(this.#kept.at, 0), this.total - 1) + 1;
  }

  get question(): Question | undefined {
    return this.#questions[this.position - 1];
  }

  get chosen(): string | undefined {
    return this.question && this.#answerTo(this.question);
  }

  /** How many questions are behind the customer. */
  get given(): number {
    return this.#questions.filter((question) => this.#answerTo(question) !== undefined).length;
  }

  /** What the service is asked with. */
  get wishes(): Answers {
    const answered = this.#questions.map((question) => [question.id, this.#answerTo(question) ?? NO_PREFERENCE] as const);
    return Object.fromEntries(answered.filter(([, option]) => option !== NO_PREFERENCE));
  }

  answer(option: string): void {
    const { question } = this;
    if (question) this.#keep({ answers: { ...this.#kept.answers, [question.id]: option } });
  }

  leave(towards: 'next' | 'back'): void {
    if (towards === 'back') this.#keep({ at: this.position - 2 });
    else if (this.position === this.total) this.show('shortlist');
    else this.#keep({ at: this.position });
  }

  show(place: Place): void {
    this.#keep({ place });
  }

  /** From the first question again, and nothing of it stays on the device. */
  restart(): void {
    this.#kept = start;
    this.#draft?.clear();
    this.#host.requestUpdate();
  }

  /** An answer that the catalogue no longer knows counts as none. */
  #answerTo({ id, options }: Question): string | undefined {
    const given = this.#kept.answers[id] ?? this.#knownFor({ id })?.optionId;
    return given === NO_PREFERENCE || options.some((option) => option.id === given) ? given : undefined;
  }

  #knownFor({ id }: Pick<Question, 'id'>) {
    return this.#known?.find(({ questionId }) => questionId === id);
  }

  #keep(changed: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...changed };
    this.#draft?.keep(this.#kept);
    this.#host.requestUpdate();
  }
}
