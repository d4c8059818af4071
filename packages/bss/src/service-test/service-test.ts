import type { Act, Noun } from '../nouns/noun.ts';
import { valueOf, withValues } from '../rules/characteristic.ts';
import { type Course, instant, type Json, objects, oneOf, type Pace, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreReader, StoreTransaction } from '../store/store.ts';
import { Dice } from '../world/random.ts';
import { type LineState, lineOf } from './line.ts';
import { measureOf, resultOf, type TestKind } from './measures.ts';

export const WARNING = 'Your connection is interrupted for about three minutes: calls, films and alarm systems too.';

const serviceIn = (test: Resource): string => text(objects(test['relatedService'])[0]?.['id']) ?? '';

/** Which of our tests is meant: by the name of its specification, or by its own. */
async function kindOf(reader: StoreReader, test: Resource): Promise<TestKind> {
  const [specification = {}] = objects(test['testSpecification']);
  const known = await reader.get('serviceTestSpecification', text(specification['id']) ?? '');
  const name = [known?.body['name'], specification['name'], test['name']].map(text).find(Boolean) ?? '';
  if (/reboot|restart/i.test(name)) return 'reboot';
  return /speed/i.test(name) ? 'speed' : 'line';
}

/** Why a line cannot be tested at all. */
function obstacle(line: LineState | undefined): string | undefined {
  if (!line) return 'We know no such line. Ask about one of your services, or about its product.';
  const status = line.product['status'];
  if (status === 'suspended') return 'This line is suspended. It can be tested when it is open again.';
  return status === 'active' ? undefined : 'This line is not in service.';
}

const isAccepted = (test: Resource): boolean => valueOf(test['characteristic'], 'acceptInterruption') === true;

async function begin(act: Act, test: Resource): Promise<Json> {
  const line = await lineOf(act.tx, serviceIn(test));
  const refusal = obstacle(line);
  const noted = (values: Json) => ({ characteristic: withValues(test['characteristic'], values) });
  if (refusal !== undefined) return { state: 'rejected', ...noted({ advice: refusal }) };
  const asks = (await kindOf(act.tx, test)) === 'reboot' && !isAccepted(test);
  if (asks) return { state: 'pending', ...noted({ warning: WARNING }) };
  return { state: 'inProgress', startDateTime: act.now.toISOString() };
}

async function finish(act: Act, test: Resource): Promise<Json> {
  const line = await lineOf(act.tx, serviceIn(test));
  const at = act.now.toISOString();
  if (!line) return { state: 'failed', endDateTime: at, characteristic: withValues(test['characteristic'], { advice: 'The line has gone meanwhile.' }) };
  const { state, verdict, advice, readings } = resultOf(await kindOf(act.tx, test), line, new Dice(`test/${test.id}`));
  return {
    state,
    endDateTime: at,
    testMeasure: readings.map((reading) => measureOf(reading, at)),
    characteristic: withValues(test['characteristic'], { verdict, advice }),
  };
}

async function advance(tx: StoreTransaction, test: Resource, { now }: Pace): Promise<void> {
  const act = { tx, now: new Date(now) };
  const patch = test['state'] === 'inProgress' ? await finish(act, test) : await begin(act, test);
  await save(tx, 'serviceTest', { ...test, ...patch, lastUpdate: act.now.toISOString() }, act.now);
}

const running: Course = {
  resource: 'serviceTest',
  open: [oneOf('state', 'acknowledged', 'pending', 'inProgress')],
  isDue: (test, { now, step }) => now >= instant(test['lastUpdate']) + step && (test['state'] !== 'pending' || isAccepted(test)),
  advance,
};

/** Whose line is tested hears of the result. */
async function creating({ tx }: Act, body: Resource): Promise<Resource> {
  const line = await lineOf(tx, serviceIn(body));
  if (!line || objects(body['relatedParty']).length > 0) return body;
  return { ...body, relatedParty: objects(line.product['relatedParty']).map((party) => (party['role'] === 'owner' ? { ...party, role: 'customer' } : party)) };
}

/** TMF653: a test runs by itself and finds what the line is like. A restart waits for the word of whoever it interrupts. */
export const serviceTestNoun: Noun = { resource: 'serviceTest', creating, courses: [running] };
