import type { Answers, FieldProblem, Question } from '@faceplate/contracts';
import type { Wish } from '@faceplate/domain';
import { invalid } from '../problem.ts';
import { optional } from '../products/products.adapter.ts';
import { number, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A question, and the name by which offers answer it. */
export interface GuideQuestion extends Question {
  trait: string;
  /** Answers that own use gives. */
  rules: KnownBy[];
}

/** Who used so much of something in the last months would answer so. */
export interface KnownBy {
  optionId: string;
  /** What a use is called, or its kind: `data`. */
  use: string;
  atLeast: number;
}

const slug = (words: string): string =>
  words.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'option';

/** The questions of a TMF620 specification; one with fewer than two answers is no question. */
export function questionsOf(specification: TmfBody | undefined): GuideQuestion[] {
  return records(specification, 'productSpecCharacteristic').flatMap((one) => {
    const trait = text(one, 'name');
    const options = optionsOf(one);
    if (!trait || options.length < 2) return [];
    return [{ trait, id: slug(trait), text: text(one, 'description') ?? trait, options, rules: rulesOf(one), ...optional({ help: text(one, 'help') }) }];
  });
}

/** TMF620 has no word for it: `knownBy` of a value is an extension of ours. Without it every question is asked. */
function rulesOf(one: TmfBody): KnownBy[] {
  return records(one, 'productSpecCharacteristicValue').flatMap((value): KnownBy[] => {
    const [label, use] = [text(value, 'value'), text(value, 'knownBy', 'use')];
    const atLeast = number(value, 'knownBy', 'atLeast');
    return label !== undefined && use !== undefined && atLeast !== undefined && atLeast > 0 ? [{ optionId: slug(label), use, atLeast }] : [];
  });
}

function optionsOf(one: TmfBody): Question['options'] {
  const labels = records(one, 'productSpecCharacteristicValue').flatMap((value) => text(value, 'value') ?? []);
  // Two labels that differ only in signs must not share an id.
  return [...new Map(labels.map((label) => [slug(label), { id: slug(label), label }])).values()];
}

/** The answers as wishes, in the guide's order. @throws Refusal naming each answer that fits no question. */
export function wishesOf(questions: readonly GuideQuestion[], answers: Answers): Wish[] {
  const errors: FieldProblem[] = Object.entries(answers).flatMap(([id, choice]) => {
    const question = questions.find((one) => one.id === id);
    if (!question) return [{ path: `answers.${id.slice(0, 64)}`, message: 'There is no such question.' }];
    return question.options.some((option) => option.id === choice) ? [] : [{ path: `answers.${id}`, message: 'Choose one of the answers given.' }];
  });
  if (errors.length > 0) throw invalid(422, errors.slice(0, 20));
  return questions.flatMap(({ id, trait, options }) => {
    const chosen = options.find((option) => option.id === answers[id]);
    return chosen ? [{ name: trait, value: chosen.label }] : [];
  });
}
