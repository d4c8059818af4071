import { ApiProblem, Offline } from '@faceplate/client';
import { expect } from '@open-wc/testing';
import { SendingController } from './sending.controller.ts';
import { lastIntent } from './typed-ticket.ts';

const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };

const no = (status: number, code = 'refused') => new ApiProblem({ status, code, title: 'No.', trace: 't' });

/** The keys under which the same words go out when the first try ends so, with a reload in between. */
async function keysAfter(first: Error): Promise<string[]> {
  const keys: string[] = [];
  for (const outcome of [first, undefined]) {
    const sending = new SendingController(host, async (_body: { text: string }, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      if (outcome) throw outcome;
    });
    sending.memory = lastIntent('ada');
    await sending.send({ text: 'It happened again.' });
  }
  return keys;
}

describe('what is sent once', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  for (const [name, cause] of [['no answer came', new Offline('gone')], ['the service is down', no(503)], ['it is still being done', no(409, 'in-progress')], ['somebody was signed out', no(401)]] as const) {
    it(`keeps its key when ${name}`, async () => {
      const [one, other] = await keysAfter(cause);
      expect(other).to.equal(one);
    });
  }

  for (const [name, cause] of [['the ticket is over', no(409, 'ticket-ended')], ['the words are wrong', no(422)], ['it is forbidden', no(403)]] as const) {
    it(`has a new key when ${name}: the old no would come again`, async () => {
      const [one, other] = await keysAfter(cause);
      expect(other).to.not.equal(one);
    });
  }
});
