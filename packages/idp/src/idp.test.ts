import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { beginSignIn, startProvider } from './testing/provider.ts';
import { Visitor } from './testing/visitor.ts';

let idp: Awaited<ReturnType<typeof startProvider>>;
const logoutTokens: string[] = [];

before(async () => {
  idp = await startProvider({
    fetch: async (address, init) => {
      const body = new URLSearchParams(await new Request(address, init).text());
      logoutTokens.push(body.get('logout_token') ?? '');
      return new Response(null, { status: 200 });
    },
  });
});
after(() => idp.stop());

async function openSignIn(extra?: Record<string, string>) {
  const visitor = new Visitor();
  const attempt = await beginSignIn(idp.relyingParty, idp.callback, extra);
  return { visitor, attempt, page: await visitor.visit(attempt.url) };
}

async function signIn(visitor: Visitor, username: string, extra?: Record<string, string>) {
  const attempt = await beginSignIn(idp.relyingParty, idp.callback, extra);
  let page = await visitor.visit(attempt.url);
  if (!page.url.startsWith(idp.callback)) page = await visitor.submit(page, { username, password: 'demo' });
  return client.authorizationCodeGrant(idp.relyingParty, new URL(page.url), attempt.checks);
}

describe('signing in', () => {
  it('gives the portal who signed in, without asking for consent', async () => {
    const tokens = await signIn(new Visitor(), 'ada');
    const claims = tokens.claims();
    assert.equal(claims?.sub, 'person-ada');
    assert.equal(claims['name'], 'Ada Lovelace');
    assert.equal(claims['persona'], 'consumer');
    assert.equal(typeof claims.auth_time, 'number');
    const info = await client.fetchUserInfo(idp.relyingParty, tokens.access_token, 'person-ada');
    assert.equal(info.email, 'ada@example.com');
  });

  it('does not ask twice in one browser', async () => {
    const visitor = new Visitor();
    await signIn(visitor, 'ada');
    const { url } = await beginSignIn(idp.relyingParty, idp.callback);
    assert.match((await visitor.visit(url)).url, /\/auth\/callback\?code=/);
  });

  it('lets another person take over the browser, and carries nothing over', async () => {
    const visitor = new Visitor();
    await signIn(visitor, 'ada');
    const tokens = await signIn(visitor, 'boss', { prompt: 'login' });
    assert.equal(tokens.claims()?.sub, 'person-boss');
  });

  it('says the same to a wrong password and to an unknown username', async () => {
    const { visitor, page } = await openSignIn();
    const wrong = await visitor.submit(page, { username: 'ada', password: 'nope' });
    const unknown = await visitor.submit(page, { username: 'eve', password: 'demo' });
    assert.equal(wrong.status, 422);
    assert.equal(unknown.status, 422);
    const form = (text: string) => text.slice(text.indexOf('role="alert"'), text.indexOf('</form>'));
    assert.equal(form(unknown.text).replace('value="eve"', 'value="ada"'), form(wrong.text));
    assert.match(wrong.text, /role="alert"/);
    assert.match(wrong.text, /aria-invalid="true"/);
    const tokens = await visitor.submit(wrong, { username: 'ada', password: 'demo' });
    assert.match(tokens.url, /code=/);
  });

  it('tells which field was left empty', async () => {
    const { visitor, page } = await openSignIn();
    assert.match((await visitor.submit(page, { username: '', password: 'demo' })).text, /href="#username"/);
    assert.match((await visitor.submit(page, { username: 'ada', password: '' })).text, /href="#password"/);
  });

  it('takes the person back to the portal when they cancel', async () => {
    const { visitor, page } = await openSignIn();
    assert.match((await visitor.submit(page, { cancel: 'yes' })).url, /\/auth\/callback\?error=access_denied/);
  });

  it('refuses a request without PKCE', async () => {
    const { url } = await beginSignIn(idp.relyingParty, idp.callback);
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    assert.match((await new Visitor().visit(url)).url, /error=invalid_request/);
  });

  it('never leads to an address that is not registered', async () => {
    const { url } = await beginSignIn(idp.relyingParty, 'https://evil.example/callback');
    const page = await new Visitor().visit(url);
    assert.equal(page.status, 400);
    assert.ok(page.url.startsWith(idp.issuer));
  });
});

