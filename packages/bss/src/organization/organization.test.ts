import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bench } from '../testing/bench.ts';

it('an organisation made through v5 has the trading name that v4 asks for, and the other way round', async () => {
  const bss = bench();
  const made = await bss.ask('POST', '/tmf-api/partyManagement/v5/organization', { name: 'Nordlicht', '@type': 'Organization' });
  const { id } = (await made.json()) as { id: string };
  const asV4 = (await (await bss.ask('GET', `/tmf-api/party/v4/organization/${id}`)).json()) as Record<string, unknown>;
  assert.equal(asV4['tradingName'], 'Nordlicht');
  const other = await bss.make('organization', { tradingName: 'Südlicht' });
  const asV5 = (await (await bss.ask('GET', `/tmf-api/partyManagement/v5/organization/${other.id}`)).json()) as Record<string, unknown>;
  assert.equal(asV5['name'], 'Südlicht');
  const byAlias = await bss.ask('GET', `/tmf-api/partyManagement/v4/organization?name=S%C3%BCdlicht`);
  assert.equal(byAlias.headers.get('x-total-count'), '1');
});
