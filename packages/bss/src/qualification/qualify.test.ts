import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { relation } from '../catalogue/catalogue.seed.ts';
import type { Access } from '../place/address.ts';
import type { Device } from './device.ts';
import { deviceNamed, deviceOf } from './device.ts';
import { qualify } from './qualify.ts';
import { anApplicant, aPolicy, NOW, owned, priced, situation, wanted } from './situation.seed.ts';

const DAY = 86_400_000;
const mobile = { category: [{ id: 'mobile', name: 'Mobile' }] };
const committing = { productOfferingTerm: [{ duration: { amount: 2, units: 'years' } }] };
const small = priced('Small', 1000, mobile);
const large = priced('Large', 3000, { ...mobile, ...committing });
const shelf = [small, large];

const line = (technology: Access['technology'], maxDownload: number, typicalDownload: number, more: Partial<Access> = {}): Access => ({
  technology, maxDownload, maxUpload: 40, typicalDownload, typicalUpload: 30, availableFrom: -Infinity, freePorts: 1, ...more,
});
const speed = (download: number) => ({ prodSpecCharValueUse: [{ name: 'Download', productSpecCharacteristicValue: [{ value: download }] }] });
const at = (...access: Access[]) => ({
  kind: 'found' as const,
  address: { id: 'house', streetName: 'Uferstrasse', streetNr: '7', postcode: '10437', city: 'Berlin', flats: [], access },
  flat: undefined,
});

describe('a yes', () => {
  it('comes for what nothing speaks against, from today', () => {
    const verdict = qualify(situation(shelf, { wanted: wanted(small.offering) }));
    assert.deepEqual([verdict.qualified, verdict.reasons, verdict.alternates, verdict.from], [true, [], [], NOW]);
  });

  it('comes for somebody we know nothing about', () => {
    assert.equal(qualify(situation(shelf, { wanted: wanted(large.offering), applicant: undefined })).qualified, true);
  });

  it('says the line, what it really gives, and when', () => {
    const home = priced('Home', 3000, speed(250));
    const verdict = qualify(situation([home], { wanted: wanted(home.offering, { place: at(line('dsl', 100, 90), line('cable', 500, 210), line('fibre', 1000, 950)) }) }));
    assert.deepEqual([verdict.servedBy?.access.technology, verdict.servedBy?.download, verdict.from], ['fibre', 250, NOW + 14 * DAY]);
    const copper = qualify(situation([home], { wanted: wanted(home.offering, { place: at(line('cable', 500, 210)) }) }));
    assert.deepEqual([copper.servedBy?.download, copper.from], [210, NOW + 7 * DAY]);
  });

  it('takes the line that has a port over the faster one that has none', () => {
    const home = priced('Home', 3000, speed(50));
    const verdict = qualify(situation([home], { wanted: wanted(home.offering, { place: at(line('fibre', 1000, 950, { freePorts: 0 }), line('dsl', 50, 40)) }) }));
    assert.equal(verdict.servedBy?.access.technology, 'dsl');
  });

  it('lets a committed customer up at any time, and down when the commitment is over', () => {
    const target = owned(small.offering, { monthly: 1000, committedUntil: NOW + DAY });
    assert.equal(qualify(situation(shelf, { wanted: wanted(large.offering, { action: 'modify', target }) })).qualified, true);
    const big = owned(large.offering, { monthly: 3000, committedUntil: NOW + DAY });
    assert.equal(qualify(situation(shelf, { wanted: wanted(small.offering, { action: 'modify', target: big }) })).qualified, false);
    assert.equal(qualify(situation(shelf, { wanted: wanted(small.offering, { action: 'modify', target: big, wantedOn: NOW + DAY }) })).qualified, true);
    const free = owned(large.offering, { monthly: 3000, committedUntil: NOW });
    assert.equal(qualify(situation(shelf, { wanted: wanted(small.offering, { action: 'modify', target: free }) })).qualified, true);
  });

  it('names the day on which something ends', () => {
    const verdict = qualify(situation(shelf, { wanted: wanted(small.offering, { action: 'delete', target: owned(small.offering) }) }));
    assert.equal(new Date(verdict.from ?? 0).toISOString(), '2026-12-20T23:00:00.000Z');
  });

  it('keeps an old plan as it was bought', () => {
    const old = priced('Old', 900, { ...mobile, lifecycleStatus: 'Retired' });
    const target = owned(old.offering);
    for (const action of ['modify', 'noChange'] as const) {
      assert.equal(qualify(situation([...shelf, old], { wanted: wanted(old.offering, { action, target }) })).qualified, true);
    }
  });

  it('tolerates small arrears and low scores where nothing is agreed for long', () => {
    const applicant = anApplicant({ overdue: 15_000, creditScore: 100 });
    assert.equal(qualify(situation(shelf, { wanted: wanted(small.offering), applicant })).qualified, true);
    assert.equal(qualify(situation(shelf, { wanted: wanted(large.offering), applicant })).qualified, false);
  });

  it('lets a member order what is on the list, up to the limit', () => {
    const policy = aPolicy({ allowed: { categories: new Set(['Mobile']), offerings: new Set() }, monthlyLimit: 3000 });
    assert.equal(qualify(situation(shelf, { wanted: wanted(large.offering), applicant: anApplicant({ policy }) })).qualified, true);
    const single = aPolicy({ allowed: { categories: new Set(), offerings: new Set(['Small']) } });
    assert.equal(qualify(situation(shelf, { wanted: wanted(small.offering), applicant: anApplicant({ policy: single }) })).qualified, true);
  });

  it('takes any one device that can do it, and asks nobody whose devices we do not know', () => {
    const watch = priced('Watch', 500, { productOfferingRelationship: relation('requiresCapability', 'eSIM') });
    const phone = (id: string, ...can: string[]): Device => ({ id, name: id, typeCode: undefined, kind: 'phone', can: new Set(can) });
    const ask = (devices: Device[]) => qualify(situation([watch], { wanted: wanted(watch.offering), devices })).qualified;
    assert.deepEqual([ask([]), ask([phone('old'), phone('new', 'eSIM')]), ask([phone('old')])], [true, true, false]);
  });
});

