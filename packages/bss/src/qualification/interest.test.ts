import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { type Bench, pathOf } from '../testing/bench.ts';
import { add, customer, operator, sub } from '../testing/offers.ts';

const DAY = 86_400_000;
const HOME = 'Kastanienhof 12, 10437 Berlin';
const CHECK = 'checkServiceQualification';

const read = async (bss: Bench, resource: string, id: string) => (await (await bss.ask('GET', `${pathOf(resource)}/${id}`)).json()) as Resource;
const patch = (bss: Bench, resource: string, id: string, body: object) => bss.ask('PATCH', `${pathOf(resource)}/${id}`, body);
const letters = async (bss: Bench) => (await bss.store.read().list('communicationMessage')).rows.filter(({ body }) => String(body['subject']).includes('you can order it now'));
const check = (bss: Bench, more: object = {}) =>
  bss.make(CHECK, {
    instantSyncQualification: true,
    ...customer(sub('ada')),
    serviceQualificationItem: [{ id: '1', service: { name: 'Fibre', place: [{ role: 'installation', name: HOME }] } }],
    ...more,
  });

describe('whoever hears "not yet"', () => {
  it('puts their name down and is written to on the day it comes, once', async () => {
    const bss = operator();
    const { id } = await check(bss);
    const response = await patch(bss, CHECK, id, { registerInterest: true });
    const waiting = (await response.json()) as { interest: { state: string; nextLook: string } };
    assert.equal(response.status, 200);
    assert.deepEqual([waiting.interest.state, waiting.interest.nextLook], ['waiting', '2027-02-28T23:00:00.000Z']);

    bss.later(98 * DAY);
    await bss.tick();
    assert.equal((await letters(bss)).length, 0);
    bss.later(2 * DAY);
    await bss.tick();
    const after = (await read(bss, CHECK, id)) as Resource & { interest: { state: string } };
    assert.deepEqual([after['qualificationResult'], after.interest.state], ['qualified', 'answered']);
    const [letter, ...others] = await letters(bss);
    assert.equal(others.length, 0);
    assert.match(String(letter?.body['content']), /You asked us to write when Fibre can be had/);

    bss.later(30 * DAY);
    await bss.tick();
    assert.equal((await letters(bss)).length, 1);
  });

  it('is looked after once a day where nobody can name the day, and may change their mind', async () => {
    const bss = operator();
    const phone = add('Aster 5 phone', { quantity: 10_000 });
    const { id } = await bss.make('productOfferingQualification', { instantSyncQualification: true, ...customer(sub('ada')), productOfferingQualificationItem: [phone] });
    await patch(bss, 'productOfferingQualification', id, { registerInterest: true });
    const nextLook = async () => ((await read(bss, 'productOfferingQualification', id))['interest'] as { nextLook: string } | undefined)?.nextLook;
    assert.equal(await nextLook(), '2026-11-22T10:00:00.000Z');
    bss.later(DAY);
    await bss.tick();
    assert.equal(await nextLook(), '2026-11-23T10:00:00.000Z');
    await patch(bss, 'productOfferingQualification', id, { registerInterest: false });
    assert.equal(await nextLook(), undefined);
  });

  it('cannot wait for what is there, for what is not answered yet, or without a name', async () => {
    const bss = operator();
    const there = await check(bss, { serviceQualificationItem: [{ id: '1', service: { name: 'Cable', place: [{ role: 'installation', name: HOME }] } }] });
    const open = await check(bss, { instantSyncQualification: false });
    const nameless = await check(bss, { relatedParty: [] });
    const refusals = await Promise.all(
      [there, open, nameless].map(async ({ id }) => {
        const response = await patch(bss, CHECK, id, { registerInterest: true });
        return [response.status, ((await response.json()) as { message: string }).message] as const;
      }),
    );
    assert.deepEqual(refusals.map(([status]) => status), [422, 409, 422]);
    assert.deepEqual(refusals.map(([, message]) => /order it|Wait for the answer|whom to write to/.exec(message)?.[0]), ['order it', 'Wait for the answer', 'whom to write to']);
  });
});
