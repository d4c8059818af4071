import { expect } from '@open-wc/testing';
import { aPortlet } from '../testing/portlets.ts';
import { readManifest } from './manifest.ts';
import { PortletEntry } from './portlet.ts';
import { titleOf } from './title.ts';

const answering = (body: unknown, status = 200) => (): Promise<Response> => Promise.resolve(Response.json(body, { status }));

describe('the registry', () => {
  for (const name of ['bill-viewer', 'payment-center', 'usage-meter', 'order-tracker', 'ticket-raiser', 'sla-dashboard', 'guided-selling', 'checkout', 'report-center']) {
    it(`takes the portlet.json of ${name}`, async () => {
      const described: unknown = await (await fetch(`/portlets/${name}/portlet.json`)).json();
      expect(PortletEntry.parse(described).tag).to.equal(`fp-${name}`);
    });
  }

  it('refuses a route or a tag that cannot be', () => {
    for (const wrong of [{ route: 'bills' }, { route: '/Bills' }, { tag: 'bill-viewer' }, { title: { de: 'Rechnungen' } }]) {
      expect(PortletEntry.safeParse({ ...aPortlet('healthy'), ...wrong }).success, JSON.stringify(wrong)).to.equal(false);
    }
  });

  it('leaves out what is described wrongly, says so, and keeps the rest', async () => {
    const reported: unknown[] = [];
    const portlets = await readManifest((cause) => reported.push(cause), answering({ portlets: [{ name: 'odd' }, aPortlet('healthy')] }));
    expect(portlets.map(({ name }) => name)).to.deep.equal(['healthy']);
    expect(reported).to.have.lengthOf(1);
  });

  it('reads a module’s address from where the manifest lies', async () => {
    const [portlet] = await readManifest(() => undefined, answering({ portlets: [aPortlet('healthy', { module: './bill-viewer.js' })] }));
    expect(portlet?.module).to.equal(`${location.origin}/embed/bill-viewer.js`);
  });

  it('fails when there is no manifest', async () => {
    const failure: unknown = await readManifest(() => undefined, answering({}, 503)).catch((cause: unknown) => cause);
    expect(failure).to.be.instanceOf(Error);
  });

  it('calls a portlet by the nearest title there is', () => {
    const portlet = aPortlet('healthy');
    expect(titleOf(portlet, 'de-AT')).to.equal('Rechnungen');
    expect(titleOf(portlet, 'fr')).to.equal('Bills');
  });
});