describe('the nearest offer that passes', () => {
  const office = { category: [{ id: 'fixed', name: 'Fixed' }] };
  const offers = [
    priced('Fibre 1000', 6500, { ...office, ...speed(1000) }),
    priced('Home 250', 4400, { ...office, ...speed(250) }),
    priced('Home 100', 3500, { ...office, ...speed(100) }),
    priced('Home 50', 3000, { ...office, ...speed(50) }),
    priced('Voice', 6400, office),
    priced('Mobile', 6500, mobile),
    priced('Gone', 6500, { ...office, ...speed(100), lifecycleStatus: 'Retired' }),
  ];
  const asked = situation(offers, { wanted: wanted(offers[0]?.offering ?? small.offering, { place: at(line('dsl', 100, 80)) }) });

  it('is of the same kind, then of the nearest price; never what is gone, nor of another category', () => {
    assert.deepEqual(qualify(asked).alternates.map(({ name }) => name), ['Home 100', 'Home 50', 'Voice']);
  });

  it('is what the remedy names', () => {
    assert.deepEqual(qualify(asked).reasons.map(({ remedy }) => remedy.productOffering?.name), ['Home 100']);
  });

  it('is missing, with a reason, where none passes', () => {
    const nothing = qualify({ ...asked, applicant: anApplicant({ age: 12 }) });
    assert.deepEqual(nothing.alternates, []);
    assert.ok(nothing.reasons.every(({ remedy }) => remedy.action !== 'chooseOther'));
  });
});

describe('every reason at once', () => {
  it('is told: whoever mends one need not come back for the next', () => {
    const applicant = anApplicant({ overdue: 99_999, creditScore: 1, age: 16, policy: aPolicy({ mayOrder: false }) });
    const verdict = qualify(situation(shelf, { wanted: wanted(large.offering), applicant }));
    assert.deepEqual(verdict.reasons.map(({ code }) => code), ['underAge', 'overdueOpen', 'creditScoreLow', 'roleMayNotOrder']);
  });
});

describe('a device', () => {
  const spec = {
    id: 'aster',
    name: 'Aster 5',
    productNumber: '35194811',
    productSpecCharacteristic: [
      { name: 'Kind', productSpecCharacteristicValue: [{ value: 'phone' }] },
      { name: 'eSIM', productSpecCharacteristicValue: [{ value: true }] },
      { name: 'Band n78', productSpecCharacteristicValue: [{ value: false }] },
    ],
  };

  it('is known by its IMEI, however written, or by its name', () => {
    const devices = [deviceOf(spec)];
    assert.deepEqual([...(devices[0]?.can ?? [])], ['eSIM']);
    assert.equal(deviceNamed(devices, { imei: '35-194811-123456-7' })?.id, 'aster');
    assert.equal(deviceNamed(devices, { model: ' aster 5 ' })?.id, 'aster');
    assert.equal(deviceNamed(devices, { imei: '123' }), undefined);
    assert.equal(deviceNamed(devices, {}), undefined);
  });
});
