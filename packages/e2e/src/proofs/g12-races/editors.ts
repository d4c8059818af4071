import { randomUUID } from 'node:crypto';
import type { Visitor } from '../../product/visitor.ts';
import { type Finding, finding } from '../proof.ts';
import { Bss, inTurns, type Place, racer } from '../place.ts';

export interface Size {
  readonly objects: number;
  readonly editors: number;
}

interface Ticket {
  readonly id: string;
  readonly entries: readonly { readonly note?: string }[];
}

const RUN = randomUUID().slice(0, 8);
/** Objects that are raced for at the same time. */
const AT_ONCE = 2;
const TICKETS = 'troubleTicket/v4/troubleTicket';

async function raise(ada: Visitor, count: number): Promise<string[]> {
  const { items } = JSON.parse((await ada.call('GET', '/products')).text) as { items: { id: string }[] };
  const body = { productId: items[0]?.id, kind: 'request', severity: 'minor', title: `Race ${RUN}`, description: 'Everybody writes.' };
  const raised = await inTurns(Array.from({ length: count }), 4, () => ada.call('POST', '/tickets', { body }));
  return raised.map(({ text }) => (JSON.parse(text) as Ticket).id);
}

/** Adds a note, and comes again under the same key when told that too many do. */
async function note(ada: Visitor, id: string, text: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const ask = { body: { text }, key: randomUUID(), headers };
  let answer = await ada.call('POST', `/tickets/${id}/notes`, ask);
  for (let tries = 0; tries < 20 && answer.status === 503; tries += 1) answer = await ada.call('POST', `/tickets/${id}/notes`, ask);
  return answer.status;
}

async function notesOf(ada: Visitor, id: string): Promise<string[]> {
  const { entries } = JSON.parse((await ada.call('GET', `/tickets/${id}`)).text) as Ticket;
  return entries.flatMap((entry) => entry.note ?? []);
}

const racers = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, index) => `${prefix} ${index}`);

/** Which of these texts is not there exactly once. */
function lost(texts: readonly string[], there: readonly string[]): string | undefined {
  const missing = texts.filter((text) => there.filter((one) => one === text).length !== 1);
  return missing.length === 0 ? undefined : `${missing.length} of ${texts.length} updates lost or doubled`;
}

/** All write at once, and nobody cares what the others write: everybody's words must be there. */
async function allAdd(ada: Visitor, id: string, { editors }: Size): Promise<string | undefined> {
  const texts = racers(editors, 'added');
  const statuses = await Promise.all(texts.map((text) => note(ada, id, text)));
  const odd = statuses.find((status) => status !== 200);
  return odd === undefined ? lost(texts, await notesOf(ada, id)) : `an editor got ${odd}`;
}

/** All have seen the same state and say so: one may write, to all others it has changed. */
async function oneWins(ada: Visitor, id: string, { editors }: Size): Promise<string | undefined> {
  const before = await notesOf(ada, id);
  const { headers } = await ada.call('GET', `/tickets/${id}`);
  const etag = String(headers['etag']);
  const statuses = await Promise.all(racers(editors, 'saw').map((text) => note(ada, id, text, { 'if-match': etag })));
  const won = statuses.filter((status) => status === 200).length;
  const told = statuses.filter((status) => status === 412).length;
  const added = (await notesOf(ada, id)).length - before.length;
  return won === 1 && told === editors - 1 && added === 1 ? undefined : `${won} won, ${told} told, ${added} written`;
}

/** Other systems at the BSS itself: each reads, adds, and writes with the revision it read, until it is taken. */
async function atTheBss(bss: Bss, id: string, { editors }: Size): Promise<string | undefined> {
  const texts = racers(Math.min(editors, 25), 'system');
  await Promise.all(
    texts.map(async (text) => {
      for (let tries = 0; tries < 200; tries += 1) {
        const { body, etag = '' } = await bss.say('GET', `${TICKETS}/${id}`);
        const { status } = await bss.say('PATCH', `${TICKETS}/${id}`, { note: [...((body['note'] as object[] | undefined) ?? []), { id: randomUUID(), text }] }, { 'if-match': etag });
        if (status === 200) return;
      }
    }),
  );
  const { body } = await bss.say('GET', `${TICKETS}/${id}`);
  return lost(texts, (body['note'] as { text: string }[]).map((one) => one.text));
}

/** The same without saying what was read: the later writer drops the earlier one's words, and that must be seen. */
async function unguarded(bss: Bss, id: string): Promise<string | undefined> {
  const texts = racers(20, 'careless');
  const read = await Promise.all(texts.map(() => bss.say('GET', `${TICKETS}/${id}`)));
  await Promise.all(texts.map((text, index) => bss.say('PATCH', `${TICKETS}/${id}`, { note: [...((read[index]?.body['note'] as object[] | undefined) ?? []), { id: randomUUID(), text }] })));
  const { body } = await bss.say('GET', `${TICKETS}/${id}`);
  return lost(texts, (body['note'] as { text: string }[]).map((one) => one.text)) === undefined ? 'nothing noticed' : undefined;
}

export async function racingEditors(where: Place, size: Size, tell: (text: string) => void): Promise<Finding[]> {
  const ada = await racer(where.url, 'ada');
  const bss = new Bss(where);
  try {
    const ids = await raise(ada, size.objects);
    let done = 0;
    const each = (work: (id: string) => Promise<string | undefined>) =>
      inTurns(ids, AT_ONCE, async (id) => {
        tell(`G12 race ${(done += 1)} of ${ids.length * 3}`);
        return work(id);
      });
    const added = await each((id) => allAdd(ada, id, size));
    const won = await each((id) => oneWins(ada, id, size));
    const systems = await each((id) => atTheBss(bss, id, size));
    const careless = await unguarded(bss, (await raise(ada, 1))[0] ?? '');
    const updates = size.objects * size.editors;
    return [
      finding(`${size.objects} objects × ${size.editors} racing editors: 0 lost updates`, `${updates} updates, ${where.what}`, added),
      finding('If-Match of the same state by all of them: one wins, the rest get 412', `${updates} tries`, won),
      finding('Other systems at the BSS with If-Match: 0 lost updates', `${systems.length} objects`, systems),
      finding('Sabotage: without If-Match lost updates are seen', 'noticed', [careless]),
    ];
  } finally {
    await ada.close();
    await bss.close();
  }
}
