import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../store/memory.ts';
import type { Resource, StoredRecord } from '../store/store.ts';
import { type Bench, bench, pathOf } from '../testing/bench.ts';
import { accessAt, addressOf, fromOneLine } from './address.ts';
import { likeness, slips } from './similar.ts';

const house = (streetName: string, streetNr: string, more: object = {}): StoredRecord => ({
  resource: 'geographicAddress',
  body: { id: `${streetName} ${streetNr}`.replaceAll(' ', '-'), streetName, streetNr, postcode: '10437', city: 'Berlin', country: 'DE', ...more },
});
const flat = (id: string) => ({ id, name: `Flat ${id.slice(-1)}`, subUnitNumber: id.slice(-1) });

const withFlats = house('Uferstrasse', '7', { geographicSubAddress: [flat('ufer-1'), flat('ufer-2')] });
const records: readonly StoredRecord[] = [
  house('Kastanienhof', '12'),
  house('Kastanienhof', '14'),
  house('Mühlengasse', '12'),
  house('Lindenallee', '3'),
  { ...house('Lindenallee', '3', { postcode: '20359', city: 'Hamburg' }), body: { ...house('Lindenallee', '3', { postcode: '20359', city: 'Hamburg' }).body, id: 'hamburg' } },
  withFlats,
  ...['ufer-1', 'ufer-2'].map((id) => ({ resource: 'geographicSubAddress', body: { ...flat(id), geographicAddress: { id: 'Uferstrasse-7' } } })),
  { resource: 'geographicSite', body: { id: 'depot', name: 'Depot', place: [{ id: 'Uferstrasse-7' }] } },
];

/** Asks for a validation and hears its answer once time has passed. */
async function validated(submittedGeographicAddress: unknown, more: object = {}): Promise<Resource> {
  const bss: Bench = bench({ store: memoryStore(records) });
  const asked = await bss.make('geographicAddressValidation', { submittedGeographicAddress, provideAlternative: true, ...more });
  assert.equal(asked['state'], 'accepted');
  bss.later(60_000);
  await bss.tick();
  return (await (await bss.ask('GET', `${pathOf('geographicAddressValidation')}/${asked.id}`)).json()) as Resource;
}

const idsOf = (value: unknown) => (value as Resource[] | undefined)?.map(({ id }) => id) ?? [];
const berlin = { postcode: '10437', city: 'Berlin' };

describe('asking whether an address is right', () => {
  const right: readonly [string, object][] = [
    ['as we write it', { streetName: 'Kastanienhof', streetNr: '12', ...berlin }],
    ['in one line', { name: 'Kastanienhof 12, 10437 Berlin' }],
    ['in one line without a postcode', { name: 'Kastanienhof 12, Berlin' }],
    ['in other letters', { streetName: 'KASTANIENHOF', streetNr: ' 12', postcode: '10437', city: 'berlin' }],
    ['by its id', { id: 'Kastanienhof-12' }],
  ];
  for (const [name, submitted] of right) {
    it(`knows it ${name}`, async () => {
      const answer = await validated(submitted);
      assert.equal(answer['state'], 'done');
      assert.equal(answer['validationResult'], 'success');
      assert.equal((answer['validGeographicAddress'] as Resource).id, 'Kastanienhof-12');
      assert.equal(answer['alternateGeographicAddress'], undefined);
    });
  }

  it('takes an umlaut however it is written, and a street by any of its endings', async () => {
    assert.equal((await validated({ streetName: 'Muehlengasse', streetNr: '12', ...berlin }))['validationResult'], 'success');
    assert.equal((await validated({ streetName: 'Uferstr.', streetNr: '7', ...berlin, geographicSubAddress: [{ name: 'Flat 1' }] }))['validationResult'], 'success');
    assert.equal((await validated({ streetName: 'Uferstraße', streetNr: '7', ...berlin, geographicSubAddress: [{ subUnitNumber: '2' }] }))['validationResult'], 'success');
  });

  it('proposes what was probably meant, the likeliest first', async () => {
    const slip = await validated({ streetName: 'Kastanenhof', streetNr: '12', ...berlin });
    assert.equal(slip['validationResult'], 'fails');
    assert.equal(slip['validGeographicAddress'], undefined);
    assert.deepEqual(idsOf(slip['alternateGeographicAddress']).slice(0, 2), ['Kastanienhof-12', 'Kastanienhof-14']);
    const number = await validated({ streetName: 'Kastanienhof', streetNr: '13', ...berlin });
    assert.deepEqual(idsOf(number['alternateGeographicAddress']).slice(0, 2).toSorted(), ['Kastanienhof-12', 'Kastanienhof-14']);
    const town = await validated({ streetName: 'Lindenalee', streetNr: '3', city: 'Hamburg' });
    assert.equal(idsOf(town['alternateGeographicAddress'])[0], 'hamburg');
  });

  it('asks which town when two have the street', async () => {
    const answer = await validated({ streetName: 'Lindenallee', streetNr: '3' });
    assert.equal(answer['validationResult'], 'fails');
    assert.deepEqual(idsOf(answer['alternateGeographicAddress']).toSorted(), ['Lindenallee-3', 'hamburg']);
  });

  it('asks which flat, and keeps to the one that is named', async () => {
    const open = await validated({ streetName: 'Uferstrasse', streetNr: '7', ...berlin });
    assert.equal(open['validationResult'], 'partial');
    assert.equal((open['validGeographicAddress'] as { geographicSubAddress: unknown[] }).geographicSubAddress.length, 2);
    const one = await validated({ id: 'ufer-2' });
    assert.equal(one['validationResult'], 'success');
    assert.deepEqual(idsOf((one['validGeographicAddress'] as Resource)['geographicSubAddress']), ['ufer-2']);
  });

  it('follows a site of a company to its house', async () => {
    const answer = await validated({ id: 'depot' });
    assert.equal(answer['validationResult'], 'success');
    assert.equal((answer['validGeographicAddress'] as Resource).id, 'Uferstrasse-7');
  });

  it('proposes nothing where nothing is wanted, or nothing is like it', async () => {
    const unwanted = await validated({ streetName: 'Kastanenhof', streetNr: '12', ...berlin }, { provideAlternative: false });
    assert.equal(unwanted['alternateGeographicAddress'], undefined);
    const strange = await validated({ streetName: 'Rue de Rivoli', streetNr: '1', postcode: '75001', city: 'Paris' });
    assert.deepEqual([strange['validationResult'], strange['alternateGeographicAddress']], ['fails', undefined]);
  });

  it('says what is missing when there is no address in it', async () => {
    for (const nothing of [{}, { city: 'Berlin' }, { id: 'nobody' }, { name: 'somewhere' }]) {
      const answer = await validated(nothing);
      assert.deepEqual([answer['state'], answer['validationResult'], answer['alternateGeographicAddress']], ['done', 'fails', undefined]);
    }
  });
});

