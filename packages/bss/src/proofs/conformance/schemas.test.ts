import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from './asking.ts';
import { schemaWatch } from './schemas.ts';
import { specsFolder } from '../../testing/specs.ts';

const answer = (path: string, body: unknown, status = 200): Answer => ({
  asked: { method: 'GET', path },
  status,
  headers: new Headers(),
  text: JSON.stringify(body),
  body,
});

const watch = schemaWatch();
const ticket = { id: '1', href: 'http://bss.test/1', description: 'No picture', severity: 'Minor', ticketType: 'incident', '@type': 'TroubleTicket' };
const [v4, v5] = ['/tmf-api/troubleTicket/v4/troubleTicket', '/tmf-api/troubleTicket/v5/troubleTicket'];

test('lets pass what fits, alone, in a list and through either version', () => {
  watch(answer(`${v4}/1`, ticket));
  watch(answer(`${v5}?limit=5`, [ticket, ticket]));
  watch(answer(`${v5}?fields=id`, [{ id: '1', note: 'a choice is not a whole' }]));
  watch(answer(`${v4}/1`, { code: '60', reason: 'Resource not found', id: 7 }, 404));
  watch(answer('/tmf-api/troubleTicket/v4/hub', { id: '1', callback: 7 }, 201));
});

test('finds a value of the wrong kind in any row', () => {
  assert.throws(() => watch(answer(v4, [ticket, { ...ticket, note: {} }])), /"note" must be a list/);
  assert.throws(() => watch(answer(`${v5}/1`, { ...ticket, statusChangeHistory: [{ status: 7 }] })), /"statusChangeHistory\[0\]\.status" must be text/);
  const flat = { id: '2', geographicSubAddressType: 'flat', levelType: 7 };
  assert.throws(() => watch(answer('/tmf-api/geographicAddressManagement/v4/geographicAddress/1/geographicSubAddress/2', flat)), /"levelType" must be text/);
});

test('finds what the public files do not allow', { skip: specsFolder() === undefined && 'no specification files at hand' }, () => {
  assert.throws(() => watch(answer(`${v5}/1`, { ...ticket, status: 'lost' })), /status must be equal to one of the allowed values/);
  assert.throws(() => watch(answer(`${v5}/1`, { ...ticket, note: [{ text: 'Hello' }] })), /required property '@type'/);
  const payment = { id: '1', totalAmount: { unit: 'EUR', value: 1 }, account: { id: '1' } };
  assert.throws(() => watch(answer('/tmf-api/paymentManagement/v4/payment/1', payment)), /required property 'paymentMethod'/);
});

test('blames the server for gaps in what a client said only where every word is the operator’s', { skip: specsFolder() === undefined && 'no specification files at hand' }, () => {
  const gap = { ...ticket, relatedParty: [{ role: 'customer' }] };
  watch(answer(`${v4}/1`, gap));
  assert.throws(() => schemaWatch({ strict: true })(answer(`${v4}/1`, gap)), /\/relatedParty\/0 must have required property/);
});
