import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Account, Bill, BillChange, BillSummary, type FoundChargeList, Interaction, Offer, Order, Product, Ticket, UsageEvent } from '@faceplate/contracts';
import { explainChange, type ProductFacts } from '@faceplate/domain/bill-change';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { accountOf } from '../accounts/accounts.adapter.ts';
import { billOf, billSummaryOf, type Lines } from '../bills/bills.adapter.ts';
import { chargeOf } from '../bills/charge.adapter.ts';
import { productFactsOf } from '../bills/product-facts.adapter.ts';
import { interactionOf } from '../interactions/interactions.adapter.ts';
import { entryOf } from '../offers/offers.adapter.ts';
import { questionsOf } from '../guide/guide.adapter.ts';
import { orderOf } from '../orders/orders.adapter.ts';
import { productOf } from '../products/products.adapter.ts';
import type { Schema } from '../routing/route.ts';
import { servicesOf, stretchOf } from '../service-levels/service-levels.adapter.ts';
import { NOW } from '../testing/fixtures.ts';
import { anOperator } from '../testing/operator.ts';
import { spoils, spoilt } from '../testing/spoil.ts';
import { partsOf } from '../balance/under-way.ts';
import { bucketOf } from '../usage/bucket.adapter.ts';
import { eventOf, useOf } from '../usage/use.adapter.ts';
import { ticketOf } from '../tickets/tickets.adapter.ts';
import type { TmfBody } from '../upstream/types.ts';
import { readEach } from './gather.ts';
import { isUnreadable } from './read.ts';

const setting = { zone: 'Europe/Berlin', currency: 'EUR', now: NOW, today: '2026-11-21' };
const anything = z.unknown();

const readers: [resource: string, read: (body: TmfBody) => unknown, contract: Schema][] = [
  ['billingAccount', (body) => accountOf(body, setting, 'Billing'), Account],
  ['customerBill', (body) => billSummaryOf(body, setting, 'Billing'), BillSummary],
  ['appliedCustomerBillingRate', (body) => billOf(BILL, { charges: [chargeOf(body, setting)] }, setting, 'Billing'), Bill],
  ['customerBill', (body) => billOf(body, { charges: [] }, setting, 'Billing'), Bill],
  ['appliedCustomerBillingRate', (body) => changeTo({ charges: [chargeOf(body, setting)] }, []), BillChange],
  ['product', (body) => changeTo({ charges: [] }, [productFactsOf(body, setting)]), BillChange],
  ['productOrder', (body) => orderOf(body, setting), Order],
  ['product', (body) => productOf(body, setting), z.optional(Product)],
  ['productOffering', (body) => ({ ...entryOf(body, new Map(PRICES.map((price) => [String(price['id']), price])), setting).offer, obstacles: [] }), Offer],
  ['troubleTicket', (body) => ticketOf(body, { sub: 'me', operator: 'Meridian' }), Ticket],
  ['partyInteraction', (body) => interactionOf(body), Interaction],
  ['usage', (body) => eventOf(useOf(body, setting)), UsageEvent],
  ['bucket', (body) => bucketOf(body, setting), anything],
  ['payment', (body) => partsOf(body, setting), anything],
  ['sla', (body) => servicesOf(body), anything],
  ['availabilityInterval', (body) => stretchOf(body), anything],
  ['productSpecification', (body) => questionsOf(body), anything],
];

/** Why the first bill differs from itself with these lines. */
function changeTo(lines: Lines, products: ProductFacts[]) {
  const before = billOf(BILL, { charges: RATES.map((rate) => chargeOf(rate, setting)) }, setting, 'Billing');
  const change = explainChange(billOf(BILL, lines, setting, 'Billing'), before, { products });
  assert.equal(change.causes.reduce((sum, { amount }) => sum + amount.amount, 0), change.difference.amount);
  return { ...change, gaps: [] };
}

let BILL: TmfBody = {};
let RATES: TmfBody[] = [];
let PRICES: TmfBody[] = [];

describe('whatever an upstream sends', () => {
  let store: Awaited<ReturnType<typeof anOperator>>['store'];
  const all = async (resource: string) => (await store.read().list(resource, { limit: 400 })).rows.map(({ body }) => body as TmfBody);

  before(async () => {
    ({ store } = await anOperator());
    BILL = (await all('customerBill'))[0] ?? {};
    RATES = (await all('appliedCustomerBillingRate')).slice(0, 5);
    PRICES = await all('productOfferingPrice');
  });

  for (const [index, [resource, read, contract]] of readers.entries()) {
    test(`a ${resource} is what the contract says, or unreadable (${index + 1})`, async () => {
      const bodies = await all(resource);
      assert.ok(bodies.length > 0);
      let good = 0;
      fc.assert(fc.property(fc.nat(bodies.length - 1), spoils, (at, edits) => {
        const { items } = readEach('TMF678', { rows: [spoilt(bodies[at] ?? {}, edits)], unreadable: 0 }, read);
        for (const item of items) {
          const fitted = z.safeParse(contract, item);
          assert.ok(fitted.success, fitted.success ? '' : JSON.stringify(fitted.error.issues.slice(0, 3)));
          good += 1;
        }
      }), { numRuns: 600, seed: 678 });
      assert.ok(good > 100, `only ${good} were readable: one bad value must not cost the record`);
    });
  }

  test('nothing but records makes sense to no reader, and harms none', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(...readers), (body, [, read]) => {
      try {
        read(body);
      } catch (error) {
        assert.ok(isUnreadable(error), String(error));
      }
    }));
  });
});

test('the API answers what its contracts say, or a problem that blames the upstream, whatever comes from behind', async () => {
  let edits: Parameters<typeof spoilt>[1] = [];
  const operator = await anOperator({
    meddle: async (request, pass) => {
      const answer = await pass(request);
      if (request.method !== 'GET' || answer.status !== 200) return answer;
      return Response.json(spoilt(await answer.json(), edits), { headers: { 'x-total-count': answer.headers.get('x-total-count') ?? '' } });
    },
  });
  const paths = ['/accounts', '/bills', '/orders', '/products', '/offers', '/guide', '/cart', '/tickets', '/service-levels', '/interactions', '/balance', '/running', '/usage', '/charges?search=e', '/spend?by=unit', '/spend?by=person'];
  const { id, bill } = (await operator.as('ada')<FoundChargeList>('/charges?search=abroad')).body.items[0] ?? assert.fail('nobody called abroad');
  paths.push(...['', '/charges', '/change', `/charges/${id}/events`].map((path) => `/bills/${bill.id}${path}`));
  await fc.assert(fc.asyncProperty(fc.constantFrom(...paths), spoils, async (path, some) => {
    edits = some;
    const { status } = await operator.as('ada')(path);
    assert.ok([200, 404, 502, 503].includes(status), `${path} answered ${status}`);
  }), { numRuns: 200, seed: 7 });
});
