import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { records, ada, add, onSale, sub } from '../testing/offers.ts';
import { bench } from '../testing/bench.ts';
import { storeMakers } from '../testing/stores.ts';

/** Questions that between them read everything the rules weigh. DATABASE_URL adds Postgres. */
const QUESTIONS: readonly (readonly [resource: string, body: object])[] = [
  ['productOfferingQualification', { instantSyncQualification: true, ...ada, productOfferingQualificationItem: [add('Fibre 1000'), add('TV Start'), add('Second Card')] }],
  ['productOfferingQualification', { instantSyncQualification: true, ...ada }],
  ['checkServiceQualification', { instantSyncQualification: true, serviceQualificationItem: [{ id: '1', service: { place: [{ name: 'Kastaniehof 12, 10437 Berlin', role: 'here' }] } }] }],
  ['queryProductRecommendation', { instantSyncRecommendation: true, relatedParty: { id: sub('bilal'), role: 'customer', '@referredType': 'Individual' } }],
  ['queryProductRecommendation', { instantSyncRecommendation: true, relatedParty: { ...ada.relatedParty[0], '@referredType': 'Individual' } }],
  ['queryProductConfiguration', { '@type': 'QueryProductConfiguration', instantSync: true, requestProductConfigurationItem: [{ '@type': 'QueryProductConfigurationItem', id: '1', productConfiguration: { '@type': 'ProductConfiguration', productOffering: { '@type': 'ProductOfferingRef', id: onSale('Home and TV').id } } }] }],
];

describe('the same question', () => {
  const makers = storeMakers();
  after(() => Promise.all(makers.map((maker) => maker.close())));

  it('has the same answer on every store', async () => {
    const answers = await Promise.all(
      makers.map(async (maker) => {
        const store = await maker.make();
        await store.load(records);
        const bss = bench({ store });
        const told: object[] = [];
        for (const [resource, body] of QUESTIONS) {
          const { id: _id, href: _href, ...answer } = await bss.make(resource, body);
          told.push(answer);
        }
        await bss.close();
        await store.close();
        return told;
      }),
    );
    assert.ok(answers.length >= 2);
    for (const answer of answers.slice(1)) assert.deepEqual(answer, answers[0]);
  });
});
