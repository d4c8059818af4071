import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { bench, type Bench, NOW, pathOf } from '../testing/bench.ts';

const machine = { authorization: 'Bearer machine' };
const MINUTE = 60_000;
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * MINUTE).toISOString();
/** Midnight of 1 December in Berlin; the bench stands at 21 November, 11:00. */
const MONTH_END = '2026-11-30T23:00:00.000Z';
const TO_MONTH_END = (Date.parse(MONTH_END) - Date.parse(NOW)) / 1000;

let bss: Bench;
let product: Resource;
let account: Resource;

const ask = (method: string, path: string, body?: unknown) => bss.ask(method, path, body, machine);
const list = async (resource: string, query = '') => (await (await ask('GET', `${pathOf(resource)}?${query}`)).json()) as Resource[];

async function make(resource: string, body: object): Promise<Resource> {
  const response = await ask('POST', pathOf(resource), body);
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as Resource;
}

async function pull(lever: string, body: object = {}): Promise<Resource> {
  const response = await ask('POST', `/sim/v1/${lever}`, body);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Resource;
}

const pass = (seconds: number) => pull('clock', { advanceSeconds: seconds });

async function promise(target: string, more: object = {}): Promise<Resource> {
  return make('sla', {
    name: 'Availability of Office 250', rule: [{ id: 'r', metric: 'availability', unit: 'ratio', referenceValue: target, operator: '.ge' }],
    relatedEntity: [{ id: product.id, name: 'Office 250', role: 'product', '@referredType': 'Product' }],
    relatedParty: [{ id: 'nordlicht', role: 'SLAConsumer' }], validFor: { startDateTime: '2026-10-31T23:00:00.000Z' }, ...more,
  });
}

/** So many minutes without the line, from now on. */
async function outage(minutes: number): Promise<void> {
  const { id } = await pull('incidents', { products: product.id, description: 'Cable cut' });
  bss.later(minutes * MINUTE);
  await pull(`incidents/${id}/end`);
}

beforeEach(async () => {
  bss = bench({ levers: true, token: 'machine' });
  account = await make('billingAccount', { name: 'Office', relatedParty: [{ id: 'nordlicht', role: 'owner' }] });
  product = await make('product', {
    name: 'Office 250', status: 'active', billingAccount: { id: account.id }, relatedParty: [{ id: 'nordlicht', name: 'Nordlicht', role: 'owner', '@referredType': 'Organization' }],
    productPrice: [{ priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: { unit: 'EUR', value: 49.9 } } }],
  });
});

