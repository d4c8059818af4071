import './index.ts';
import type { PortalElement } from './components/portal.element.ts';
import { companyAdmin, busyConsumer, operator, signedOut, type NamedWorld } from '@faceplate/mocks';
import { expect } from '@open-wc/testing';
import { aPortlet } from './testing/portlets.ts';
import { errorsDuring, until } from './testing/until.ts';

const portlets = [
  aPortlet('healthy', { name: 'bill-viewer', query: ['search'] }),
  aPortlet('missing', { name: 'order-tracker', title: { en: 'Orders' }, route: '/orders/:order-id?' }),
  aPortlet('throws-at-mount', { name: 'ticket-raiser', title: { en: 'Support' }, route: '/support/:ticket-id?' }),
  aPortlet('hangs', { name: 'sla-dashboard', title: { en: 'Service levels' }, route: '/service-levels' }),
  aPortlet('healthy', { name: 'guided-selling', title: { en: 'Shop', de: 'Laden' }, route: '/shop', signedOut: true }),
];

const start = location.href;
const { fetch } = globalThis;
let desk = operator(signedOut());

/** The page's calls go to a real gateway in memory; only the manifest is ours, and it names portlets that misbehave. */
function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  if (pathname === '/embed/manifest.json') return Promise.resolve(Response.json({ portlets }));
  return pathname.startsWith('/api/') ? desk.fetch(request) : fetch(request);
}

/** A member of staff of the same operator. */
function staff(): NamedWorld {
  const world = busyConsumer();
  const role = [...world.records()].find(({ resource, body }) => resource === 'partyRole' && body['name'] === 'agent');
  return { ...world, signedIn: () => (role?.body['engagedParty'] as { id: string } | undefined)?.id };
}