describe('the sign-in page', () => {
  it('lists the people and fills in the one chosen, without script', async () => {
    const { visitor, page } = await openSignIn();
    assert.equal(page.status, 200);
    const link = /href="([^"]*\?as=ada)"/.exec(page.text)?.[1];
    assert.ok(link);
    const filled = await visitor.visit(new URL(link, page.url));
    assert.match(filled.text, /name="username"[^>]*value="ada"/);
    assert.match(filled.text, /name="password"[^>]*autofocus/);
  });

  it('says that it is a demonstration and what the password is', async () => {
    const { page } = await openSignIn();
    assert.match(page.text, /Demonstration only/);
    assert.match(page.text, /“demo”/);
  });

  it('carries no script, no inline style, and a policy that allows neither', async () => {
    const { page } = await openSignIn();
    assert.doesNotMatch(page.text, /<script|<style|style=|onclick/);
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; style-src 'self'; form-action 'self'/);
    assert.doesNotMatch(policy, /unsafe/);
    const styles = await fetch(`${idp.issuer}/assets/idp.css`);
    assert.equal(styles.headers.get('content-type'), 'text/css; charset=utf-8');
  });

  it('escapes names', async () => {
    const { page } = await openSignIn();
    assert.match(page.text, /&lt;b&gt;Boss&lt;\/b&gt;/);
  });

  it('speaks the language the portal asks for, from right to left where it must', async () => {
    const { page } = await openSignIn({ ui_locales: 'ar' });
    assert.match(page.text, /<html lang="ar" dir="rtl">/);
  });

  it('refuses a form from another site', async () => {
    const { visitor, page } = await openSignIn();
    const form = { username: 'ada', password: 'demo' };
    const answer = await visitor.request(page.url, { form, headers: { origin: 'https://evil.example' } });
    assert.equal(answer.status, 400);
  });

  it('shows a way on when the attempt is over', async () => {
    const { page } = await openSignIn();
    const stranger = await new Visitor().visit(page.url);
    assert.equal(stranger.status, 400);
    assert.match(stranger.text, /This sign-in has ended/);
  });
});

describe('signing out', () => {
  const leave = (hint: string | undefined) =>
    client.buildEndSessionUrl(idp.relyingParty, {
      post_logout_redirect_uri: `${idp.origin}/bye`,
      state: 'home',
      ...(hint !== undefined && { id_token_hint: hint }),
    });

  it('ends the session without a question when the portal proves whose it is, and tells the portal', async () => {
    const visitor = new Visitor();
    const tokens = await signIn(visitor, 'ada');
    logoutTokens.length = 0;
    const page = await visitor.visit(leave(tokens.id_token));
    assert.equal(page.url, `${idp.origin}/bye?state=home`);
    assert.equal(logoutTokens.length, 1);
    const { url } = await beginSignIn(idp.relyingParty, idp.callback, { prompt: 'none' });
    assert.match((await visitor.visit(url)).url, /error=login_required/);
    await assert.rejects(client.fetchUserInfo(idp.relyingParty, tokens.access_token, 'person-ada'));
  });

  it('asks when nothing proves it, and does as the person says', async () => {
    const visitor = new Visitor();
    await signIn(visitor, 'ada');
    const question = await visitor.visit(leave(undefined));
    assert.match(question.text, /Do you want to sign out\?/);
    assert.equal((await visitor.submit(question, { logout: 'yes' })).url, `${idp.origin}/bye?state=home`);
    const { url } = await beginSignIn(idp.relyingParty, idp.callback, { prompt: 'none' });
    assert.match((await visitor.visit(url)).url, /error=login_required/);
  });

  it('goes straight on when nobody is signed in', async () => {
    assert.equal((await new Visitor().visit(leave(undefined))).url, `${idp.origin}/bye?state=home`);
    const page = await new Visitor().visit(`${idp.issuer}/session/end`);
    assert.match(page.text, /You are signed out/);
  });

  it('never leads to an address that is not registered', async () => {
    const url = leave(undefined);
    url.searchParams.set('post_logout_redirect_uri', 'https://evil.example/');
    const page = await new Visitor().visit(url);
    assert.equal(page.status, 400);
    assert.ok(page.url.startsWith(idp.issuer));
  });
});

describe('under a path', () => {
  it('names itself by its issuer, whatever host the request claims', async () => {
    const response = await fetch(`${idp.issuer}/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    const metadata = (await response.json()) as Record<string, string>;
    assert.equal(metadata['issuer'], idp.issuer);
    assert.equal(metadata['token_endpoint'], `${idp.issuer}/token`);
    assert.equal(metadata['end_session_endpoint'], `${idp.issuer}/session/end`);
  });

  it('answers HEAD like GET, and unknown paths and methods plainly', async () => {
    const status = async (method: string, path: string) => (await fetch(`${idp.issuer}${path}`, { method })).status;
    assert.equal(await status('HEAD', '/.well-known/openid-configuration'), 200);
    assert.equal(await status('HEAD', '/interaction/none'), 400);
    assert.equal(await status('DELETE', '/interaction/none'), 405);
    assert.equal(await status('GET', '/nothing'), 404);
    assert.equal(await status('POST', '/token'), 400);
    assert.equal(await status('GET', '/auth?client_id=%E0%A4%A&%zz'), 400);
  });

  it('survives garbage on the wire', async () => {
    const { hostname, port } = new URL(idp.origin);
    for (const target of ['/idp/%', '/idp//evil.example/auth', '/idp/../idp/auth?%', '/idp/interaction/%00', '/idp/\\x']) {
      const answer = await raw(hostname, Number(port), `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, target);
    }
    assert.deepEqual(idp.errors, []);
  });
});

function raw(host: string, port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, host, () => socket.end(text));
    socket
      .on('data', (chunk) => (answer += chunk))
      .on('end', () => resolve(answer))
      .on('error', reject);
  });
}
