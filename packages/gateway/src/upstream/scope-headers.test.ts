import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBss, memoryStore } from '@faceplate/bss';
import { gatewayOver } from '../gateway.ts';
import { route } from '../routing/route.ts';
import { scopeHeaders } from './scope-headers.ts';
import { aSession, aSubject, aTenant, changesOf, NOW, signedIn } from '../testing/fixtures.ts';

const BSS = 'http://bss.internal';
const owned = (id: string, party: string, account: string) => ({ resource: 'customerBill', body: { id, relatedParty: [{ id: party }], billingAccount: { id: account } } });

/** A handler that has forgotten the first lock altogether. */
const careless = route({
  method: 'GET',
  path: '/careless/:id',
  summary: 'Gives whatever it is asked for.',
  policy: { action: 'bill.read' },
  handle: async (call) => {
    const tmf = call.tmf('TMF678');
    const { total } = await tmf.list('customerBill');
    await tmf.get('customerBill', call.params.id);
    call.concerns('seen', String(total));
  },
});

function aPortal(scoped: boolean) {
  const store = memoryStore([owned('mine', 'a,nna', 'acc1'), owned('theirs', 'boris', 'acc2')]);
  const bss = createBss({ store, clock: () => NOW, baseUrl: BSS, token: 'service' });
  const seen: (string | null)[] = [];
  const app = gatewayOver([careless], {
    tenant: aTenant(),
    upstreams: () => ({
      name: 'BSS',
      baseUrl: BSS,
      token: 'service',
      scoped,
      fetch: async (request) => {
        seen.push(request.headers.get('x-fp-parties'), request.headers.get('x-fp-accounts'));
        const answer = await bss.fetch(request);
        seen.push(answer.headers.get('x-total-count'));
        return answer;
      },
    }),
    sessions: signedIn(aSession({ subject: aSubject({ partyIds: ['a,nna'], accountIds: ['acc1'] }) })),
    changes: changesOf().source,
    clock: () => NOW,
  });
  const ask = async (id: string) => (await app.request(`http://portal.test/api/v1/careless/${id}`, { headers: { 'x-fp-csrf': '1' } })).status;
  return { ask, seen };
}

test('a fault of ours that asks for everything gets what is the caller’s, and nothing else', async () => {
  const { ask, seen } = aPortal(true);
  assert.equal(await ask('mine'), 204);
  assert.deepEqual(seen.slice(0, 3), ['a%2Cnna', 'acc1', '1']);
  assert.equal(await ask('theirs'), 404);
});

test('a server that does not know the scope is not told of it', async () => {
  const { ask, seen } = aPortal(false);
  assert.equal(await ask('theirs'), 204, 'which is why the first lock must hold by itself');
  assert.deepEqual(seen.slice(0, 3), [null, null, '2']);
});

test('an id that cannot be written names nobody, and keeps nobody else from being named', () => {
  const { 'x-fp-parties': parties } = scopeHeaders({ partyIds: ['anna', 'bo\ud800'], accountIds: [] });
  assert.equal(parties, 'anna');
});