let portal: PortalElement;
const main = () => portal.querySelector('main') as HTMLElement;
const text = (element: Element | null = main()) => element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
const link = (name: string) => [...portal.querySelectorAll('a')].find((one) => text(one) === name);
const healthy = () => main().querySelector('fp-healthy');
const choose = (label: string, value: string) => {
  const select = [...portal.querySelectorAll('label')].find((one) => text(one).startsWith(label))?.querySelector('select');
  if (!select) throw new Error(`There is no choice "${label}".`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Another person (or nobody) is at the desk from now on; the portal hears of it as from another tab. */
async function signIn(world: NamedWorld, shown: string): Promise<void> {
  desk = operator(world);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await until(() => text(portal).includes(shown));
}

async function go(name: string): Promise<void> {
  link(name)?.click();
  await until(() => link(name)?.getAttribute('aria-current') === 'page');
}

describe('<fp-portal>', function () {
  this.timeout(20_000);

  before(async () => {
    localStorage.setItem('fp-portal', '{"language":"en"}');
    globalThis.fetch = answer;
    history.replaceState(null, '', '/');
    portal = document.body.appendChild(document.createElement('fp-portal')) as PortalElement;
    await until(() => portal.querySelector('h1'));
  });

  after(() => {
    portal.remove();
    globalThis.fetch = fetch;
    history.replaceState(null, '', start);
    localStorage.clear();
    for (const name of ['data-fp-brand', 'data-fp-scheme', 'dir']) document.documentElement.removeAttribute(name);
  });

  it('greets who is not signed in, with a way in and what is open to everybody', async () => {
    expect(text()).to.contain('Your bills, orders and support in one place');
    expect(link('Sign in')?.getAttribute('href')).to.equal('/auth/login?returnTo=%2F');
    expect(link('Bills')).to.equal(undefined);
    await expect(portal).to.be.accessible();
    await go('Shop');
    await until(healthy);
  });

  it('keeps the page a person wanted while they sign in', async () => {
    history.pushState(null, '', '/bills/b7?from=mail');
    await until(() => text().includes('Sign in to see this'));
    expect(link('Sign in')?.getAttribute('href')).to.equal('/auth/login?returnTo=%2Fbills%2Fb7%3Ffrom%3Dmail');
    await expect(portal).to.be.accessible();
    await signIn(busyConsumer(), 'Ada');
    expect(text(await until(healthy))).to.equal('Healthy b7');
  });

  it('shows several portlets at once; those that break stand with a way on and harm no other', async () => {
    await errorsDuring(async () => {
      await go('Overview');
      await until(() => main().querySelectorAll('[role=alert]').length === 2);
      await until(healthy);
    });
    expect(text()).to.contain('Orders cannot be shown right now').and.to.contain('Support cannot be shown right now');
    expect(main().querySelectorAll('fp-healthy')).to.have.lengthOf(2);
    // Ada's bill is overdue, so it comes first; its card is the small view.
    const first = main().querySelector('.card fp-healthy');
    expect(first?.getAttribute('view')).to.equal('card');
    expect(main().querySelector('.card')?.contains(first)).to.equal(true);
    expect(document.title).to.equal('Overview – Meridian');
    await expect(portal).to.be.accessible();
  });

  it('leaves a page though a portlet on it hangs', async () => {
    await go('Service levels');
    expect(text()).to.contain('Loading Service levels…');
    await go('Bills');
    await until(healthy);
  });

  it('tells readers and the keyboard that a new page has begun', async () => {
    await go('Shop');
    await go('Bills');
    await until(() => document.activeElement === main());
    expect(text(portal.querySelector(':scope > [role=status]'))).to.equal('Bills');
    expect(document.title).to.equal('Bills – Meridian');
  });

  it('changes the route within a portlet in place', async () => {
    await go('Bills');
    const portlet = await until(healthy);
    const inside = document.createElement('a');
    inside.href = '/bills/b2';
    portlet.append(inside);
    inside.click();
    await until(() => portlet.getAttribute('bill-id') === 'b2');
    history.back();
    await until(() => !portlet.hasAttribute('bill-id'));
    history.pushState(null, '', '/bills?search=roaming&account=a1');
    await until(() => portlet.getAttribute('search') === 'roaming');
    expect(portlet.hasAttribute('account')).to.equal(false);
    history.back();
    await until(() => !portlet.hasAttribute('search'));
    expect(healthy()).to.equal(portlet);
    expect(portlet.isConnected).to.equal(true);
  });

  it('narrows every portlet to one account, and remembers it', async () => {
    await go('Bills');
    const portlet = await until(healthy);
    const account = portal.querySelector<HTMLOptionElement>('fp-account-switch option:nth-child(2)')?.value ?? '';
    choose('Account', account);
    await until(() => portlet.getAttribute('account') === account);
    expect(localStorage.getItem('fp-portal')).to.contain(account);
    choose('Account', '');
    await until(() => !portlet.hasAttribute('account'));
  });

  it('speaks another language, from the other side where it must', async () => {
    await go('Bills');
    const portlet = (await until(healthy)) as Element & { services: { locale: string } };
    choose('Language', 'ar');
    await until(() => link('الفواتير'));
    expect(document.documentElement).to.include({ lang: 'ar', dir: 'rtl' });
    await until(() => portlet.services.locale === 'ar');
    expect(portlet.getAttribute('locale')).to.equal('ar');
    await expect(portal).to.be.accessible();
    choose('اللغة', 'de');
    await until(() => link('Laden'));
    choose('Sprache', 'en');
    await until(() => link('Shop'));
  });

  it('dresses as another operator, light or dark', async () => {
    choose('Brand', 'koral');
    choose('Appearance', 'dark');
    expect(Object.assign({}, document.documentElement.dataset)).to.include({ fpBrand: 'koral', fpScheme: 'dark' });
    await until(() => document.title.endsWith('– Koral'));
    choose('Brand', 'meridian');
    choose('Appearance', 'auto');
  });

  it('says what happened, and leads there', async () => {
    await go('Bills');
    (await until(healthy)).dispatchEvent(Object.assign(new Event('fp-order-submitted', { bubbles: true, composed: true }), { orderId: 'o 1' }));
    const follow = await until(() => link('Follow your order'));
    expect(follow.getAttribute('href')).to.equal('/orders/o%201');
    await expect(portal).to.be.accessible();
    portal.querySelector<HTMLElement>('.toast button')?.click();
    await until(() => !portal.querySelector('.toast'));
  });

  it('leads to sign-ins and access from the foot of every page, and asks who is not signed in to sign in', async () => {
    link('Sign-ins and access')?.click();
    const page = await until(() => main().querySelector('fp-security')?.shadowRoot);
    await until(() => page.querySelector('fp-sign-ins')?.shadowRoot?.querySelector('section > p, [part=problem]'));
    expect(document.title).to.equal('Sign-ins and access – Meridian');
    await expect(portal).to.be.accessible();
    await signIn(signedOut(), 'Sign in to see this');
    expect(text()).to.contain('Sign-ins and access');
    expect(link('Sign-ins and access')).to.equal(undefined);
    await signIn(busyConsumer(), 'Ada');
  });

  it('has a way on from an address that does not exist', async () => {
    history.pushState(null, '', '/nowhere');
    await until(() => text().includes('There is no page here'));
    await expect(portal).to.be.accessible();
    link('Go to the overview')?.click();
    await until(() => location.pathname === '/');
  });

  it('orders a company’s portal its own way', async () => {
    await signIn(companyAdmin(), 'Bilal');
    const names = [...portal.querySelectorAll('nav a')].map((one) => text(one));
    expect(names).to.deep.equal(['Overview', 'Service levels', 'Bills', 'Orders', 'Support', 'Shop']);
  });

  it('tells staff that no customer is chosen, and shows them nobody’s pages', async () => {
    await signIn(staff(), 'No customer chosen');
    expect([...portal.querySelectorAll('nav a')].map((one) => text(one))).to.deep.equal(['Overview']);
    expect(portal.querySelector('fp-outlet')).to.equal(null);
    await expect(portal).to.be.accessible();
  });

  it('takes everything off the page before it asks to be signed out', async () => {
    await signIn(busyConsumer(), 'Ada');
    await go('Bills');
    await until(healthy);
    const out = link('Sign out');
    out?.addEventListener('click', (event) => {
      event.preventDefault();
    });
    out?.click();
    await until(() => text().includes('Sign in to see this'));
    expect(text(portal)).not.to.contain('Ada');
    expect(healthy()).to.equal(null);
  });

  it('goes with a person who signs out in another tab', async () => {
    await signIn(busyConsumer(), 'Ada');
    const elsewhere = new BroadcastChannel('fp-portal');
    elsewhere.postMessage('signed-out');
    await until(() => text().includes('You have been signed out in another window.'));
    elsewhere.close();
    await expect(portal).to.be.accessible();
  });
});
