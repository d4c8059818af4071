import type { AnswerRequest, Need, Order } from '@faceplate/contracts';
import { invalid } from '../problem.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { acceptedFile, attachmentBody } from '../uploads/attachment.ts';
import { OURS } from './item-facts.ts';
import { conflict, lineIn, movedTo, noteOf, type OfLine, placeFor, shownLine, startOf, withLine } from './lines.ts';
import { linesOf } from './orders.adapter.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';

const WANTED: Readonly<Record<Need['kind'], string>> = {
  document: 'Send the document as a file.',
  address: 'Choose an address.',
  date: 'Choose a day.',
  number: 'Choose a number.',
  note: 'Write an answer.',
  activation: 'Activate it; no answer is needed.',
};

/** What was asked for and is not in the answer. */
function missing({ kind }: Need, { file, text: words, placeId, choiceId, date }: AnswerRequest): boolean {
  if (kind === 'document') return !file;
  if (kind === 'address') return placeId === undefined && words === undefined;
  if (kind === 'activation') return true;
  if (kind === 'date') return date === undefined && words === undefined;
  return kind === 'number' ? choiceId === undefined && words === undefined : words === undefined && !file;
}

/** What the customer has given, ready to be written on the line. */
interface Given {
  /** Names the note or file, the same for every repeat of the call. */
  mark: string;
  answer: AnswerRequest;
  file: TmfBody | undefined;
  place: TmfBody | undefined;
}

async function givenIn(call: OfLine<AnswerRequest>): Promise<Given> {
  const { body: answer } = call;
  const mark = `${OURS}${call.operationKey.slice(0, 16)}`;
  const file = answer.file && attachmentBody(mark, answer.file.name, acceptedFile(answer.file.content));
  return { mark, answer, file, place: answer.placeId === undefined ? undefined : await placeFor(call, answer.placeId) };
}

const isThere = (item: TmfBody, mark: string): boolean => [...records(item, 'note'), ...records(item, 'attachment')].some((one) => text(one, 'id') === mark);

/** The line with what the customer has given. A repeat whose first answer was lost finds its note or file there. */
export async function answerItem(call: OfLine<AnswerRequest>): Promise<Order> {
  const { orderId, itemId } = call.params;
  const backend = ordersBackend(call);
  const given = await givenIn(call);
  const { need } = shownLine(await shownOrder(call, await backend.order(orderId)), itemId);
  const changed = await backend.change(orderId, (order) => {
    if (isThere(lineIn(linesOf(order), itemId), given.mark)) return undefined;
    if (!need) throw conflict('answer-not-needed', 'This line does not wait for anything from you any more.');
    if (missing(need, given.answer)) throw invalid(422, [{ path: need.kind === 'document' ? 'file' : 'text', message: WANTED[need.kind] }]);
    return withLine(order, itemId, (line) => answered(call, line, given));
  });
  return shownOrder(call, changed);
}

function answered(call: OfLine<AnswerRequest>, line: TmfBody, { mark, answer, file, place }: Given): TmfBody {
  const { date, choiceId, text: words } = answer;
  const note = noteOf(call, mark, words ?? choiceId ?? text(place, 'name') ?? date ?? '');
  const told: TmfBody = {
    ...line,
    ...(file ? { attachment: [...records(line, 'attachment'), file] } : { note: [...records(line, 'note'), note] }),
    ...(date !== undefined && { requestedCompletionDate: startOf(call, date) }),
  };
  const numbered = choiceId === undefined ? told : withNumber(told, choiceId);
  return place ? movedTo(numbered, place) : numbered;
}

function withNumber(item: TmfBody, number: string): TmfBody {
  const [product = {}] = records(item, 'product');
  const others = records(product, 'productCharacteristic').filter((one) => text(one, 'name') !== 'identifier');
  return { ...item, product: { ...product, productCharacteristic: [...others, { name: 'identifier', valueType: 'string', value: number }] } };
}
