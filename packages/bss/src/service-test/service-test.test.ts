import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { valueOf } from '../rules/characteristic.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { bench, type Bench, pathOf } from '../testing/bench.ts';

let bss: Bench;
let product: Resource;
beforeEach(async () => {
  bss = bench();
  const offering = await bss.make('productOffering', {
    name: 'Home 250',
    prodSpecCharValueUse: [['Download', 250], ['Upload', 50]].map(([name, value]) => ({ name, productSpecCharacteristicValue: [{ value }] })),
  });
  product = await bss.make('product', {
    name: 'Home 250', status: 'active', productOffering: { id: offering.id }, relatedParty: [{ id: 'ada', role: 'owner' }],
    productCharacteristic: [{ name: 'lineOfBusiness', value: 'fixed' }],
  });
});

async function pass(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 10) {
    bss.later(10_000);
    await bss.tick();
  }
}

const aTest = (name: string, more: object = {}) => ({ name, relatedService: { id: product.id }, testSpecification: { id: 'any', name }, ...more });
const read = async (id: string) => (await (await bss.ask('GET', `${pathOf('serviceTest')}/${id}`)).json()) as Resource;

async function run(name: string, more: object = {}): Promise<Resource> {
  const { id } = await bss.make('serviceTest', aTest(name, more));
  await pass(40);
  return read(id);
}

const readings = (test: Resource) => Object.fromEntries(objects(test['testMeasure']).map(({ metricName, value }) => [metricName, (value as { value: number }).value])) as Record<string, number>;
const violations = (test: Resource) => objects(test['testMeasure']).flatMap(({ ruleViolation }) => objects(ruleViolation)).length;

async function incident(): Promise<Resource> {
  const relatedEntity = [{ id: product.id, role: 'affected', '@referredType': 'Product' }];
  return bss.make('serviceProblem', { category: 'incident', priority: 1, description: 'Cable cut', reason: 'x', originatorParty: { id: 'meridian' }, relatedEntity });
}

describe('a test of a line', () => {
  it('finds a healthy line healthy', async () => {
    const test = await run('Line test');
    assert.deepEqual([test['state'], valueOf(test['characteristic'], 'verdict'), violations(test)], ['completed', 'good', 0]);
    assert.ok(test['startDateTime'] && test['endDateTime']);
    assert.deepEqual(Object.keys(readings(test)), ['noiseMargin', 'attenuation', 'packetLoss', 'latency']);
  });

  it('finds nothing on a line that is down, and says why', async () => {
    await incident();
    const test = await run('Line test');
    assert.deepEqual([test['state'], valueOf(test['characteristic'], 'verdict'), readings(test)], ['completed', 'bad', { packetLoss: 100 }]);
    assert.match(String(valueOf(test['characteristic'], 'advice')), /Cable cut\. We are at work on it/);
    assert.equal((await run('Speed test'))['state'], 'failed');
  });

  it('measures speed against what was promised', async () => {
    const { downloadSpeed = 0, uploadSpeed = 0 } = readings(await run('Speed test'));
    assert.ok(downloadSpeed > 200 && downloadSpeed < 260, String(downloadSpeed));
    assert.ok(uploadSpeed > 40 && uploadSpeed < 52, String(uploadSpeed));
  });

  it('finds a line slow while a quality problem is open on it', async () => {
    const relatedEntity = [{ id: product.id, role: 'affected', '@referredType': 'Product' }];
    await bss.make('serviceProblem', { category: 'quality', priority: 3, description: 'Full street cabinet', reason: 'x', originatorParty: { id: 'meridian' }, relatedEntity });
    const test = await run('Speed test');
    assert.equal(valueOf(test['characteristic'], 'verdict'), 'degraded');
    assert.ok((readings(test)['downloadSpeed'] ?? 999) < 175 && violations(test) > 0);
  });

  it('is not possible on a line that is not there, or suspended', async () => {
    const unknown = await run('Line test', { relatedService: { id: 'nobody' } });
    assert.equal(unknown['state'], 'rejected');
    assert.match(String(valueOf(unknown['characteristic'], 'advice')), /no such line/);
    await bss.ask('PATCH', `${pathOf('product')}/${product.id}`, { status: 'suspended' });
    assert.match(String(valueOf((await run('Line test'))['characteristic'], 'advice')), /suspended/);
  });

  it('belongs to the customer of the line', async () => {
    const { relatedParty } = await bss.make('serviceTest', aTest('Line test'));
    assert.deepEqual(relatedParty, [{ id: 'ada', role: 'customer' }]);
  });

  it('has its result from us alone', async () => {
    const { id } = await bss.make('serviceTest', aTest('Line test'));
    assert.equal((await bss.ask('PATCH', `${pathOf('serviceTest')}/${id}`, { testMeasure: [{ metricName: 'latency' }] })).status, 400);
  });
});

describe('a restart', () => {
  it('waits for the word of whoever it interrupts', async () => {
    const waiting = await run('Modem reboot');
    assert.equal(waiting['state'], 'pending');
    assert.match(String(valueOf(waiting['characteristic'], 'warning')), /interrupted for about three minutes/);
    await bss.ask('PATCH', `${pathOf('serviceTest')}/${waiting.id}`, { characteristic: [{ name: 'acceptInterruption', value: true }] });
    await pass(40);
    const done = await read(waiting.id);
    assert.equal(done['state'], 'completed');
    assert.match(String(valueOf(done['characteristic'], 'advice')), /back after \d+ seconds/);
  });

  it('can be taken back until then', async () => {
    const { id } = await run('Modem reboot');
    assert.equal((await bss.ask('PATCH', `${pathOf('serviceTest')}/${id}`, { state: 'cancelled' })).status, 200);
    await pass(40);
    assert.equal((await read(id))['state'], 'cancelled');
  });
});
