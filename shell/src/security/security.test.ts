import './define.ts';
import '../messages.ts';
import { createClient, createSend } from '@faceplate/client';
import { Grant, type Persona } from '@faceplate/contracts';
import { setMessageLocale } from '@faceplate/localize';
import { busyConsumer, companyAdmin, down, hang, type NamedWorld, nothingYet, on, once, type OperatorOptions, refuse, startOperator } from '@faceplate/mocks';
import { pressIn, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { until } from '../testing/until.ts';
import type { SecurityElement } from './security.element.ts';

const here = { id: 'here', kind: 'portal', device: 'Firefox, Linux', startedAt: '2026-11-20T09:00:00.000Z', seenAt: '2026-11-20T09:30:00.000Z', endsAt: '2026-11-20T19:00:00.000Z', current: true } as const;
const phone = { ...here, id: 'phone', device: 'Safari, iPhone', seenAt: '2026-11-19T20:15:00.000Z', current: false } as const;
const elsewhere = { ...here, id: 'site', kind: 'embedded', device: '', current: false } as const;
const sessions = [here, phone, elsewhere];

let page: SecurityElement;

async function open(world: NamedWorld, options: OperatorOptions & { locale?: string; persona?: Persona } = {}) {
  const operator = await startOperator(world, options);
  const { locale = 'en-GB', persona = 'consumer' } = options;
  page = document.createElement('fp-security');
  const services = { client: createClient({ gateway: '' }), locale, navigate: () => undefined, report: () => undefined };
  document.body.append(Object.assign(page, { services, persona }));
  await until(() => part('fp-access-log'));
  return operator;
}

type Part = 'fp-sign-ins' | 'fp-grants' | 'fp-access-log';
const part = (tag: Part) => page.shadowRoot?.querySelector(tag)?.shadowRoot;
const ending = (tag: Part) => part(tag)?.querySelector('fp-ending')?.shadowRoot;
const rows = (tag: Part) => [...(part(tag)?.querySelectorAll('li') ?? [])].map(textOf);
const said = (tag: Part) => ending(tag)?.querySelector('fp-status-message');
const problem = (tag: Part) => part(tag)?.querySelector('[part=problem]')?.getAttribute('heading');
const dialog = (tag: Part) => ending(tag)?.querySelector('dialog');
const button = (tag: Part, label: string) => part(tag)?.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`);
const pressed = (tag: Part, name: string) => {
  pressIn([part(tag), ending(tag)], name);
};

async function signOutPhone(): Promise<void> {
  (await until(() => button('fp-sign-ins', 'Sign out: Safari, iPhone'))).click();
  await until(() => dialog('fp-sign-ins')?.open);
  pressed('fp-sign-ins', 'Sign out there');
}

/** The address is known to nobody, which whoever gives is not told. */
const give = () =>
  createSend({ gateway: '' })('POST /grants', Grant, { body: { to: 'mira@example.com', scope: ['bills', 'orders'], limit: { amount: 5000, currency: 'EUR' }, until: '2026-12-24T12:00:00.000Z' } });

describe('<fp-security>', function () {
  this.timeout(20_000);

  afterEach(async () => {
    document.body.replaceChildren();
    await setMessageLocale('en');
  });

  it('lists where one is signed in, this one marked', async () => {
    await open(busyConsumer(), { sessions });
    await until(() => rows('fp-sign-ins').length === 3);
    const [first, second, third] = rows('fp-sign-ins');
    expect(first).to.contain('Firefox, Linux').and.to.contain('This device, now').and.not.to.contain('Sign out');
    expect(second).to.contain('Safari, iPhone').and.to.contain('last seen 19 Nov 2026, 21:15');
    expect(third).to.contain('Unknown device').and.to.contain('On a page of another site');
    await until(() => part('fp-grants')?.querySelector('p, li') && part('fp-access-log')?.querySelector('p, li'));
    await expect(page).to.be.accessible();
  });

  it('ends one after a question, says so and lists it no more', async () => {
    await open(busyConsumer(), { sessions, proved: true });
    (await until(() => button('fp-sign-ins', 'Sign out: Safari, iPhone'))).click();
    await until(() => dialog('fp-sign-ins')?.open);
    expect(textOf(dialog('fp-sign-ins'))).to.contain('Sign out on Safari, iPhone?');
    await expect(page).to.be.accessible();
    pressed('fp-sign-ins', 'Sign out there');
    await until(() => rows('fp-sign-ins').length === 2);
    expect(said('fp-sign-ins')?.getAttribute('heading')).to.equal('Signed out on Safari, iPhone.');
    expect(dialog('fp-sign-ins')?.open).to.equal(false);
    expect(ending('fp-sign-ins')?.activeElement?.getAttribute('role')).to.equal('status');
    await expect(page).to.be.accessible();
  });

  it('leaves all as it is when one thinks better of it', async () => {
    await open(busyConsumer(), { sessions, proved: true });
    (await until(() => button('fp-sign-ins', 'Sign out: Safari, iPhone'))).click();
    await until(() => dialog('fp-sign-ins')?.open);
    pressed('fp-sign-ins', 'Leave it as it is');
    await until(() => !dialog('fp-sign-ins')?.open);
    expect(rows('fp-sign-ins')).to.have.lengthOf(3);
  });

  it('ends all others, and says how many', async () => {
    await open(busyConsumer(), { sessions, proved: true });
    await until(() => rows('fp-sign-ins').length === 3);
    pressed('fp-sign-ins', 'Sign out everywhere else');
    await until(() => dialog('fp-sign-ins')?.open);
    pressed('fp-sign-ins', 'Sign out there');
    await until(() => rows('fp-sign-ins').length === 1);
    expect(said('fp-sign-ins')?.getAttribute('heading')).to.equal('Signed out on 2 other devices.');
    expect(textOf(part('fp-sign-ins')?.querySelector('section'))).to.contain('You are signed in nowhere else.');
  });

  it('says why one must sign in once more, and leads there and back', async () => {
    await open(busyConsumer(), { sessions });
    await signOutPhone();
    const message = await until(() => said('fp-sign-ins'));
    expect(message.getAttribute('heading')).to.contain('first confirm that it is you');
    const address = new URL(message.querySelector('a')?.href ?? '', location.href);
    expect(address.pathname).to.equal('/auth/login');
    expect(Object.fromEntries(address.searchParams)).to.deep.equal({ stepUp: '300', maxAge: '300', returnTo: location.pathname });
    expect(rows('fp-sign-ins')).to.have.lengthOf(3);
    await expect(page).to.be.accessible();
  });

  it('tells a lost answer from a done thing, and tries again', async () => {
    await open(busyConsumer(), { sessions, proved: true, faults: on('sessions/phone', once(down())) });
    await signOutPhone();
    await until(() => said('fp-sign-ins')?.getAttribute('heading') === 'This could not be ended');
    expect(textOf(said('fp-sign-ins'))).to.contain('We got no answer');
    await expect(page).to.be.accessible();
    pressed('fp-sign-ins', 'Try again');
    await until(() => rows('fp-sign-ins').length === 2);
  });

  it('shows what one let somebody do, until when and for how much, and takes it back', async () => {
    await open(busyConsumer(), { proved: true });
    await until(() => part('fp-grants')?.querySelector('section > p, li'));
    const before = rows('fp-grants').length;
    await give();
    page.remove();
    document.body.append(page);
    await until(() => rows('fp-grants').length === before + 1);
    const row = await until(() => rows('fp-grants').find((one) => one.includes('mira@example.com')));
    expect(row).to.contain('see bills and see and place orders').and.to.contain('Until 24 Dec 2026').and.to.contain('At most €50.00 an order');
    await expect(page).to.be.accessible();
    button('fp-grants', 'End this: mira@example.com')?.click();
    await until(() => dialog('fp-grants')?.open);
    expect(textOf(dialog('fp-grants'))).to.contain('It ends at once, also for those it was handed on to.');
    pressIn([ending('fp-grants')], 'End this');
    await until(() => rows('fp-grants').length === before);
    expect(said('fp-grants')?.getAttribute('heading')).to.equal('mira@example.com may not do this for you any more.');
  });

  it('says who did what, when and with what result', async () => {
    await open(busyConsumer(), { audited: true, sessions });
    await signOutPhone();
    await until(() => said('fp-sign-ins'));
    page.remove();
    document.body.append(page);
    const [row] = await until(() => (rows('fp-access-log').length > 0 ? rows('fp-access-log') : undefined));
    expect(row).to.contain('A session was ended by its owner from elsewhere.').and.to.contain('Refused').and.to.contain('You · 20 Nov 2026, 10:30');
    await expect(page).to.be.accessible();
  });

  it('says why staff acted and how one had agreed, shows older entries on request, and gives all of it as a file', async () => {
    const entry = { id: '1', at: '2026-11-20T09:30:00.000Z', who: 'agent', actor: 'd', action: 'order.read', summary: 'Orders were looked at.', result: 'done', reason: 'Asked about an order', consent: 'customer-present' } as const;
    await open(busyConsumer());
    const asked: unknown[] = [];
    const log = part('fp-access-log')?.host as HTMLElement & { log: unknown };
    await until(() => textOf(part('fp-access-log')?.querySelector('section > p')));
    log.log = {
      list: (cursor: string | undefined) => Promise.resolve(asked.push(cursor) && (cursor ? { items: [{ ...entry, id: '2', who: 'system' }] } : { items: [entry], next: 'c1' })),
      download: (format: string) => Promise.resolve(new Blob([String(asked.push(format))])),
    };
    page.remove();
    document.body.append(page);
    await until(() => rows('fp-access-log').length === 1);
    expect(rows('fp-access-log')[0]).to.contain('One of our staff').and.to.contain('Reason: Asked about an order').and.to.contain('You were there and agreed');
    pressed('fp-access-log', 'Show more');
    await until(() => rows('fp-access-log').length === 2);
    await until(() => part('fp-access-log')?.activeElement?.matches('li:nth-child(2)'));
    expect(() => pressed('fp-access-log', 'Show more')).to.throw();
    pressed('fp-access-log', 'Save as a table');
    await until(() => textOf(part('fp-access-log')?.querySelector('section')).includes('Saved.'));
    expect(asked).to.deep.equal([undefined, 'c1', 'csv']);
    await expect(page).to.be.accessible();
  });

  it('draws each part while it is on its way, without a connection, refused and broken', async () => {
    await open(busyConsumer(), { faults: on('sessions', hang()) });
    expect(part('fp-sign-ins')?.querySelector('fp-skeleton')).to.exist;
    await expect(page).to.be.accessible();
    page.remove();
    await open(busyConsumer(), { faults: on('sessions', refuse(403)) });
    await until(() => problem('fp-sign-ins') === 'You may not see this');
    await expect(page).to.be.accessible();
    page.remove();
    await open(busyConsumer(), { faults: on('access-log', refuse(400)) });
    await until(() => problem('fp-access-log') === 'This could not be shown');
    await expect(page).to.be.accessible();
    page.remove();
    await open(busyConsumer(), { faults: on('grants', down()) });
    await until(() => problem('fp-grants') === 'No connection');
    await expect(page).to.be.accessible();
  });

  it('offers staff no rights to give: they own nothing', async () => {
    await open(nothingYet(), { persona: 'agent', sessions: [here] });
    await until(() => rows('fp-sign-ins').length === 1);
    expect(part('fp-grants')).to.equal(undefined);
    await until(() => textOf(part('fp-access-log')?.querySelector('section')).includes('Nothing yet.'));
    await expect(page).to.be.accessible();
  });

  for (const [locale, heading, direction] of [['de', 'Wo Sie angemeldet sind', 'ltr'], ['ar', 'أين سجّلت الدخول', 'rtl']] as const) {
    it(`speaks ${locale}, and fits a phone`, async () => {
      await open(companyAdmin(), { locale, sessions, audited: true });
      page.classList.add('phone');
      const narrow = new CSSStyleSheet();
      narrow.replaceSync('.phone { inline-size: 288px; }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, narrow];
      await until(() => rows('fp-sign-ins').length === 3);
      expect(textOf(part('fp-sign-ins')?.querySelector('h2'))).to.equal(heading);
      expect(page.dir).to.equal(direction);
      expect(page.scrollWidth).to.be.at.most(288);
      await expect(page).to.be.accessible();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== narrow);
    });
  }
});