describe('finding an address while typing it', () => {
  it('is a list call with the letters so far', async () => {
    const bss = bench({ store: memoryStore(records) });
    const response = await bss.ask('GET', `${pathOf('geographicAddress')}?streetName.gte=Kas&streetName.lt=Kat&sort=streetNr`);
    assert.deepEqual(idsOf(await response.json()), ['Kastanienhof-12', 'Kastanienhof-14']);
  });

  it('lists the flats of one house inside it', async () => {
    const bss = bench({ store: memoryStore(records) });
    const inside = await bss.ask('GET', `${pathOf('geographicAddress')}/Uferstrasse-7/geographicSubAddress`);
    assert.deepEqual(idsOf(await inside.json()), ['ufer-1', 'ufer-2']);
    assert.equal((await bss.ask('GET', `${pathOf('geographicAddress')}/Kastanienhof-12/geographicSubAddress/ufer-1`)).status, 404);
  });
});

describe('likeness', () => {
  it('counts slips of the pen', () => {
    const cases: readonly [string, string, number][] = [['abc', 'abc', 0], ['abc', 'acb', 1], ['abc', 'ab', 1], ['abc', 'xabc', 1], ['abc', 'axc', 1], ['', 'abc', 3], ['kitten', 'sitting', 3]];
    for (const [a, b, expected] of cases) {
      assert.equal(slips(a, b), expected, `${a} → ${b}`);
      assert.equal(slips(b, a), expected, `${b} → ${a}`);
    }
  });

  it('is whole for the same and nothing for the wholly other', () => {
    assert.equal(likeness('Werkhofstr.', 'Werkhofstraße'), 1);
    assert.equal(likeness('abc', 'xyz'), 0);
  });

  it('stays quick with letters without end', () => {
    assert.ok(likeness('a'.repeat(1_000_000), 'b'.repeat(1_000_000)) < 1);
  });
});

describe('reading an address', () => {
  it('takes one line apart, and leaves alone what is none', () => {
    assert.deepEqual(fromOneLine('Alte Gärtnerei 4b, 10437 Berlin'), { streetName: 'Alte Gärtnerei', streetNr: '4b', postcode: '10437', city: 'Berlin' });
    assert.equal(fromOneLine('somewhere'), undefined);
    assert.equal(fromOneLine(' '.repeat(100_000)), undefined);
  });

  it('gives a flat its own line of a kind and its house’s lines of every other', () => {
    const body = {
      networkAccess: [{ technology: 'fibre', maxDownload: 1000 }, { technology: 'dsl', maxDownload: 100 }, { technology: 'pigeon', maxDownload: 1 }],
      geographicSubAddress: [{ id: 'a', networkAccess: [{ technology: 'fibre', maxDownload: 500, availableFrom: '2027-03-01T00:00:00.000Z' }] }, { id: 'b' }],
    };
    const address = addressOf(body);
    const speeds = (at: number) => accessAt(address, address.flats[at]).map(({ technology, maxDownload }) => `${technology} ${maxDownload}`);
    assert.deepEqual(speeds(0), ['fibre 500', 'dsl 100']);
    assert.deepEqual(speeds(1), ['fibre 1000', 'dsl 100']);
  });
});

describe('a site of a company', () => {
  it('is one even when nothing is known of it, and tells when its status changes', async () => {
    const bss = bench();
    const site = await bss.make('geographicSite', {});
    assert.equal(site['status'], 'planned');
    const changed = await bss.ask('PATCH', `${pathOf('geographicSite')}/${site.id}`, { status: 'active' });
    assert.equal(((await changed.json()) as Resource)['status'], 'active');
    const told = (await bss.store.changes.after(0, 10)).map(({ eventType }) => eventType);
    assert.ok(told.includes('GeographicSiteStatusChangeEvent'), told.join());
  });
});
