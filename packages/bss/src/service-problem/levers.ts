import { make, move } from '../nouns/move.ts';
import type { Act, Lever, Noun } from '../nouns/noun.ts';
import { withValues } from '../rules/characteristic.ts';
import { text } from '../simulator/course.ts';
import type { JsonObject } from '../surface/body.ts';
import type { Resource } from '../store/store.ts';
import { invalidField, notFound, unprocessable } from '../surface/tmf-error.ts';
import { affectedIn, linesIn, productsOf } from './affected.ts';
import { withUpdate } from './updates.ts';

const PRIORITIES: Readonly<Record<string, number>> = { critical: 1, major: 2, minor: 3 };
const OPERATOR = { id: 'meridian', name: 'Meridian Telecom', role: 'originator', '@referredType': 'Organization' };

/** The lines asked for: ids, or all of a kind in an area. Throws a 422 where there are none. */
async function linesAsked({ tx }: Act, { products, area, line }: JsonObject): Promise<Resource[]> {
  if ((products === undefined) === (area === undefined)) throw invalidField('Name either "products" (ids, separated by commas) or an "area" (a post code or a town).');
  const found =
    products === undefined
      ? await linesIn(tx, text(area) ?? '', line === undefined ? undefined : [text(line) ?? ''])
      : await productsOf(tx, (text(products) ?? '').split(',').map((id) => id.trim()));
  if (found.length === 0) throw unprocessable(products === undefined ? `There is no line in "${text(area) ?? ''}".` : 'There is no product of these ids.');
  return found;
}

function problemOf(asked: JsonObject, lines: readonly Resource[], category: string, reason: string): JsonObject {
  const { description, name, area, expectedStart, expectedEnd, severity = 'critical' } = asked;
  const priority = PRIORITIES[(text(severity) ?? '').toLowerCase()];
  if (priority === undefined) throw invalidField(`"severity" must be one of: ${Object.keys(PRIORITIES).join(', ')}.`);
  return {
    name: name ?? (category === 'incident' ? 'Outage' : 'Planned work'),
    category,
    description,
    reason,
    priority,
    originatorParty: OPERATOR,
    relatedEntity: lines.map((one) => ({ id: one.id, name: one['name'], role: 'affected', '@referredType': 'Product' })),
    characteristic: withValues([], { expectedStart, expectedEnd }),
    ...(area !== undefined && { affectedLocation: [{ name: area, role: 'affected area' }] }),
  };
}

const shown = (problem: Resource) => ({ id: problem.id, status: problem['status'], lines: affectedIn(problem).length });

const WHICH = { products: 'text', area: 'text', line: 'text' } as const;

const updateLever = (noun: () => Noun): Lever => ({
  path: 'incidents/:id/update',
  summary: 'Tells the people of an incident how it goes, and when we now expect it to be over.',
  body: { text: 'text', expectedEnd: 'instant' },
  optional: ['expectedEnd'],
  pull: async (act, { params, body }) => {
    const found = await act.tx.get('serviceProblem', params['id'] ?? '');
    if (!found) throw notFound();
    const { characteristic } = withUpdate(found.body, String(body['text']), act.now);
    const { expectedEnd } = body;
    return shown(await move(act, noun(), found.body, { characteristic: expectedEnd === undefined ? characteristic : withValues(characteristic, { expectedEnd }) }));
  },
});

/** Start and end what goes wrong, and what is planned. */
export const problemLevers = (noun: () => Noun): readonly Lever[] => [
  {
    path: 'incidents',
    summary: 'Starts an incident on some lines, or on all in an area: they are down from now on, and their people are told.',
    body: { ...WHICH, description: 'text', name: 'text', severity: 'text', expectedEnd: 'instant' },
    optional: ['products', 'area', 'line', 'name', 'severity', 'expectedEnd'],
    pull: async (act, { body }) => {
      const said = problemOf(body, await linesAsked(act, body), 'incident', 'Network fault');
      const problem = await make(act, noun(), said);
      return shown(await move(act, noun(), problem, { status: 'inProgress', statusChangeReason: 'We have begun to work on it' }));
    },
  },
  {
    path: 'incidents/:id/end',
    summary: 'Ends an incident, or planned work: the lines are up from now on, and the tickets under it are fixed.',
    body: { reason: 'text' },
    optional: ['reason'],
    pull: async (act, { params, body }) => {
      const found = await act.tx.get('serviceProblem', params['id'] ?? '');
      if (!found) throw notFound();
      const begun = found.body['status'] === 'acknowledged' ? await move(act, noun(), found.body, { status: 'inProgress' }) : found.body;
      return shown(await move(act, noun(), begun, { status: 'resolved', statusChangeReason: body['reason'] ?? 'Mended' }));
    },
  },
  updateLever(noun),
  {
    path: 'incidents/:id/wait',
    summary: 'An incident that cannot be mended without the customer waits for them; going on is a PATCH to inProgress, or its end.',
    body: { reason: 'text' },
    pull: async (act, { params, body }) => {
      const found = await act.tx.get('serviceProblem', params['id'] ?? '');
      if (!found) throw notFound();
      return shown(await move(act, noun(), found.body, { status: 'pending', statusChangeReason: body['reason'] }));
    },
  },
  {
    path: 'maintenance',
    summary: 'Announces planned work on some lines, or on all in an area; it begins and ends by itself.',
    body: { ...WHICH, description: 'text', name: 'text', expectedStart: 'instant', expectedEnd: 'instant' },
    optional: ['products', 'area', 'line', 'name'],
    pull: async (act, { body }) => shown(await make(act, noun(), problemOf({ severity: 'minor', ...body }, await linesAsked(act, body), 'plannedMaintenance', 'Planned work'))),
  },
];
