import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPublicAddress } from './address.ts';
import { allowedCallback } from './callback.ts';

const allowed = async (callback: string, addresses: string[] = []) =>
  (await allowedCallback(callback, { resolve: async () => addresses })) !== undefined;

const PRIVATE_V4 = ['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'];
const DISGUISED = ['2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]'];
const PRIVATE_V6 = ['[::1]', '[::]', '[fe80::1]', '[fd00::1]', '[2001:db8::1]'];

describe('a callback', () => {
  it('may be a public address over https', async () => {
    assert.ok(await allowed('https://93.184.215.14/x'));
    assert.ok(await allowed('https://[2606:2800:21f::1]/x'));
    assert.ok(await allowed('https://crm.example/x', ['93.184.215.14', '2606:2800:21f::1']));
  });

  it('may not lead into our own networks, however it is written', async () => {
    for (const host of [...PRIVATE_V4, ...DISGUISED, ...PRIVATE_V6]) {
      assert.equal(await allowed(`https://${host}/x`), false, host);
    }
    assert.equal(await allowed('https://crm.example/x', ['93.184.215.14', '127.0.0.1']), false, 'one private address is enough');
    assert.equal(await allowed('https://crm.example/x', []), false, 'a name that leads nowhere');
    assert.equal(await allowedCallback('https://crm.example/x', {}), undefined, 'a name nobody can look up');
  });

  it('may not carry credentials, nor be anything but https', async () => {
    const schemes = ['http://93.184.215.14/x', 'ftp://93.184.215.14/', 'file:///etc/passwd', 'data:,x'];
    for (const url of [...schemes, 'https://a:b@93.184.215.14/x']) {
      assert.equal(await allowed(url), false, url);
    }
    assert.ok(await allowedCallback('http://127.0.0.1:9/x', { allowPrivate: true }));
  });

  it('knows the borders of the closed networks', () => {
    for (const address of ['9.255.255.255', '11.0.0.0', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1']) {
      assert.ok(isPublicAddress(address), address);
    }
  });
});
