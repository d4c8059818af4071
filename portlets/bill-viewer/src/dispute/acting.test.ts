import { ApiProblem, Offline } from '@faceplate/client';
import { expect } from '@open-wc/testing';
import { ActController } from './acting.controller.ts';

const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };

describe('a small thing done to a dispute', () => {
  for (const [what, end, isKept] of [
    ['an answer that was lost', new Offline('gone'), true],
    ['a service that is still at it', new ApiProblem({ status: 409, code: 'in-progress', title: 'Wait.' }), true],
    ['a no', new ApiProblem({ status: 409, code: 'dispute-decided', title: 'No.' }), false],
  ] as const) {
    it(`goes out under ${isKept ? 'the same' : 'another'} key after ${what}`, async () => {
      const acting = new ActController(host);
      const keys: string[] = [];
      const call = ({ idempotencyKey }: { idempotencyKey: string }) => {
        keys.push(idempotencyKey);
        return keys.length === 1 ? Promise.reject(end) : Promise.resolve();
      };
      expect([await acting.act('withdraw', call), await acting.act('withdraw', call)]).to.deep.equal([false, true]);
      expect(keys[0] === keys[1]).to.equal(isKept);
    });
  }
});
