import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aTicket, anOrder, bench, pathOf } from '../testing/bench.ts';

const of = (...ids: string[]) => ids.map((id) => ({ id, '@referredType': 'Individual' }));
const scope = { 'x-fp-parties': 'ada,a%2Cb', 'x-fp-accounts': 'acc-a' };

async function aShop() {
  const bss = bench({ simulate: false });
  const mine = await bss.make('troubleTicket', aTicket({ relatedParty: of('ada') }));
  const other = await bss.make('troubleTicket', aTicket({ relatedParty: of('bob') }));
  const comma = await bss.make('troubleTicket', aTicket({ relatedParty: of('a,b') }));
  const at = (id = '') => `${pathOf('troubleTicket')}${id && `/${id}`}`;
  const status = async (method: string, path: string, body?: unknown, headers: Record<string, string> = scope) => (await bss.ask(method, path, body, headers)).status;
  return { bss, mine, other, comma, at, status };
}

describe('a call made for somebody', () => {
  it('finds, changes and removes nothing of others: it is missing', async () => {
    const { bss, mine, other, at, status } = await aShop();
    assert.equal(await status('GET', at(mine.id)), 200);
    const asked = [['GET'], ['PATCH', { description: 'x' }], ['DELETE']] as const;
    for (const [method, body] of asked) {
      const foreign = await bss.ask(method, at(other.id), body, scope);
      const missing = await bss.ask(method, at('nobody'), body, scope);
      assert.deepEqual([foreign.status, await foreign.text()], [missing.status, await missing.text()], method);
      assert.equal(foreign.status, 404);
    }
    assert.equal(await status('PATCH', at(mine.id), { description: 'mine' }), 200);
    assert.equal(await status('GET', at(other.id), undefined, {}), 200, 'who asks for nobody sees all');
  });

  it('counts and lists its own alone, whatever the filter says', async () => {
    const { bss, mine, comma, at } = await aShop();
    for (const query of ['', '?relatedParty.id=bob,ada,a%2Cb', '?status=acknowledged']) {
      const response = await bss.ask('GET', `${at()}${query}`, undefined, scope);
      const ids = ((await response.json()) as { id: string }[]).map(({ id }) => id);
      assert.deepEqual(ids.toSorted(), (query.includes('bob') ? [mine.id] : [mine.id, comma.id]).toSorted(), query);
      assert.equal(response.headers.get('x-total-count'), String(ids.length));
    }
  });

  it('writes nothing in the name of others only, and nothing on another’s account', async () => {
    const { mine, at, status } = await aShop();
    assert.equal(await status('POST', at(), aTicket({ relatedParty: of('bob') })), 403);
    assert.equal(await status('POST', at(), aTicket({ relatedParty: of('bob', 'ada') })), 201);
    const orders = pathOf('productOrder');
    assert.equal(await status('POST', orders, anOrder({ relatedParty: of('ada'), billingAccount: { id: 'acc-b' } })), 403);
    assert.equal(await status('PATCH', at(mine.id), { relatedParty: of('bob') }), 403);
  });

  it('sees nothing but what is everybody’s where nobody is named, and refuses what cannot be read', async () => {
    const { bss, at, status } = await aShop();
    await bss.make('productOffering', { name: 'Fibre' });
    const nobody = { 'x-fp-parties': '' };
    assert.equal((await bss.ask('GET', at(), undefined, nobody)).headers.get('x-total-count'), '0');
    assert.equal((await bss.ask('GET', pathOf('productOffering'), undefined, nobody)).headers.get('x-total-count'), '1');
    assert.equal(await status('GET', at(), undefined, { 'x-fp-parties': '%E0%A4%A' }), 400);
  });
});
