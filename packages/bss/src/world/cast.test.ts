import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '../store/store.ts';
import { generateWorld } from './world.ts';

interface Item {
  state: string;
  waitingFor?: string;
  expectedCompletionDate: string;
  requestedCompletionDate: string;
}
interface Interval extends Resource {
  state: string;
  validFor: { startDateTime: string; endDateTime?: string };
}
const refs = (value: unknown) => value as { id: string; role?: string; name?: string }[];
const idOf = (value: unknown) => (value as { id: string } | undefined)?.id;

const lines = (products: readonly Resource[]) =>
  new Set(products.map(({ productCharacteristic }) => (productCharacteristic as { name: string; value: string }[]).find(({ name }) => name === 'lineOfBusiness')?.value));

for (const seed of [1, 2, 3]) {
  const now = new Date('2026-11-21T22:00:00.000Z');
  const world = generateWorld({ seed, customers: 25, now });
  const records = [...world.records];
  const of = (resource: string): Resource[] => records.filter((record) => record.resource === resource).map(({ body }) => body);
  const who = (username: string) => world.signIns.find((signIn) => signIn.username === username)?.sub ?? '';
  const ownedBy = (resource: string, owners: readonly string[]) =>
    of(resource).filter(({ relatedParty }) => refs(relatedParty).some(({ id }) => owners.includes(id)));
  const onAccounts = (resource: string, accounts: readonly Resource[]) =>
    of(resource).filter(({ billingAccount }) => accounts.some(({ id }) => id === idOf(billingAccount)));
  const below = (root: string): string[] => [
    root,
    ...of('organization').filter(({ organizationParentRelationship: parent }) => idOf((parent as Resource | undefined)?.['organization']) === root).flatMap(({ id }) => below(id)),
  ];
  const organizationsOf = (person: string, role: string) =>
    of('partyRole').filter(({ name, engagedParty }) => name === role && idOf(engagedParty) === person).flatMap(({ relatedParty }) => refs(relatedParty).map(({ id }) => id));

  test(`Ada has two accounts, three kinds of lines and two years of bills (seed ${seed})`, () => {
    const ada = who('ada');
    const accounts = ownedBy('billingAccount', [ada]);
    assert.deepEqual(accounts.map(({ name }) => name), ['Home', 'Mobile']);
    const products = onAccounts('product', accounts);
    for (const line of ['mobile', 'fixed', 'tv']) assert.ok(lines(products).has(line), line);
    for (const account of accounts) assert.equal(onAccounts('customerBill', [account]).length, 24);
    const bills = onAccounts('customerBill', accounts);
    assert.ok(bills.some(({ state, paymentDueDate }) => state === 'sent' && String(paymentDueDate) < now.toISOString()));
    assert.ok(bills.some(({ state }) => state === 'partiallyPaid'));
  });

  test(`Ada has orders that wait for her, are late and are done, and tickets with notes (seed ${seed})`, () => {
    const orders = ownedBy('productOrder', [who('ada')]);
    const items = orders.flatMap(({ productOrderItem }) => productOrderItem as Item[]);
    assert.ok(items.some(({ waitingFor }) => waitingFor === 'customer'));
    assert.ok(items.some((item) => item.state === 'inProgress' && item.expectedCompletionDate > item.requestedCompletionDate));
    assert.ok(orders.some(({ state }) => state === 'completed'));
    const tickets = ownedBy('troubleTicket', [who('ada')]);
    assert.ok(new Set(tickets.map(({ status }) => status)).size >= 5);
    assert.ok(tickets.some(({ note }) => (note as { authorId?: string }[]).some(({ authorId }) => authorId === who('ada'))));
    assert.equal(ownedBy('sla', [who('ada')]).length, 3);
    assert.ok(ownedBy('partyInteraction', [who('ada')]).length >= 3);
  });

  test(`Bilal answers for a company of three levels with a year of service levels (seed ${seed})`, () => {
    const [group] = organizationsOf(who('bilal'), 'admin');
    const organizations = below(group ?? '');
    assert.equal(organizations.length, 8);
    const accounts = ownedBy('billingAccount', organizations);
    assert.ok(accounts.length >= 4);
    const targets = ownedBy('sla', organizations);
    assert.ok(targets.length >= 12, `${targets.length}`);
    const intervals = ownedBy('availabilityInterval', organizations) as Interval[];
    assert.deepEqual(new Set(intervals.map(({ state }) => state)), new Set(['outage', 'maintenance', 'customerPending', 'noData']));
    assert.ok(new Set(intervals.map(({ validFor }) => validFor.startDateTime.slice(0, 7))).size >= 12);
    assert.equal(intervals.filter(({ validFor }) => validFor.endDateTime === undefined).length, 1);
    assert.ok(ownedBy('productOrder', organizations).length >= 6);
    assert.ok(ownedBy('troubleTicket', organizations).length >= 8);
    assert.ok(ownedBy('slaViolation', organizations).length >= 1);
  });

  test(`Chiara's shop owns a few lines, Daniel owns nothing (seed ${seed})`, () => {
    const shop = organizationsOf(who('chiara'), 'dealer');
    const accounts = ownedBy('billingAccount', shop);
    assert.equal(accounts.length, 2);
    assert.equal(onAccounts('product', accounts).length, 4);
    assert.deepEqual(ownedBy('billingAccount', [who('daniel')]), []);
    assert.equal(organizationsOf(who('daniel'), 'agent').length, 1);
    assert.deepEqual(world.signIns.map(({ persona }) => persona), ['consumer', 'business', 'dealer', 'agent']);
  });

  test(`no two intervals of one service overlap, and none lies ahead (seed ${seed})`, () => {
    const byService = Map.groupBy(of('availabilityInterval') as Interval[], ({ relatedEntity }) => refs(relatedEntity)[0]?.id);
    for (const intervals of byService.values()) {
      const spans = intervals.map(({ validFor }) => validFor).toSorted((a, b) => a.startDateTime.localeCompare(b.startDateTime));
      for (const [index, { startDateTime, endDateTime = now.toISOString() }] of spans.entries()) {
        assert.ok(startDateTime < endDateTime && endDateTime <= now.toISOString());
        assert.ok(endDateTime <= (spans[index + 1]?.startDateTime ?? '9'), `${startDateTime} ${endDateTime}`);
      }
    }
  });

  test(`a finished line stands in the inventory (seed ${seed})`, () => {
    const products = new Set(of('product').map(({ id }) => id));
    for (const { productOrderItem } of of('productOrder')) {
      for (const item of productOrderItem as (Item & { product: { id?: string } })[]) {
        if (item.state === 'completed') assert.ok(products.has(item.product.id ?? ''));
      }
    }
  });

  test(`no story runs ahead of its time (seed ${seed})`, () => {
    for (const order of of('productOrder')) {
      assert.ok(String(order['orderDate']) <= now.toISOString());
      for (const { milestone } of order['productOrderItem'] as { milestone: { status: string; milestoneDate: string }[] }[]) {
        const reached = milestone.filter(({ status }) => status === 'Completed').map(({ milestoneDate }) => milestoneDate);
        assert.deepEqual(reached, reached.toSorted());
        assert.ok(reached.every((date) => date <= now.toISOString()));
      }
    }
    for (const { statusChange, note, lastUpdate } of of('troubleTicket')) {
      const dates = (statusChange as { changeDate: string }[]).map(({ changeDate }) => changeDate);
      assert.deepEqual(dates, dates.toSorted());
      for (const date of [...dates, ...(note as { date: string }[]).map((one) => one.date)]) assert.ok(date <= String(lastUpdate));
      assert.ok(String(lastUpdate) <= now.toISOString());
    }
  });
}
