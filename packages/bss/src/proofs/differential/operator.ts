import { type Step, type Trace, withIds } from './step.ts';
import { type Answer, type Ask, asker, type Asked } from '../conformance/asking.ts';
import { ORIGIN, START } from '../conformance/subject.ts';
import { createBss } from '../../bss.ts';
import type { Store } from '../../store/store.ts';
import { isObject } from '../../surface/body.ts';

const HEADERS = ['allow', 'content-type', 'etag', 'link', 'location', 'x-result-count', 'x-total-count'];

/** Begins the line of a trace that tells of a fault of our own. */
export const FAULT = 'fault: ';

/** JSON whose attributes stand in order: stores keep them in different ones, and order says nothing. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isObject(member) ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}

function traceOf({ status, headers, body, text }: Answer): string {
  const shown = HEADERS.flatMap((name) => (headers.has(name) ? [`${name}: ${headers.get(name)}`] : []));
  return [String(status), ...shown, body === undefined ? text : canonical(body)].join('\n');
}

/** An asked request with ids in the places of what earlier steps made. */
function filled(asked: Asked, ids: ReadonlyMap<number, string>): Asked {
  const path = withIds(asked.path, ids);
  const encoded = new Map([...ids].map(([at, id]) => [at, encodeURIComponent(id.toWellFormed())]));
  const headers = Object.fromEntries(Object.entries(asked.headers ?? {}).map(([name, value]) => [name, withIds(value, encoded)]));
  if (asked.body === undefined) return { ...asked, path, headers };
  return { ...asked, path, headers, text: withIds(JSON.stringify(asked.body), ids) };
}

/** One thing came of it, whoever was first: who comes while the first is under way may be told so, or wait and be told what came. */
async function madeOnce(ask: Ask, rivals: readonly Asked[], answers: readonly Answer[]): Promise<string> {
  const [again] = await Promise.all(rivals.slice(0, 1).map((asked) => ask(asked)));
  const others = answers.filter(({ status, text }) => text !== again?.text && status !== 409).map(traceOf);
  return again ? [traceOf(again), ...others].join('\n') : '';
}

async function raced(ask: Ask, rivals: readonly Asked[]): Promise<string> {
  const answers = await Promise.all(rivals.map((asked) => ask(asked)));
  const [first] = rivals;
  if (first?.method === 'POST') return madeOnce(ask, rivals, answers);
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  // What became of it is the same whoever was first, but for who was told what.
  return `${statuses.join(' ')}\n${first ? traceOf(await ask({ method: 'GET', path: first.path })) : ''}`;
}

/**
 * Runs one sequence on an empty store and writes down all that can be seen from outside, outbox and all. Chance is dealt
 * afresh for each step: who loses a race may have drawn from it or not.
 */
export async function played(store: Store, steps: readonly Step[], deal: (at: number) => void): Promise<Trace[]> {
  let now = Date.parse(START);
  const faults: unknown[] = [];
  const bss = createBss({ store, clock: () => new Date(now), report: (cause) => faults.push(cause) });
  const ask = asker((request) => bss.fetch(request), ORIGIN);
  const ids = new Map<number, string>();
  const traces: Trace[] = [];
  for (const step of steps) {
    now += 1000;
    deal(step.at);
    let text = '';
    if (step.kind === 'time') {
      now += step.seconds * 1000;
      await bss.tick();
    } else if (step.kind === 'race') text = await raced(ask, step.asked.map((asked) => filled(asked, ids)));
    else {
      const answer = await ask(filled(step.asked, ids));
      text = traceOf(answer);
      if (answer.status === 201 && isObject(answer.body)) ids.set(step.at, String(answer.body['id']));
    }
    const fault = faults.splice(0).map((cause) => `${FAULT}${cause instanceof Error ? cause.message : String(cause)}`);
    traces.push({ at: step.at, text: [text, ...fault].join('\n') });
  }
  const changes = await store.changes.after(0, 10_000);
  const told = changes.map(({ eventType, resource, id, partyIds, eventTime }) => [eventTime, eventType, resource, id, ...partyIds.toSorted()].join(' '));
  traces.push({ at: steps.length, text: told.join('\n') });
  await bss.close();
  return traces;
}
