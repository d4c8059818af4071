import '../define.ts';
import type { PortletServices } from '@faceplate/portlet-kit';
import { expect, fixture, html } from '@open-wc/testing';
import { startPages } from '../routing/pages.ts';
import { aPortlet, type Fake } from '../testing/portlets.ts';
import { errorsDuring, until } from '../testing/until.ts';
import { PortletLoader } from './loader.ts';
import type { OutletElement } from './outlet.element.ts';

const services = { locale: 'en-GB' } as PortletServices;

function place(fake: Fake, loader = new PortletLoader({ within: fake === 'hangs' ? 300 : 5_000 }), overrides: Parameters<typeof aPortlet>[1] = {}) {
  const portlet = aPortlet(fake, overrides);
  return fixture<OutletElement>(
    html`<fp-outlet .portlet=${portlet} .loader=${loader} .services=${services} .given=${{ 'bill-id': 'b1', 'heading-level': '2' }}></fp-outlet>`,
  );
}

const text = (outlet: Element) => outlet.textContent.replaceAll(/\s+/g, ' ');
const button = (outlet: Element) => outlet.querySelector('button');
const failed = (outlet: Element) => until(() => outlet.querySelector('[role=alert]'));
const healthy = (outlet: Element) => until(() => outlet.querySelector('fp-healthy'));

async function failing(fake: Fake, loader?: PortletLoader, overrides?: Parameters<typeof aPortlet>[1]) {
  let outlet!: OutletElement;
  const told = await errorsDuring(async () => {
    outlet = await place(fake, loader, overrides);
    await failed(outlet);
  });
  return { outlet, told };
}

describe('<fp-outlet>', () => {
  before(() => {
    startPages({ mount: 300, bootstrap: 300 });
  });

  it('shows a portlet with its attributes and services', async () => {
    const outlet = await place('healthy');
    const portlet = (await healthy(outlet)) as Element & { services: unknown };
    expect(text(portlet)).to.equal('Healthy b1');
    expect(portlet.services).to.equal(services);
    await until(() => !outlet.querySelector('.skeleton'));
    await expect(outlet).to.be.accessible();
  });

  it('keeps its portlet when it is moved on the page, drawn or on its way', async () => {
    const loader = new PortletLoader();
    const outlet = await place('healthy', loader);
    const parent = outlet.parentElement!;
    for (const drawn of [false, true]) {
      if (drawn) await healthy(outlet);
      outlet.remove();
      parent.append(outlet);
      await loader.load(aPortlet('healthy'));
      for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
      expect(outlet.querySelectorAll('fp-healthy')).to.have.lengthOf(1);
    }
  });

  it('says that something is on its way', async () => {
    const outlet = await place('hangs', new PortletLoader({ within: 5_000 }));
    expect(text(outlet)).to.contain('Loading Bills…');
    await expect(outlet).to.be.accessible();
  });

  it('changes attributes in place', async () => {
    const outlet = await place('healthy');
    const portlet = await healthy(outlet);
    outlet.given = { account: 'a1', 'heading-level': '2' };
    await outlet.updateComplete;
    expect(outlet.querySelector('fp-healthy')).to.equal(portlet);
    expect(portlet.getAttribute('account')).to.equal('a1');
    expect(portlet.hasAttribute('bill-id')).to.equal(false);
  });

  for (const fake of ['missing', 'throws-at-import', 'throws-at-mount', 'throws-at-render', 'hangs', 'no-lifecycle'] as const) {
    it(`stands when a portlet is broken: ${fake}`, async () => {
      const { outlet, told } = await failing(fake);
      expect(text(outlet)).to.contain('Bills cannot be shown right now');
      const reference = outlet.querySelector('code')?.textContent ?? '';
      expect(reference).to.match(/^[0-9A-Z]{7}$/);
      expect(told).to.contain(reference).and.not.to.contain('5550100');
      expect(button(outlet)?.textContent).to.equal('Try again');
      await expect(outlet).to.be.accessible();
    });
  }

  it('leaves its neighbours alone', async () => {
    const loader = new PortletLoader({ within: 10_000 });
    const hanging = await place('hangs', loader);
    await failing('throws-at-mount', loader);
    expect(text(await healthy(await place('healthy', loader)))).to.equal('Healthy b1');
    expect(text(hanging)).to.contain('Loading');
  });

  it('comes back when trying again helps, though the module threw', async () => {
    const { outlet } = await failing('throws-at-import');
    button(outlet)?.click();
    expect(text(await healthy(outlet))).to.equal('Healthy b1');
    await until(() => !outlet.querySelector('[role=alert]'));
  });

  it('switches a portlet off after three failures within a minute, and only that one', async () => {
    let now = 0;
    const loader = new PortletLoader({ now: () => now });
    await errorsDuring(async () => {
      const outlet = await place('throws-at-mount', loader);
      for (let failures = 1; failures < 3; failures += 1) {
        now += 10_000;
        await failed(outlet);
        button(outlet)?.click();
        await outlet.updateComplete;
      }
      await failed(outlet);
      expect(text(outlet)).to.contain('switched it off');
      expect(button(outlet)).to.equal(null);
      await expect(outlet).to.be.accessible();
      expect(text(await failed(await place('throws-at-mount', loader)))).to.contain('switched it off');
    });
    await healthy(await place('healthy', loader));
  });

  it('forgets failures that lie further apart', async () => {
    let now = 0;
    const loader = new PortletLoader({ now: () => now });
    const portlet = aPortlet('missing');
    for (let failures = 0; failures < 5; failures += 1) {
      loader.failed(portlet);
      now += 31_000;
    }
    expect(loader.isOff(portlet)).to.equal(false);
  });

  it('refuses a module that is not the one that was built', async () => {
    const integrity = `sha384-${'A'.repeat(64)}`;
    const module = `${aPortlet('healthy').module}?another`;
    const { outlet } = await failing('healthy', undefined, { module, integrity });
    expect(outlet.querySelector('fp-healthy')).to.equal(null);
  });

  it('takes a module that is', async () => {
    const module = `${aPortlet('healthy').module}?checked`;
    const bytes = await (await fetch(module)).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
    const integrity = `sha384-${btoa(String.fromCharCode(...hash))}`;
    await healthy(await place('healthy', undefined, { module, integrity }));
  });

  it('takes a portlet away with itself, also one that was still on its way', async () => {
    const outlet = await place('healthy');
    outlet.remove();
    await new Promise(requestAnimationFrame);
    expect(outlet.querySelector('fp-healthy')).to.equal(null);
    const standing = await place('healthy');
    await healthy(standing);
    standing.remove();
    expect(standing.querySelector('fp-healthy')).to.equal(null);
  });
});
