import { TicketKind, type FormField, type LadderStep, type TicketForm, type TicketForms } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach, type Rows } from '../tmf/gather.ts';
import { at, meaningOf, money, needed, number, records, text, whole } from '../tmf/read.ts';
import { rowsOf } from '../tmf/rows.ts';
import { isLacking, UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';

/** Beside title and description: no form asks for more than five things. */
const MOST_FIELDS = 3;
const SPECIFICATION = 'troubleTicketSpecification';

/** Of an operator who has set no kinds of tickets: the three there are everywhere. */
const PLAIN: readonly TicketForm[] = [
  { id: 'incident', kind: 'incident', name: 'Something does not work', isChange: false, fields: [] },
  { id: 'request', kind: 'request', name: 'A wish or a question', isChange: false, fields: [] },
  { id: 'complaint', kind: 'complaint', name: 'Something went wrong with us', isChange: false, fields: [] },
];

/** Values of a characteristic of a specification: v5's name of the list, and the one it has in v4. */
const values = (spec: TmfBody): unknown[] => [...records(spec, 'characteristicValueSpecification'), ...records(spec, 'productSpecCharacteristicValue')].map(({ value }) => value);

const asked = (body: TmfBody): TmfBody[] => records(body, 'specCharacteristic');
const saidIn = (body: TmfBody, name: string): unknown => values(asked(body).find((one) => text(one, 'name') === name) ?? {})[0];

const KINDS: Readonly<Record<string, FormField['kind']>> = { lines: 'lines', dateTime: 'moment', date: 'moment', number: 'number', integer: 'number' };

/** What the operator has set is not asked for; an object is not typed into a field. */
const isAsked = (spec: TmfBody): boolean =>
  spec['configurable'] !== false && text(spec, 'valueType') !== 'object' && !['ticketType', 'escalation', 'leadTime', 'price'].includes(text(spec, 'name') ?? 'price');

function fieldOf(spec: TmfBody): FormField {
  const name = text(spec, 'name') ?? '';
  const choices = values(spec).flatMap((value) => text({ value }, 'value') ?? []);
  const kind = choices.length > 0 ? 'choice' : (meaningOf(KINDS, text(spec, 'valueType')) ?? 'text');
  return { name: name.slice(0, 60), label: text(spec, 'description') ?? name, kind, required: (number(spec, 'minCardinality') ?? 0) > 0, ...(choices.length > 0 && { choices }) };
}

const DAYS = [0, 400] as const;

/** One TMF621 specification; none of a kind that is raised elsewhere, such as a dispute. */
function formOf(body: TmfBody, currency: string): TicketForm | undefined {
  const kind = TicketKind.safeParse(text({ value: saidIn(body, 'ticketType') }, 'value'));
  const status = text(body, 'lifecycleStatus')?.toLowerCase() ?? 'active';
  if (!kind.success || !['active', 'launched'].includes(status)) return undefined;
  const leadDays = whole(DAYS, saidIn(body, 'leadTime'), 'amount');
  const price = money(currency, saidIn(body, 'price'));
  const isChange = leadDays !== undefined || price !== undefined;
  const fields = asked(body).filter(isAsked).map(fieldOf).slice(0, MOST_FIELDS);
  return { id: needed(text(body, 'id'), 'id'), kind: kind.data, name: needed(text(body, 'name'), 'name'), isChange, fields, ...optional({ text: text(body, 'description'), leadDays, price }) };
}

/** The operator's kinds of tickets; none of a system that knows no such thing. @throws {UpstreamProblem} when they cannot be read. */
async function specifications(call: Call): Promise<Rows> {
  const list = await call.tmf('TMF621').list(SPECIFICATION, {}, { limit: 100 }).catch((error: unknown) => {
    if (!isLacking(error)) throw error;
    return undefined;
  });
  return list ? rowsOf(call, 'TMF621', SPECIFICATION, list) : { rows: [], unreadable: 0 };
}

/** What can be raised here and what each asks for: the operator's own, or the plain three where there are none or they cannot be read. */
export async function formsOf(call: Call): Promise<TicketForms> {
  const { value: found, gaps: missing } = await orGap('TMF621', specifications(call));
  if (!found) return { items: [...PLAIN], gaps: missing };
  const { items, gaps } = readEach('TMF621', found, (body) => formOf(body, call.tenant.currency));
  return { items: items.length > 0 ? items : [...PLAIN], gaps };
}

/** A form by its id; one of the plain three also where the operator has forms, since it may have been opened while those could not be read. @throws {UpstreamProblem} when nobody can say whether there is such a form. */
export async function formBy(call: Call, id: string): Promise<TicketForm | undefined> {
  const { items, gaps } = await formsOf(call);
  const form = [...items, ...PLAIN].find((one) => one.id === id);
  if (!form && gaps.length > 0) throw new UpstreamProblem('unreachable', call.tmf('TMF621').origin, 'some of the forms are missing');
  return form;
}

const HOURS = [0, 10_000] as const;
/** For whom a step is, where it is not for all. */
const isFor = (step: TmfBody, persona: string | undefined): boolean => text(step, 'for') === undefined || text(step, 'for') === persona;

export interface Rung extends LadderStep {
  /** Hours after it was raised from which it can be asked for. */
  afterHours: number;
}

/** The ladder for tickets of this type, lowest first; empty where the operator has set none. @throws {UpstreamProblem} when nobody can say. */
export async function readLadderFor(call: Call, ticketType: string | undefined): Promise<Rung[]> {
  const { rows, gaps = [] } = await specifications(call);
  const of = (body: TmfBody) => text({ value: saidIn(body, 'ticketType') }, 'value') === ticketType && at(body, 'id') !== undefined;
  const steps = records(rows.filter(of).map((body) => saidIn(body, 'escalation')).find((said) => said !== undefined) ?? []);
  if (steps.length === 0 && gaps.length > 0) throw new UpstreamProblem('unreachable', call.tmf('TMF621').origin, 'some of the kinds of tickets are missing');
  return readLadder(steps, call.subject.persona);
}

/** The ladder to look at: none where it cannot be read. */
export const ladderFor = async (call: Call, ticketType: string | undefined): Promise<Rung[]> => (await orGap('TMF621', readLadderFor(call, ticketType))).value ?? [];

function readLadder(steps: readonly TmfBody[], persona: string): Rung[] {
  return steps
    .filter((step) => isFor(step, persona))
    .flatMap((step) => {
      const [level, name] = [whole([1, 20], step, 'level'), text(step, 'name')];
      if (level === undefined || name === undefined) return [];
      const url = text(step, 'url');
      const answersWithinHours = whole(HOURS, step, 'answersWithinHours');
      return [{ level, name, afterHours: whole(HOURS, step, 'afterHours') ?? 0, ...(step['outside'] === true && { outside: true }), ...optional({ answersWithinHours, url: url?.startsWith('https://') ? url : undefined }) }];
    })
    .toSorted((one, other) => one.level - other.level);
}
