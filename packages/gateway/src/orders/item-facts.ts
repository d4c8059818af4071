import type { ItemNote, LocalDate, Need, OrderItem, Stage } from '@faceplate/contracts';
import { isFinal } from '@faceplate/domain';
import { monthlyOf, optional } from '../products/products.adapter.ts';
import { instant, meaningOf, QUANTITY, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { activationOf } from './activation.adapter.ts';
import { onceOf } from './order-prices.ts';

interface Known {
  stage: Stage;
  late: boolean;
  expected: LocalDate | undefined;
  currency: string;
}

type Facts = Partial<Pick<OrderItem, 'next' | 'delivered' | 'need' | 'notes' | 'activation' | 'product' | 'place' | 'once' | 'monthly' | 'choose'>>;

/** What else a TMF622 line tells, each left out where it does not. */
export function factsOfItem(item: TmfBody, { stage, late, expected, currency }: Known): Facts {
  const prices = records(item, 'itemTotalPrice');
  const isOpen = !isFinal(stage);
  return optional({
    next: isOpen ? nextOf(item) : undefined,
    delivered: stage === 'partly-done' ? whole(QUANTITY, item, 'deliveredQuantity') : undefined,
    need: stage === 'waiting-for-you' ? needOf(item) : undefined,
    notes: notesOf(item),
    activation: activationOf(item),
    product: productOf(item),
    place: placeOf(item),
    once: onceOf(prices, currency),
    monthly: prices.length > 0 ? monthlyOf(prices, currency) : undefined,
    choose: late && isOpen && !hasChosen(item, expected) ? ['wait', 'expedite', 'cancel'] : undefined,
  });
}

function nextOf(item: TmfBody): string | undefined {
  const ahead = records(item, 'milestone').find((step) => text(step, 'status') !== 'Completed');
  return ahead && (text(ahead, 'description') ?? text(ahead, 'name'));
}

function notesOf(item: TmfBody): ItemNote[] | undefined {
  const notes = records(item, 'note').flatMap(noteOf);
  return notes.length > 0 ? notes.toSorted((one, other) => (one.at ?? '').localeCompare(other.at ?? '')) : undefined;
}

function productOf(item: TmfBody): OrderItem['product'] {
  const id = text(item, 'product', 'id');
  return id === undefined ? undefined : { id, name: text(item, 'product', 'name') ?? text(item, 'productOffering', 'name') ?? id };
}

/** Where a line goes, in words. */
export const placeOf = (item: TmfBody): string | undefined =>
  text(records(records(item, 'product')[0], 'place')[0], 'name');

const KINDS: Readonly<Record<string, Need['kind']>> = { document: 'document', address: 'address', date: 'date', number: 'number', note: 'note', activation: 'activation' };

/** `informationRequired` is an extension; a line that waits without it waits for words. */
function needOf(item: TmfBody): Need {
  const [need] = records(item, 'informationRequired');
  const last = records(item, 'note').flatMap(noteOf).at(-1);
  return {
    kind: meaningOf(KINDS, text(need, 'kind')) ?? 'note',
    text: text(need, 'text') ?? last?.text ?? '',
    ...optional({ askedAt: instant(need, 'askedAt'), until: instant(need, 'until'), choices: choicesIn(need) }),
  };
}

function choicesIn(need: TmfBody | undefined): Need['choices'] {
  const choices = records(need, 'choices').flatMap((one) => {
    const id = text(one, 'id');
    return id === undefined ? [] : [{ id, name: text(one, 'name') ?? id }];
  });
  return choices.length > 0 ? choices : undefined;
}

/** Files that a customer has sent through us bear this before their id. */
export const OURS = 'fp-';

function noteOf(note: TmfBody): ItemNote[] {
  const words = text(note, 'text');
  const at = instant(note, 'date');
  return words ? [{ by: text(note, 'authorId') === undefined ? 'provider' : 'you', text: words, ...(at && { at }) }] : [];
}

/** By what a choice about a late line is known again: one that slips further asks anew. */
export const choiceId = (expected: LocalDate | undefined): string => `delay-${expected ?? 'open'}`;

const hasChosen = (item: TmfBody, expected: LocalDate | undefined): boolean => records(item, 'note').some((note) => text(note, 'id') === choiceId(expected));
