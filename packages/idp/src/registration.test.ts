import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { beginSignIn, startProvider } from './testing/provider.ts';
import { type Page, Visitor } from './testing/visitor.ts';

let idp: Awaited<ReturnType<typeof startProvider>>;
let people = 0;

before(async () => {
  idp = await startProvider({ letters: (address) => Promise.resolve(address.startsWith('told') ? [{ subject: 'From the operator', text: 'Your order is on its way.', at: '2030-01-01T00:00:00.000Z' }] : []) });
});
after(() => idp.stop());

const anAddress = () => `gwen${(people += 1)}@example.org`;

async function openRegister(extra: Record<string, string> = { prompt: 'create' }) {
  const visitor = new Visitor();
  const attempt = await beginSignIn(idp.relyingParty, idp.callback, extra);
  return { visitor, attempt, page: await visitor.visit(attempt.url) };
}

const mailOf = async (visitor: Visitor, address: string) => (await visitor.visit(`${idp.issuer}/mailbox?address=${encodeURIComponent(address)}`)).text;
const codeOf = async (visitor: Visitor, address: string) => /\b\d{6}\b/.exec(await mailOf(visitor, address))?.[0] ?? 'none';

const typed = { name: 'Gwen Guest', password: 'long enough' };

async function asked(email = anAddress()) {
  const { visitor, attempt, page } = await openRegister();
  const second = await visitor.submit(page, { email });
  return { visitor, attempt, email, page: second, code: await codeOf(visitor, email) };
}

/** What a page says, without what differs between any two attempts. */
const bare = ({ status, text }: Page, email: string) => `${status} ${text.replaceAll(email, '·').replaceAll(encodeURIComponent(email), '·').replaceAll(/interaction\/[\w-]+/g, '·')}`;

