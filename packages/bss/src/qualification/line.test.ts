import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import type { Bench } from '../testing/bench.ts';
import { found, type Item, operator, reasonsOf } from '../testing/offers.ts';

describe('asking for a line', () => {
  const fibreHere = found('geographicAddress', (body) => !Array.isArray(body['geographicSubAddress']) && (body['networkAccess'] as { technology: string; availableFrom?: string; freePorts: number }[]).some((one) => one.technology === 'fibre' && !one.availableFrom && one.freePorts > 0));
  const service = (place: Item, more: Item = {}): Item => ({ service: { serviceSpecification: { id: 'fibre', name: 'Fibre access' }, place: [{ role: 'installation', ...place }], ...more } });
  const ask = (bss: Bench, items: Item[]) => bss.make('checkServiceQualification', { instantSyncQualification: true, serviceQualificationItem: items });
  const itemOf = (body: Resource) => (body['serviceQualificationItem'] as Item[])[0] ?? {};

  it('says technology, real speed and date where a line is laid', async () => {
    const answer = await ask(operator(), [service({ id: fibreHere.id })]);
    const item = itemOf(answer);
    assert.deepEqual([answer['state'], answer['qualificationResult'], item['qualificationResult']], ['done', 'qualified', 'qualified']);
    const facts = new Map((item['service'] as { serviceCharacteristic: { name: string; value: unknown }[] }).serviceCharacteristic.map(({ name, value }) => [name, value]));
    assert.equal(facts.get('technology'), 'fibre');
    assert.ok(Number(facts.get('realisticDownload')) <= Number(facts.get('maximumDownload')));
    assert.equal(item['expectedServiceAvailabilityDate'], '2026-12-05T10:00:00.000Z');
  });

  it('says when it comes, and what there is meanwhile', async () => {
    const item = itemOf(await ask(operator(), [service({ name: 'Kastanienhof 12, 10437 Berlin' })]));
    assert.equal(item['qualificationResult'], 'unqualified');
    assert.equal(item['expectedServiceAvailabilityDate'], '2027-02-28T23:00:00.000Z');
    assert.deepEqual(reasonsOf(item).map(({ code, remedy }) => [code, remedy.action]), [['availableLater', 'registerInterest']]);
    const others = item['alternateServiceProposal'] as { alternateService: { serviceCharacteristic: { value: unknown }[] } }[];
    assert.deepEqual(others.map(({ alternateService }) => alternateService.serviceCharacteristic[0]?.value), ['cable', 'dsl', 'fibre']);
  });

  it('proposes what was meant for an address it does not know, and asks for one that is missing', async () => {
    const slip = itemOf(await ask(operator(), [service({ name: 'Kastaniehof 12, 10437 Berlin' })]));
    assert.deepEqual(reasonsOf(slip).map(({ code }) => code), ['addressUnknown']);
    assert.match(reasonsOf(slip)[0]?.remedy.label ?? '', /Did you mean Kastanienhof 12/);
    const bss = operator();
    const none = itemOf(await ask(bss, [{ service: { name: 'Fibre' } }]));
    const told = (await bss.store.changes.after(0, 10)).map(({ eventType }) => eventType);
    assert.deepEqual(told, ['CheckServiceQualificationCreateEvent', 'CheckServiceQualificationInformationRequiredEvent']);
    assert.deepEqual(reasonsOf(none).map(({ code }) => code), ['addressMissing']);
  });

  it('ends garbage with an error that says what is missing', async () => {
    const answer = await ask(operator(), [{}]);
    assert.deepEqual([answer['state'], answer['qualificationResult']], ['terminatedWithError', 'unqualified']);
    assert.match(JSON.stringify(itemOf(answer)['terminationError']), /service\.place/);
  });

  it('lists every line of an address, those to come too', async () => {
    const query = (searchCriteria: object) => operator().make('queryServiceQualification', { instantSyncQualification: true, searchCriteria });
    const answer = await query({ service: { place: [{ name: 'Kastanienhof 12, 10437 Berlin' }] } });
    const names = (answer['serviceQualificationItem'] as { service: { name: string } }[]).map(({ service: one }) => one.name);
    assert.deepEqual(names, ['Cable 1000', 'DSL 100', 'Fibre 1000']);
    assert.equal((await query({}))['state'], 'terminatedWithError');
    const unknown = await query({ service: { place: [{ name: 'Nowhere 1, 99999 Nirgends' }] } });
    assert.deepEqual([unknown['state'], unknown['serviceQualificationItem']], ['done', []]);
  });
});

