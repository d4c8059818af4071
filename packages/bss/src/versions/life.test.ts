import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { View } from '../definitions/definition.ts';
import { definitions } from '../definitions/definitions.ts';
import { schemaWatch } from '../proofs/conformance/schemas.ts';
import type { Resource } from '../store/store.ts';
import { ada, line, type Town, town } from '../testing/town.ts';

const DAY = 86_400;
const PAGE = 1000;

const party = { id: ada.id, name: ada.name, role: 'customer', '@referredType': 'Individual' };
const address = { streetName: 'Kastanienhof', streetNr: '12', postcode: '10437', city: 'Berlin' };
const nextWeek = { startDateTime: '2026-11-23T08:00:00.000Z', endDateTime: '2026-11-27T17:00:00.000Z' };

/** A little of everything that a customer or an operator begins, as v4 has it. */
const beginnings = (meridian: Town): Record<string, object> => ({
  appointment: { validFor: nextWeek, relatedParty: [party] },
  communicationMessage: { content: 'Hello', messageType: 'Email', receiver: [{ id: ada.id, party }], sender: { id: 'meridian', name: 'Meridian' }, logFlag: true },
  customerBillOnDemand: { billingAccount: { id: ada.accountId } },
  document: { name: 'A letter', relatedParty: [party] },
  geographicAddressValidation: { provideAlternative: true, submittedGeographicAddress: address },
  payment: {
    account: { id: ada.accountId, name: 'Home', '@referredType': 'BillingAccount' },
    paymentMethod: { '@type': 'tokenizedCard', name: 'Card' },
    totalAmount: { unit: 'EUR', value: 10 },
  },
  productOfferingQualification: { relatedParty: [party], productOfferingQualificationItem: [{ id: '1', productOffering: meridian.offering('Home 250') }] },
  queryProductRecommendation: { relatedParty: party },
  queryUsageConsumption: { searchCriteria: { relatedParty: [party] } },
  quote: { relatedParty: [party], quoteItem: [{ id: '1', action: 'add', quantity: 1, productOffering: meridian.offering('Home 250') }] },
  searchTimeSlot: { requestedTimeSlot: [{ validFor: nextWeek }] },
  serviceTest: { name: 'Line', relatedService: { id: 'unknown' }, testSpecification: { id: 'unknown' } },
  shoppingCart: { relatedParty: [party], cartItem: [{ action: 'add', productOffering: meridian.offering('Mobile L') }] },
  troubleTicket: { description: 'No picture', severity: 'Minor', ticketType: 'incident', relatedParty: [party] },
});

async function live(meridian: Town): Promise<void> {
  for (const [resource, body] of Object.entries(beginnings(meridian))) await meridian.make(resource, body);
  for (const name of ['Mobile L', 'TV Plus', 'Data Boost 10']) await meridian.order(ada, [line('1', meridian.offering(name))]);
  const order = await meridian.order(ada, [line('1', meridian.offering('Home 250'))]);
  await meridian.make('cancelProductOrder', { productOrder: { id: order['id'] } });
  await meridian.pass(70 * DAY, DAY / 4);
}

async function rowsOf(meridian: Town, { bases: [base], resource }: View): Promise<Resource[]> {
  const rows: Resource[] = [];
  for (let more = true; more;) {
    const response = await meridian.ask('GET', `${base}/${resource}?limit=${PAGE}&offset=${rows.length}`);
    const page = (await response.json()) as Resource[];
    rows.push(...page);
    more = page.length === PAGE;
  }
  return rows;
}

test('what ten weeks of life leave behind is what the tables ask for, and the public files where they are, in both versions', async () => {
  const meridian = town();
  await live(meridian);
  const judge = schemaWatch({ strict: true });
  const faults = new Map<string, string>();
  let looked = 0;
  for (const view of definitions.filter(({ under }) => !under).flatMap(({ views }) => views)) {
    for (const body of await rowsOf(meridian, view)) {
      looked += 1;
      const text = JSON.stringify(body);
      try {
        judge({ asked: { method: 'GET', path: `${view.bases[0]}/${view.resource}` }, status: 200, headers: new Headers(), text, body });
      } catch (cause) {
        const [what = ''] = (cause as Error).message.split(': GET ');
        faults.set(what.replaceAll(/\d+/g, 'n'), text.slice(0, 300));
      }
    }
  }
  assert.deepEqual([...faults], []);
  assert.ok(looked > 2000, `${looked} rows`);
});
