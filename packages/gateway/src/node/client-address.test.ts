import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { clientAddress } from './client-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

const ours = ['10.0.0.0/8', '2001:db8::7'];

for (const [what, trusted, request, expected] of [
  ['believes nobody by default', [], from('192.0.2.9', '198.51.100.1'), '192.0.2.9'],
  ['believes no stranger', ours, from('192.0.2.9', '198.51.100.1'), '192.0.2.9'],
  ['believes a listed proxy', ours, from('10.1.2.3', '198.51.100.1'), '198.51.100.1'],
  ['knows an IPv4 address written as IPv6', ours, from('::ffff:10.1.2.3', '198.51.100.1'), '198.51.100.1'],
  ['takes what the nearest proxy saw, not what the client wrote before it', ours, from('10.1.2.3', '203.0.113.5, 198.51.100.1'), '198.51.100.1'],
  ['goes on through several proxies of ours', ours, from('10.1.2.3', '198.51.100.1, 10.9.9.9, 2001:db8::7'), '198.51.100.1'],
  ['takes no word that is no address', ours, from('10.1.2.3', '198.51.100.1, unknown'), '10.1.2.3'],
  ['has the proxy itself where nothing was forwarded', ours, from('10.1.2.3'), '10.1.2.3'],
  ['has the proxy itself where only proxies are named', ours, from('10.1.2.3', '10.9.9.9'), '10.1.2.3'],
] as const) {
  test(what, () => assert.equal(clientAddress(trusted)(request), expected));
}
