import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { pageReport } from './report/page.ts';
import type { Report } from './report/schema.ts';
import { terminalReport } from './report/terminal.ts';
import { cells, reportOf, TOKEN, versionOf } from './testing/places.ts';
import { rudeServer } from './testing/rude-server.ts';

/** Each cell of the rude server: what it is, and what was found. */
const CELLS: Readonly<Record<string, string>> = {
  'TMF620.productOffering': 'good',
  'TMF620.productOfferingPrice': 'good',
  'TMF620.productSpecification': 'good',
  'TMF621.troubleTicket': 'limited filter.ignored filter.ignored.externalId',
  'TMF622.productOrder': 'broken list.wrapped',
  'TMF622.cancelProductOrder': 'absent',
  'TMF629.customer': 'good',
  'TMF637.product': 'good',
  'TMF646.appointment': 'broken filter.finds-nothing',
  'TMF646.searchTimeSlot': 'absent',
  'TMF648.quote': 'limited paging.wrong-total missing.found',
  'TMF663.shoppingCart': 'empty',
  'TMF666.billingAccount': 'limited slow.too-slow',
  'TMF666.billingCycleSpecification': 'absent',
  'TMF666.billPresentationMedia': 'absent',
  'TMF669.partyRole': 'good',
  'TMF670.paymentMethod': 'good',
  'TMF674.geographicSite': 'limited filter.one-id',
  'TMF676.payment': 'broken request.refused',
  'TMF676.refund': 'absent',
  'TMF678.customerBill': 'limited paging.offset',
  'TMF678.appliedCustomerBillingRate': 'limited filter.refused.bill.id',
  'TMF678.customerBillOnDemand': 'absent',
  'TMF681.communicationMessage': 'good',
  'TMF683.partyInteraction': 'broken row.owner',
};

/** In generations that were not chosen. */
const BESIDE: Readonly<Record<string, string>> = { 'TMF683 v5': 'broken request.finds-nothing' };

const STANDINGS: Readonly<Record<string, string>> = {
  'TMF632 v4': 'forbidden',
  'TMF632 v5': 'absent',
  'TMF637 v4': 'absent',
  'TMF637 v5': 'present',
  'TMF656 v4': 'failing',
  'TMF667 v4': 'unclear',
  'TMF623 v4': 'absent',
  'TMF670 v4': 'present',
};

const FEATURES: Readonly<Record<string, string>> = {
  P06: 'unknown',
  F01: 'full',
  F03: 'absent',
  F08: 'absent',
  F13: 'full',
  A02: 'absent',
  A04: 'degraded',
  A09: 'degraded',
  A16: 'unknown',
  B01: 'degraded',
  B13: 'degraded',
  B19: 'full',
  F16: 'unknown',
  K08: 'absent',
  K13: 'absent',
  S08: 'unknown',
};

describe('a rude server', () => {
  const rude = rudeServer();
  let report: Report;
  before(async () => {
    report = await reportOf(rude.fetch);
  });

  it('is told the truth of in every cell', () => {
    assert.deepEqual(cells(report), CELLS);
  });

  it('has some APIs that are neither there nor absent', () => {
    for (const [name, standing] of Object.entries(STANDINGS)) {
      const [api = '', version] = name.split(' ');
      assert.equal(versionOf(report, api, version as 'v4').standing, standing, name);
    }
  });

  it('is told the truth of in the generation that is not chosen, too', () => {
    for (const [name, cell] of Object.entries(BESIDE)) {
      const [api = '', version] = name.split(' ');
      const [found] = versionOf(report, api, version as 'v5').resources;
      assert.equal([found?.state, ...(found?.findings ?? []).filter(({ severity }) => severity !== 'note').map(({ id }) => id)].join(' '), cell);
    }
  });

  it('gives each feature what it deserves', () => {
    for (const [id, verdict] of Object.entries(FEATURES)) {
      assert.equal(report.features.find((feature) => feature.id === id)?.verdict, verdict, id);
    }
  });

  it('gives each noun what portlets go by', () => {
    const nouns = Object.entries(report.nouns).map(([noun, { verdict, limits }]) => [noun, verdict, ...limits].join(' '));
    assert.deepEqual(nouns, [
      'accounts degraded slow',
      'bills degraded incomplete no-parts',
      'interim-bills absent',
      'disputes degraded incomplete slow',
      'payments absent',
      'usage absent',
      'orders absent',
      'products full',
      'offers full',
      'places absent',
      'availability absent',
      'cart unknown',
      'tickets degraded incomplete slow',
      'service-levels absent',
      'interactions absent',
    ]);
  });

  it('finds where things really stand', () => {
    assert.match(versionOf(report, 'TMF670', 'v4').base ?? '', /\/wallet\/v4$/);
    assert.match(versionOf(report, 'TMF629', 'v4').base ?? '', /\/tmf-api\/customer\/v4$/);
  });

  it('is only read', () => {
    assert.deepEqual([...rude.methods].toSorted(), ['GET', 'OPTIONS']);
  });

  it('has no value of its rows, and no secret of ours, in any form of the report', () => {
    for (const text of [JSON.stringify(report), pageReport(report), terminalReport(report)]) {
      assert.doesNotMatch(text, /party-\d|acc-\d|row-\d|Household|Fibre 500|No signal/);
      assert.doesNotMatch(text, new RegExp(TOKEN));
    }
  });
});
