import { ApiProblem, Offline } from '@faceplate/client';
import { expect } from '@open-wc/testing';
import { wishesOf } from '../visit/wishes.ts';
import { ActingController } from './acting.controller.ts';

const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };
const refused = (status: number, code: string) => new ApiProblem({ status, code, title: 'No.' });

/** Acts, one after the other, each ending as told; answers with the key each went out under. */
async function keysOf(...acts: [wish: string, end?: Error][]): Promise<string[]> {
  const acting = new ActingController(host);
  const keys: string[] = [];
  for (const [wish, end] of acts) {
    await acting.act('it', wish, ({ idempotencyKey }) => {
      keys.push(idempotencyKey);
      return end ? Promise.reject(end) : Promise.resolve();
    });
  }
  return keys;
}

describe('what is done to an order', () => {
  it('keeps its key while nobody knows whether it arrived, whatever is done in between', async () => {
    const [first, other, again, anew] = await keysOf(['reorder', new Offline('gone')], ['paper'], ['reorder'], ['reorder']);
    expect(again).to.equal(first);
    expect(new Set([first, other, anew]).size).to.equal(3);
  });

  it('goes out anew after a no, and under the same key while the service is still at it', async () => {
    const [taken, later] = await keysOf(['visit 9', refused(409, 'slot-taken')], ['visit 9']);
    expect(later).not.to.equal(taken);
    const [running, repeated] = await keysOf(['visit 9', refused(409, 'in-progress')], ['visit 9']);
    expect(repeated).to.equal(running);
    const [down, tried] = await keysOf(['visit 9', refused(503, 'upstream-unreachable')], ['visit 9']);
    expect(tried).to.equal(down);
  });
});

describe('what helps the technician', () => {
  it('is said to be nothing any more when it is emptied, and nothing is said where nothing was touched', () => {
    expect(wishesOf({ text: '' })).to.deep.equal({ notes: '' });
    expect(wishesOf({})).to.equal(undefined);
  });
});
