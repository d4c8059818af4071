import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitions } from '../definitions/definitions.ts';
import type { Definition, Lifecycle } from '../definitions/definition.ts';
import { kindIn } from '../shapes/notation.ts';
import { v4Shapes } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import { aTicket, type Bench, bench, NOW, pathOf } from '../testing/bench.ts';

const withLifecycle = definitions.filter(
  (definition): definition is Definition & { lifecycle: Lifecycle } =>
    definition.lifecycle !== undefined && definition.operations.includes('patch'),
);

/** What a move asks for beside the right state: a message leaves to somebody. */
const NEEDED: Readonly<Record<string, object>> = { communicationMessage: { receiver: [{ id: 'somebody' }] } };

/** A resource put straight into the state, as a move through the surface would take a path. */
async function inState(bss: Bench, { resource, lifecycle, basePath, under }: Definition & { lifecycle: Lifecycle }, state: string) {
  const id = `${resource}-${state.trim()}`;
  const stamp = lifecycle.stamps?.[state];
  const body = { id, name: 'as it was', ...NEEDED[resource], [lifecycle.attribute]: state, ...(stamp !== undefined && { [stamp]: NOW }), ...(under && { [under.attribute]: 'outer' }) };
  await bss.store.transaction((tx) => tx.put(resource, body));
  return under ? `${basePath}/${under.resource}/outer/${resource}/${id}` : `${pathOf(resource)}/${id}`;
}

const kindOf = ({ type, only }: Definition, attribute: string) => kindIn(only === 'v5' ? v5Shapes : v4Shapes, type, attribute);

/** A value of the kind the attribute holds. */
function somethingFor(kind: string): unknown {
  if (kind.endsWith('[]')) return [{ text: 'thanks' }];
  return { text: 'thanks', instant: NOW, flag: true, integer: 1, number: 1 }[kind] ?? { text: 'thanks' };
}

for (const definition of withLifecycle) {
  const { resource, lifecycle } = definition;
  const { attribute, moves, openWhenFinal = [] } = lifecycle;
  const states = Object.keys(moves);

  describe(`the states of ${resource}`, () => {
    it('move along every legal way, and only those', async () => {
      for (const from of states) {
        for (const to of states) {
          const bss = bench();
          const path = await inState(bss, definition, from);
          const response = await bss.ask('PATCH', path, { [attribute]: to });
          const legal = from === to || moves[from]?.includes(to);
          assert.equal(response.status, legal ? 200 : 409, `${from} to ${to}`);
          const now = (await (await bss.ask('GET', path)).json()) as Record<string, unknown>;
          assert.equal(now[attribute], legal ? to : from);
        }
      }
    });

    it('are all known: another is refused', async () => {
      const bss = bench();
      const [start = ''] = states;
      const path = await inState(bss, definition, start);
      for (const state of ['unheard-of', 'constructor', '', null, 1]) {
        const response = await bss.ask('PATCH', path, { [attribute]: state });
        assert.equal(response.status, 400, String(state));
      }
    });

    it('lock everything else once final', async () => {
      for (const state of states.filter((name) => moves[name]?.length === 0)) {
        const bss = bench();
        const path = await inState(bss, definition, state);
        assert.equal((await bss.ask('PATCH', path, { name: 'changed' })).status, 409, state);
        assert.equal((await bss.ask('PATCH', path, { name: 'as it was' })).status, 200, state);
        for (const open of openWhenFinal) {
          const kind = kindOf(definition, open);
          // The facts of a family name what some of it have.
          if (kind === undefined) continue;
          assert.equal((await bss.ask('PATCH', path, { [open]: somethingFor(kind) })).status, 200, `${state} ${open}`);
        }
      }
    });
  });
}

describe('a new resource', () => {
  it('starts where its life starts', async () => {
    const bss = bench();
    assert.equal((await bss.ask('POST', pathOf('troubleTicket'), aTicket({ status: 'closed' }))).status, 400);
    assert.equal((await bss.ask('POST', pathOf('troubleTicket'), aTicket({ status: 'acknowledged' }))).status, 201);
  });
});

describe('a ticket on its way', () => {
  it('keeps the history of its states and when it was resolved', async () => {
    const bss = bench();
    const { id } = await bss.make('troubleTicket', aTicket());
    const path = `${pathOf('troubleTicket')}/${id}`;
    bss.later(60_000);
    await bss.ask('PATCH', path, { status: 'inProgress', statusChangeReason: 'Engineer on it' });
    bss.later(60_000);
    const response = await bss.ask('PATCH', path, { status: 'resolved', statusChangeReason: null });
    const ticket = (await response.json()) as Record<string, unknown>;
    const inProgressAt = NOW.replace('10:00', '10:01');
    const resolvedAt = NOW.replace('10:00', '10:02');
    assert.deepEqual(ticket['statusChange'], [
      { changeDate: inProgressAt, status: 'inProgress', changeReason: 'Engineer on it' },
      { changeDate: resolvedAt, status: 'resolved' },
    ]);
    assert.equal(ticket['resolutionDate'], resolvedAt);
    assert.equal(ticket['statusChangeDate'], resolvedAt);
  });
});
