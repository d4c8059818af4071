import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Version } from '../definitions/definition.ts';
import { definitionOf } from '../definitions/definitions.ts';
import type { Resource } from '../store/store.ts';
import { add, found, onSale, operator, sub } from '../testing/offers.ts';
import { hasSpec, specCheck } from '../testing/specs.ts';

const party = { id: sub('ada'), role: 'customer', '@referredType': 'Individual' };
const line = (id: string) => ({ id, service: { name: 'Fibre', place: [{ role: 'installation', name: 'Kastanienhof 12, 10437 Berlin' }] } });
const configuration = (name: string, more: object = {}) => ({ '@type': 'ProductConfiguration', productOffering: { '@type': 'ProductOfferingRef', id: onSale(name).id }, ...more });
const house = found('geographicAddress', (body) => Array.isArray(body['geographicSubAddress']));

/** Answers with everything in them that we ever put there: lines, reasons, proposals, trees, prices. */
const ANSWERED: readonly (readonly [resource: string, body: object])[] = [
  ['checkServiceQualification', { instantSyncQualification: true, serviceQualificationItem: [line('1'), { id: '2' }] }],
  ['queryServiceQualification', { instantSyncQualification: true, searchCriteria: line('1') }],
  ['productOfferingQualification', { instantSyncQualification: true, relatedParty: [party], productOfferingQualificationItem: [add('Fibre 1000'), add('Home 100'), { id: '3' }] }],
  ['queryProductOfferingQualification', { '@type': 'QueryProductOfferingQualification', instantSyncQualification: true }],
  ['queryProductRecommendation', { instantSyncRecommendation: true, relatedParty: party }],
  ['checkProductConfiguration', { '@type': 'CheckProductConfiguration', instantSync: true, checkProductConfigurationItem: [{ '@type': 'CheckProductConfigurationItem', id: '1', productConfiguration: configuration('Home and TV', { quantity: 0 }) }] }],
  ['queryProductConfiguration', { '@type': 'QueryProductConfiguration', instantSync: true, requestProductConfigurationItem: [{ '@type': 'QueryProductConfigurationItem', id: '1', productConfiguration: configuration('Home and TV') }] }],
];

async function shownIn(resource: string, version: Version, id: string, bss = operator()): Promise<Resource> {
  const view = definitionOf(resource).views.find((one) => one.version === version);
  assert.ok(view);
  return (await (await bss.ask('GET', `${view.bases[0]}/${view.resource}/${id}`)).json()) as Resource;
}

describe('an answer', () => {
  for (const [resource, asked] of ANSWERED) {
    for (const { version, type } of definitionOf(resource).views) {
      const { api } = definitionOf(resource);
      it(`to ${resource} is what the specification says it is, in ${version}`, { skip: !hasSpec(api, version, type) }, async () => {
        const bss = operator();
        const { id } = await bss.make(resource, asked);
        assert.deepEqual(specCheck(api, version, type, await shownIn(resource, version, id, bss)), []);
      });
    }
  }

  it('of an address with its flats and lines is a TMF673 one', { skip: !hasSpec('TMF673', 'v4', 'GeographicAddress') }, async () => {
    assert.deepEqual(specCheck('TMF673', 'v4', 'GeographicAddress', await shownIn('geographicAddress', 'v4', house.id)), []);
    const bss = operator();
    const { id } = await bss.make('geographicAddressValidation', { submittedGeographicAddress: { id: house.id }, provideAlternative: true });
    bss.later(60_000);
    await bss.tick();
    assert.deepEqual(specCheck('TMF673', 'v4', 'GeographicAddressValidation', await shownIn('geographicAddressValidation', 'v4', id, bss)), []);
  });
});
