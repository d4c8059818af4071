import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { playAll } from './r2-differential.ts';
import type { Step } from './differential/step.ts';
import { difference, shrunk, type Stage, stageOn } from './differential/theatre.ts';

const TICKETS = '/tmf-api/troubleTicket/v4/troubleTicket';
const body = { description: 'No light', severity: 'Minor', ticketType: 'incident' };

/** A store that differs in one thing: what is deleted is not gone for it. */
const forgetful = (stage: Stage): Stage => ({
  ...stage,
  play: async (work) => {
    const traces = await stage.play(work);
    return traces.map((trace) => ({ ...trace, text: trace.text.replace(/^204$/m, '200') }));
  },
});

describe('the differential proof', () => {
  const memory = stageOn('memory', '');
  const other = stageOn('memory', '');
  after(() => Promise.all([memory.close(), other.close()]));

  it('gets the same answers from a store and itself, ids and races and all', async () => {
    const { requests, outcomes } = await playAll([memory, other], 7, 400);
    assert.ok(requests >= 400);
    assert.deepEqual(outcomes.filter((one) => one !== undefined), []);
  });

  it('finds where two stores part, and leaves only what it takes to see it', async () => {
    const stages = [memory, forgetful(other)];
    const ask = (at: number, asked: { method: string; path: string; body?: unknown }): Step => ({ at, kind: 'ask', asked });
    const steps: Step[] = [
      ask(0, { method: 'GET', path: TICKETS }),
      ask(1, { method: 'POST', path: TICKETS, body }),
      ask(2, { method: 'POST', path: TICKETS, body }),
      { at: 3, kind: 'time', seconds: 60 },
      ask(4, { method: 'GET', path: `${TICKETS}/‹2›` }),
      ask(5, { method: 'DELETE', path: `${TICKETS}/‹2›` }),
      ask(6, { method: 'GET', path: `${TICKETS}/‹1›` }),
    ];
    assert.equal((await difference(stages, 'planted', steps))?.at, 5);
    assert.deepEqual((await shrunk(stages, 'planted', steps)).map(({ at }) => at), [2, 5]);
  });
});
