import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Report } from './report/schema.ts';
import { aBss, cells, type Fetch, only, reportOf, TOKEN, versionOf } from './testing/places.ts';

const verdicts = (report: Report, chosen: (row: Report['features'][number]) => boolean): Record<string, string> =>
  Object.fromEntries(report.features.filter(chosen).map(({ id, verdict }) => [id, verdict]));

/** Questions asked by POST, and what a fresh world has none of. */
const EMPTY = [
  'TMF622.cancelProductOrder',
  'TMF645.checkServiceQualification',
  'TMF646.searchTimeSlot',
  'TMF663.shoppingCart',
  'TMF666.billingCycleSpecification',
  'TMF666.billPresentationMedia',
  'TMF673.geographicAddressValidation',
  'TMF676.refund',
  'TMF677.queryUsageConsumption',
  'TMF678.customerBillOnDemand',
  'TMF679.productOfferingQualification',
  'TMF680.queryProductRecommendation',
  'TMF760.queryProductConfiguration',
];

describe('the reference BSS', () => {
  let bss: Fetch;
  let both: Report;
  let methods: Set<string>;
  before(async () => {
    bss = await aBss();
    methods = new Set();
    both = await reportOf((request) => {
      methods.add(request.method);
      return bss(request);
    });
  });

  it('is read, and nothing else is sent to it', () => {
    assert.deepEqual([...methods].toSorted(), ['GET', 'OPTIONS']);
    assert.deepEqual(Report.parse(both), both);
  });

  it('has every API of the reference BSS, in the generations it speaks', () => {
    const missing = both.apis.filter(({ chosen }) => chosen === undefined).map(({ api }) => api);
    assert.deepEqual(missing, ['TMF639', 'TMF688']);
    for (const api of ['TMF620', 'TMF621', 'TMF622', 'TMF629', 'TMF632', 'TMF637', 'TMF638', 'TMF656', 'TMF663', 'TMF666', 'TMF669', 'TMF678', 'TMF679', 'TMF683']) {
      assert.equal(versionOf(both, api, 'v5').standing, 'present', api);
    }
    assert.equal(versionOf(both, 'TMF676', 'v5').standing, 'absent');
  });

  it('has no fault in any row or filter, in either generation', async () => {
    for (const report of [both, await reportOf(only('v5', bss))]) {
      const faults = Object.entries(cells(report)).filter(([, cell]) => cell !== 'good' && cell !== 'empty');
      assert.deepEqual(faults, []);
    }
  });

  it('holds nothing to look at only where nobody has asked or bought anything yet', () => {
    const empty = Object.entries(cells(both)).filter(([, cell]) => cell === 'empty').map(([name]) => name);
    assert.deepEqual(empty, EMPTY);
  });

  it('carries what Faceplate does today; what nobody has used yet is called unknown', () => {
    assert.deepEqual(
      Object.entries(verdicts(both, ({ now }) => now)).filter(([, verdict]) => verdict !== 'full'),
      [['F03', 'unknown']],
    );
  });

  it('carries what it has no API for not at all', () => {
    assert.deepEqual(Object.keys(verdicts(both, ({ verdict }) => verdict === 'absent')), ['F22', 'C06']);
  });

  it('is known by its v5 alone, where it speaks v5', async () => {
    const report = await reportOf(only('v5', bss));
    assert.deepEqual(
      Object.entries(report.nouns).map(([noun, { verdict }]) => `${noun} ${verdict}`),
      ['accounts full', 'bills full', 'interim-bills full', 'disputes full', 'payments absent', 'usage absent', 'orders full', 'products full', 'offers full', 'places absent', 'availability absent', 'cart unknown', 'tickets full', 'service-levels absent', 'interactions full'],
    );
    assert.equal(verdicts(report, () => true)['A02'], 'absent');
  });

  it('lets nobody in without its token: that is unknown, never absent', async () => {
    const report = await reportOf(bss, { headers: {} });
    assert.deepEqual([...new Set(report.apis.flatMap(({ versions }) => versions.filter(({ evidence }) => evidence.length > 0).map(({ standing }) => standing)))], ['forbidden']);
    assert.deepEqual([...new Set(report.features.map(({ verdict }) => verdict))], ['unknown']);
  });

  it('leaves no secret and no value of anybody’s in the report', () => {
    const text = JSON.stringify(both);
    assert.doesNotMatch(text, new RegExp(TOKEN));
    assert.doesNotMatch(text, /Ada|Lovelace|@example|\+49/);
  });
});
