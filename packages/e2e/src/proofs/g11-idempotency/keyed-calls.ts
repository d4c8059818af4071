import type { Answer, Visitor } from '../../product/visitor.ts';

/** One wish of a customer's, to be fulfilled once. */
export interface Wish {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
}

/** How often a copy that is told "still being done" asks again; each time it waits for its own turn on the wire alone. */
const MOST_TRIES = 400;

/** A copy that comes again as long as it is told to: what a client's retry does. */
export async function insist(visitor: Visitor, { path, body, key }: Wish): Promise<Answer> {
  let answer = await visitor.call('POST', path, { body, key });
  for (let tries = 1; tries < MOST_TRIES && answer.status === 409 && answer.text.includes('"in-progress"'); tries += 1) {
    answer = await visitor.call('POST', path, { body, key });
  }
  return answer;
}

/** All copies at once, each as stubborn as the other. */
export const copies = (visitor: Visitor, wish: Wish, count: number, keyOf: (copy: number) => string = () => wish.key): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, copy) => insist(visitor, { ...wish, key: keyOf(copy) })));

const replayed = ({ headers }: Answer): boolean => headers['idempotency-replayed'] === 'true';

/** What is wrong with the answers that the copies of one wish got. */
export function unlike(answers: readonly Answer[]): string | undefined {
  const [first] = answers;
  const odd = answers.find(({ status }) => status !== 201);
  if (odd) return `a copy got ${odd.status}: ${odd.text.slice(0, 120)}`;
  if (answers.some(({ text }) => text !== first?.text)) return 'copies got different bytes';
  if (answers.some(({ headers }) => headers['content-type'] !== first?.headers['content-type'])) return 'copies got different types';
  const firsts = answers.filter((answer) => !replayed(answer)).length;
  return firsts === 1 ? undefined : `${firsts} copies were not told that theirs is a repeat`;
}

/** The same key with another wish must be refused, and do nothing. */
export async function otherBody(visitor: Visitor, wish: Wish): Promise<string | undefined> {
  const { status, text } = await visitor.call('POST', wish.path, { body: { ...wish.body, description: 'Something else.' }, key: wish.key });
  return status === 422 && text.includes('"key-reused"') ? undefined : `another body under the same key: ${status}`;
}

/** The same key of somebody else's is somebody else's wish. */
export async function otherParty(visitor: Visitor, wish: Wish, seen: string): Promise<string | undefined> {
  const answer = await visitor.call('POST', wish.path, { body: wish.body, key: wish.key });
  if (answer.status !== 201) return `another party's same key: ${answer.status}`;
  return replayed(answer) || answer.text === seen ? "another party's same key was answered with the first party's result" : undefined;
}

/** Without a key, or with one that is none, nothing happens. */
export async function withoutKey(visitor: Visitor, { path, body }: Wish, key: string): Promise<string | undefined> {
  const { status, text } = await visitor.call('POST', path, { body, key });
  return status === 400 && text.includes('"idempotency-key-missing"') ? undefined : `key ${JSON.stringify(key)}: ${status}`;
}