describe('a promise of availability', () => {
  it('that is broken beyond mending is written down when the outage ends, and paid for when the month does', async () => {
    // 99.9 % of November leaves 2,592 seconds; two hours are 2.7 times that.
    const sla = await promise('0.999');
    await outage(120);
    const [early] = await list('slaViolation');
    assert.deepEqual([early?.['sla'], early?.['credit'], early?.['date']].map((one) => (one as Resource | undefined)?.id ?? one), [sla.id, undefined, later(120)]);
    assert.deepEqual(objects((await list('serviceProblem'))[0]?.['slaViolation']).map(({ id }) => id), [early?.id]);
    await pass(TO_MONTH_END);
    const violations = await list('slaViolation');
    assert.equal(violations.length, 1);
    const [final] = violations;
    assert.equal(objects(final?.['violation'])[0]?.['actualValue'], '0.997222');
    assert.deepEqual(objects(final?.['credit']).map(({ amount, percent, capPercent, state }) => [amount, percent, capPercent, state]), [[{ unit: 'EUR', value: 4.99 }, 10, 50, 'granted']]);
    assert.equal(objects(final?.['evidence']).length, 1);
  });

  it('that is broken is paid for once, on the account of the line, and told', async () => {
    await promise('0.999');
    await outage(120);
    await pass(TO_MONTH_END);
    await pass(40 * 86_400);
    const credits = (await list('appliedCustomerBillingRate')).filter(({ type }) => type === 'appliedBillingCredit');
    assert.equal(credits.length, 1);
    assert.equal(objects(credits[0]?.['taxIncludedAmount'])[0]?.['value'], -4.99);
    const told = (await list('communicationMessage', 'receiver.id=nordlicht')).filter(({ subject }) => /back/.test(String(subject)));
    assert.deepEqual(told.map(({ subject }) => subject), ['You get €4.99 back']);
    assert.match(String(told[0]?.['content']), /Down for 2 h 0 min, 2\.7 times the time allowed: 10 %/);
  });

  const priced = (value: number, validFor?: object) => ({ priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: { unit: 'EUR', value } }, ...(validFor && { validFor }) });
  const creditOf = async () => objects((await list('slaViolation'))[0]?.['credit']).map(({ amount, percent, capPercent }) => [(amount as { value: number }).value, percent, capPercent]);

  it('gives back of all that the line costs by the month', async () => {
    await ask('PATCH', `${pathOf('product')}/${product.id}`, { productPrice: [priced(30), { ...priced(99), recurringChargePeriod: 'year' }, priced(10)] });
    await promise('0.999');
    await outage(120);
    await pass(TO_MONTH_END);
    assert.deepEqual(await creditOf(), [[4, 10, 50]]);
  });

  it('gives back of what the line cost in that month, whatever it costs since', async () => {
    const [old, since] = [priced(100, { startDateTime: '2026-01-01T00:00:00.000Z', endDateTime: MONTH_END }), priced(200, { startDateTime: MONTH_END })];
    await ask('PATCH', `${pathOf('product')}/${product.id}`, { productPrice: [since, old] });
    await promise('0.999');
    await outage(120);
    await pass(TO_MONTH_END + 60);
    assert.deepEqual(await creditOf(), [[10, 10, 50]]);
  });

  it('gives back what its own terms say, capped as they say', async () => {
    const step = [{ above: 1, percent: 20 }, { below: 0.998, percent: 30 }, { below: 0.997, percent: 90 }, { above: 2 }];
    await promise('0.999', { creditTerms: { step, capPercent: 25 } });
    await outage(120);
    await pass(TO_MONTH_END);
    // 99.7222 %: under 99.8 but not under 99.7. A quarter of €49.90 is €12.475.
    assert.deepEqual(await creditOf(), [[12.48, 30, 25]]);
    const [told] = (await list('communicationMessage', 'receiver.id=nordlicht')).filter(({ subject }) => /back/.test(String(subject)));
    assert.match(String(told?.['content']), /30 % of the monthly price of €49\.90, at most 25 %/);
  });

  it('gives nothing back where its terms say so, and by the general terms where it has none', async () => {
    const { id, creditTerms } = await promise('0.999');
    assert.deepEqual(objects(creditTerms).map(({ capPercent }) => capPercent), [50]);
    await ask('PATCH', `${pathOf('sla')}/${id}`, { creditTerms: { step: [] } });
    await outage(120);
    await pass(TO_MONTH_END);
    const violations = await list('slaViolation');
    assert.deepEqual([violations.length, violations[0]?.['credit']], [1, undefined]);
  });

  it('that is kept leaves no trace', async () => {
    await promise('0.999');
    await outage(43);
    await pass(TO_MONTH_END + 60);
    assert.deepEqual(await list('slaViolation'), []);
  });

  it('does not count planned work', async () => {
    await promise('0.999');
    await pull('maintenance', { products: product.id, description: 'New fibre', expectedStart: later(60), expectedEnd: later(240) });
    await pass(TO_MONTH_END + 60);
    assert.deepEqual(await list('slaViolation'), []);
    const [report] = await list('slaComplianceReport');
    assert.equal(objects(report?.['compliance'])[0]?.['excludedSeconds'], 180 * 60);
  });

  it('does not count the time in which nobody let us in', async () => {
    await promise('0.999');
    const { id } = await pull('incidents', { products: product.id, description: 'Broken socket' });
    bss.later(10 * MINUTE);
    await pull(`incidents/${id}/wait`, { reason: 'Nobody on site could let our technician in' });
    bss.later(100 * MINUTE);
    await ask('PATCH', `${pathOf('serviceProblem')}/${id}`, { status: 'inProgress' });
    bss.later(10 * MINUTE);
    await pull(`incidents/${id}/end`);
    const [row] = objects((await list('slaComplianceReport'))[0]?.['compliance']);
    assert.deepEqual([row?.['downSeconds'], row?.['excludedSeconds'], row?.['outcome']], [20 * 60, 100 * 60, 'met']);
    const [waiting] = await list('availabilityInterval', 'state=customerPending');
    assert.equal(waiting?.['description'], 'Nobody on site could let our technician in');
    assert.ok((await list('communicationMessage')).some(({ subject }) => subject === 'We need you to go on'));
  });

  it('is judged month by month: what was before it is nobody’s', async () => {
    const { id } = await promise('0.999', { validFor: { startDateTime: later(180) } });
    await outage(120);
    await pass(TO_MONTH_END + 60);
    assert.deepEqual(await list('slaViolation'), []);
    assert.equal((await list('sla', `id=${id}`))[0]?.['assessedUntil'], MONTH_END);
  });

  it('in office hours is judged in office hours', async () => {
    // The bench stands on a Saturday: nobody was promised anything for it.
    const serviceHours = { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:00', to: '18:00' };
    await promise('0.999', { serviceHours });
    await outage(24 * 60);
    await pass(TO_MONTH_END);
    assert.deepEqual(await list('slaViolation'), []);
    const [row] = objects((await list('slaComplianceReport'))[0]?.['compliance']);
    assert.deepEqual([row?.['downSeconds'], row?.['countedSeconds']], [0, 21 * 36_000]);
  });

  it('in two stretches of a day, with a least length and a weight, is judged by all of them', async () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
    await promise('0.999', { serviceHours: [{ days, from: '08:00', to: '12:00' }, { days, from: '13:00', to: '18:00' }], minimumOutageSeconds: 300 });
    const sampled = (from: string, everySeconds: number, samples: string) => pull(`products/${product.id}/samples`, { from, everySeconds, samples });
    // Monday 9 November: half an hour before lunch and half an hour of lunch; four minutes are too short; an hour at 40 %.
    await sampled('2026-11-09T10:30:00Z', 600, 'xxxxxx');
    await sampled('2026-11-10T09:00:00Z', 60, '..xxxx..');
    assert.deepEqual(await sampled('2026-11-11T08:00:00Z', 1800, '..44.?'), { samples: 6, intervals: 2 });
    // Sent again, it changes nothing.
    await sampled('2026-11-11T08:00:00Z', 1800, '..44.?');
    await pass(TO_MONTH_END);
    // Nine hours on 21 days less half an hour not seen; 1,800 + 1,440 s down of 678.6 allowed: 4.7 times.
    const [row] = objects((await list('slaComplianceReport'))[0]?.['compliance']);
    assert.deepEqual([row?.['downSeconds'], row?.['countedSeconds']], [3_240, 21 * 9 * 3_600 - 1_800]);
    assert.deepEqual(await creditOf(), [[4.99, 10, 50]]);
  });

  it('whose hours cannot be read is judged by nobody', async () => {
    await promise('0.999', { serviceHours: { days: ['someday'], from: '08:00', to: '18:00' } });
    await outage(24 * 60);
    await pass(TO_MONTH_END);
    assert.deepEqual([await list('slaViolation'), objects((await list('slaComplianceReport'))[0]?.['compliance'])], [[], []]);
  });
});

describe('the report on a promise', () => {
  it('is reckoned from the intervals, month by month, with what it is made of', async () => {
    const sla = await promise('0.999');
    await outage(120);
    const report = (await (await ask('GET', `${pathOf('slaComplianceReport')}/${sla.id}`)).json()) as Resource;
    assert.deepEqual([report['@type'], report['@baseType'], report['target']], ['SlaComplianceReport', 'Sla', 0.999]);
    const rows = objects(report['compliance']);
    assert.deepEqual(rows.map(({ month, outcome, isFinal, downSeconds }) => [month, outcome, isFinal, downSeconds]), [['2026-11', 'missed', false, 7200]]);
    assert.deepEqual(objects(rows[0]?.['interval']).map(({ state }) => state), ['outage']);
    assert.equal(objects(rows[0]?.['slaViolation']).length, 1);
  });

  it('is read, never written', async () => {
    const sla = await promise('0.999');
    assert.equal((await ask('PATCH', `${pathOf('slaComplianceReport')}/${sla.id}`, { compliance: [] })).status, 405);
    assert.equal((await ask('POST', pathOf('slaComplianceReport'), {})).status, 405);
  });
});
