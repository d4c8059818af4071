import type { LineTest, TestKind, TestOffer, TestReading } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { characteristic, instant, meaningOf, needed, number, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

const STATES: Readonly<Record<string, LineTest['state']>> = { acknowledged: 'running', inprogress: 'running', pending: 'waiting', completed: 'done', failed: 'failed', rejected: 'refused', cancelled: 'refused' };
const VERDICTS: Readonly<Record<string, NonNullable<LineTest['verdict']>>> = { good: 'good', degraded: 'degraded', bad: 'bad' };

/** What a test does is told by its name: TMF653 has no word for it. */
export function kindOf(name: string | undefined): TestKind {
  if (/re(boot|start)/i.test(name ?? '')) return 'reboot';
  return /speed/i.test(name ?? '') ? 'speed' : 'line';
}

const readable = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

function readingOf(measure: TmfBody): TestReading[] {
  const value = number(measure, 'value', 'value');
  const name = text(measure, 'metricName') ?? text(measure, 'value', 'name');
  if (value === undefined || name === undefined) return [];
  const rules = measure['ruleViolation'];
  return [{ name: readable(name), value, ...optional({ text: text(measure, 'metricDescription'), unit: text(measure, 'unitOfMeasure'), ok: Array.isArray(rules) ? rules.length === 0 : undefined }) }];
}

/** A TMF653 serviceTest. Without a word of the server's on what it means, the thresholds that were passed say it. */
export function lineTestOf(body: TmfBody): LineTest {
  const state = needed(meaningOf(STATES, text(body, 'state')?.toLowerCase()), 'state');
  const said = records(body, 'characteristic');
  const readings = records(body, 'testMeasure').flatMap(readingOf);
  const judged = readings.filter(({ ok }) => ok !== undefined);
  const measured = judged.length === 0 ? undefined : judged.some(({ ok }) => ok === false) ? ('degraded' as const) : ('good' as const);
  const name = text(body, 'testSpecification', 'name') ?? text(body, 'name');
  return {
    id: needed(text(body, 'id'), 'id'),
    kind: kindOf(name),
    name: name ?? 'Test',
    state,
    readings,
    ...optional({
      verdict: state === 'done' ? (meaningOf(VERDICTS, characteristic(said, 'verdict')) ?? measured) : undefined,
      text: characteristic(said, 'advice'),
      warning: characteristic(said, 'warning'),
      at: instant(body, 'endDateTime') ?? instant(body, 'startDateTime') ?? instant(body, 'lastUpdate'),
    }),
  };
}

/** A kind of test the operator offers. */
export function offerOf(spec: TmfBody): (TestOffer & { id: string }) | undefined {
  const [id, name] = [text(spec, 'id'), text(spec, 'name')];
  if (id === undefined || name === undefined || (text(spec, 'lifecycleStatus') ?? 'active').toLowerCase() === 'retired') return undefined;
  const consent = records(spec, 'specCharacteristic').find((one) => text(one, 'name') === 'acceptInterruption');
  return { id, kind: kindOf(name), name, ...optional({ text: text(spec, 'description'), warning: consent && (text(consent, 'description') ?? name) }) };
}

/** A test in words, to go with a ticket: what the people who mend it read. */
export function testPaper({ name, at, state, verdict, text: advice, readings }: LineTest): string {
  const figures = readings.map((one) => `${one.name}: ${one.value}${one.unit ? ` ${one.unit}` : ''}${one.ok === false ? ' (out of range)' : ''}`);
  return [`${name}, ${at ?? 'no time known'}`, `State: ${state}${verdict ? `, verdict: ${verdict}` : ''}`, ...(advice ? [advice] : []), ...figures].join('\n');
}