describe('making an account', () => {
  it('is offered to portals that ask for it', () => {
    assert.deepEqual(idp.relyingParty.serverMetadata()['prompt_values_supported'], ['none', 'login', 'consent', 'create']);
  });

  it('takes a code from the mailbox, a name and a password, and signs in', async () => {
    const { visitor, attempt, email, page, code } = await asked();
    const landed = await visitor.submit(page, { ...typed, code });
    assert.match(landed.url, /\/auth\/callback\?code=/);
    const claims = (await client.authorizationCodeGrant(idp.relyingParty, new URL(landed.url), attempt.checks)).claims();
    assert.deepEqual([claims?.['email'], claims?.['email_verified'], claims?.['name'], claims?.['persona']], [email, true, 'Gwen Guest', 'consumer']);
    // From now on they sign in like anybody.
    const later = new Visitor();
    const again = await beginSignIn(idp.relyingParty, idp.callback);
    const back = await later.submit(await later.visit(again.url), { username: email.toUpperCase(), password: typed.password });
    const tokens = await client.authorizationCodeGrant(idp.relyingParty, new URL(back.url), again.checks);
    assert.equal(tokens.claims()?.sub, claims?.sub);
  });

  it('lets those who have one sign in instead, and the other way round', async () => {
    const { visitor, page } = await openRegister();
    const link = /href="([^"]*\?sign-in=1)"/.exec(page.text)?.[1] ?? '';
    const landed = await visitor.submit(await visitor.visit(new URL(link, page.url)), { username: 'ada', password: 'demo' });
    assert.match(landed.url, /\/auth\/callback\?code=/);
    const other = await openRegister({});
    assert.match(other.page.text, /\?register=1"/);
    assert.match((await other.visitor.visit(`${other.page.url}?register=1`)).text, /name="email"/);
  });

  it('says of an address that has an account just what it says of any other', async () => {
    const fresh = await asked();
    const taken = await asked('ada@example.com');
    assert.equal(bare(taken.page, 'ada@example.com'), bare(fresh.page, fresh.email));
    const [wrong, alsoWrong] = [await fresh.visitor.submit(fresh.page, { ...typed, code: '000000 ' }), await taken.visitor.submit(taken.page, { ...typed, code: '000000 ' })];
    assert.equal(bare(alsoWrong, 'ada@example.com'), bare(wrong, fresh.email));
    // Only the mailbox learns it, and gets nothing that could be typed.
    assert.match(await mailOf(taken.visitor, 'ada@example.com'), /There is one already/);
    assert.equal(taken.code, 'none');
  });

  it('takes five guesses, also when they come all at once, and then not even the right one', async () => {
    const { visitor, page, code } = await asked();
    const wrong = code === '111111' ? '222222' : '111111';
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.submit(page, { ...typed, code: wrong })));
    assert.equal(answers.filter(({ text }) => text.includes('The code is not right')).length, 5);
    const last = await visitor.submit(page, { ...typed, code });
    assert.equal(last.status, 422);
    assert.match(last.text, /tried too often/);
  });

  it('writes to one address five times an hour, whoever asks', async () => {
    const email = anAddress();
    for (let tries = 0; tries < 5; tries += 1) assert.equal((await asked(email)).page.status, 200);
    const { page } = await asked(email);
    assert.equal(page.status, 422);
    assert.match(page.text, /Too many codes/);
  });

  it('takes no code of another attempt, nor one twice', async () => {
    const one = await asked();
    const other = await asked();
    assert.equal((await other.visitor.submit(other.page, { ...typed, code: one.code === other.code ? '' : one.code })).status, 422);
    assert.match((await one.visitor.submit(one.page, { ...typed, code: one.code })).url, /\/auth\/callback\?code=/);
    const third = await asked(one.email);
    assert.equal((await third.visitor.submit(third.page, { ...typed, code: one.code })).status, 422);
  });

  it('is found as far as it had come when the page is opened again, and asks for no second code', async () => {
    const { visitor, email, page, code } = await asked();
    for (const url of [page.url, `${page.url}?register=1`]) {
      const reopened = await visitor.visit(url);
      assert.ok(reopened.text.includes('name="code"') && reopened.text.includes(`value="${email}"`), reopened.text);
    }
    assert.equal((await mailOf(visitor, email)).split(/\b\d{6}\b/).length - 1, 1);
    // Another address can still be given.
    const other = await visitor.visit(`${page.url}?register=1&other=1`);
    assert.ok(!other.text.includes('name="code"'));
    const reopened = await visitor.visit(page.url);
    assert.match((await visitor.submit(reopened, { ...typed, code })).url, /\/auth\/callback\?code=/);
  });

  it('signs in whoever heard nothing of their account and sends the same once more; with another password it is over', async () => {
    const { visitor, email, page, code } = await asked();
    const send = (more: object = {}) => visitor.request(page.url, { form: { step: 'code', email, code, ...typed, ...more } });
    // The answer would lead back to the portal; nobody follows it.
    assert.equal((await send()).status, 303);
    const reopened = await visitor.visit(page.url);
    assert.ok(reopened.text.includes('name="username"') && reopened.text.includes(`value="${email}"`), reopened.text);
    assert.equal((await send({ password: 'quite another' })).status, 422);
    assert.match((await visitor.submit(page, { ...typed, code })).url, /\/auth\/callback\?code=/);
  });

  it('makes one account of two windows that finish at once with one address', async () => {
    const one = await asked();
    const other = await asked(one.email);
    const landed = await Promise.all([one, other].map(({ visitor, page, code }, nth) => visitor.submit(page, { ...typed, code, password: `long enough ${nth}` })));
    const isIn = landed.map(({ url }) => url.includes('/auth/callback?code='));
    assert.equal(isIn.filter(Boolean).length, 1);
    const refused = landed[isIn.indexOf(false)];
    assert.equal(refused?.status, 422);
    // The password is that of whoever was first; nobody else has one with this address.
    const signedIn = await Promise.all(landed.map(async (_, nth) => {
      const visitor = new Visitor();
      const { url } = await beginSignIn(idp.relyingParty, idp.callback);
      return (await visitor.submit(await visitor.visit(url), { username: one.email, password: `long enough ${nth}` })).url.includes('/auth/callback?code=');
    }));
    assert.deepEqual(signedIn, isIn);
  });

  for (const [what, fields, says] of [
    ['a short password', { password: 'short' }, 'at least 8'],
    ['no name', { name: ' ' }, 'Type your name'],
  ] as const) {
    it(`asks again for ${what}, and the code is still good`, async () => {
      const { visitor, page, code } = await asked();
      const again = await visitor.submit(page, { ...typed, code, ...fields });
      assert.equal(again.status, 422);
      assert.ok(again.text.includes(says));
      assert.match((await visitor.submit(again, { ...typed, code })).url, /\/auth\/callback\?code=/);
    });
  }

  it('takes no address that is none', async () => {
    const { visitor, page } = await openRegister();
    for (const email of ['', 'gwen', 'gwen@', '@example.org', 'a b@example.org', `${'a'.repeat(250)}@example.org`]) {
      assert.equal((await visitor.submit(page, { email })).status, 422, email);
    }
  });

  it('shows in the mailbox what the operator sent, too, and nothing of other addresses', async () => {
    const visitor = new Visitor();
    assert.match(await mailOf(visitor, 'told@example.org'), /Your order is on its way/);
    assert.match(await mailOf(visitor, 'nobody@example.org'), /There is nothing for this address/);
    assert.doesNotMatch(await mailOf(visitor, '<script>alert(1)</script>'), /<script>/);
  });
});
