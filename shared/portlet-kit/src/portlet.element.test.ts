import '@faceplate/client/nouns/products.js';
import './define.ts';
import { ApiProblem, type FaceplateClient, type Freshness, Offline } from '@faceplate/client';
import type { Gap, List, Product } from '@faceplate/contracts';
import { define } from '@faceplate/ui';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { PortletElement } from './portlet.element.ts';
import { Reading } from './reading.ts';
import type { PortletServices } from './services.ts';

type Products = List<Product>;

/** The smallest portlet there is: names of products. `fault` makes drawing fail. */
class ProbeElement extends PortletElement<Pick<FaceplateClient, 'products'>> {
  fault: Error | undefined;

  readonly products = new Reading(this, {
    args: () => [this.activeAccount] as const,
    load: (_, options) => this.services.client.products.list(options),
    changes: ['products'],
  });

  protected override renderContent(): unknown {
    if (this.fault) throw this.fault;
    return this.renderReading(this.products, {
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<p>Nothing yet.</p>`,
      ready: ({ items }) => html`<h2>Mine</h2>${items.map(({ name }) => html`<p class="product">${name}</p>`)}`,
    });
  }
}
define('fp-probe', ProbeElement);

const products = (...names: string[]): Products => ({
  items: names.map((name) => ({ id: name, name, lineOfBusiness: 'mobile', status: 'active' })),
  total: names.length,
  gaps: [],
});

const refusal = (status: number, code = 'no') => new ApiProblem({ status, code, title: 'No.', trace: 'trace-1' });

class Surroundings {
  answer: () => Promise<Products> = () => Promise.resolve(products('Line one'));
  reported: unknown[] = [];
  stale: Date | undefined;
  wake: () => void = () => undefined;
  watching = 0;

  services(): PortletServices<Pick<FaceplateClient, 'products' | 'session'>> {
    const freshness: Freshness = {
      staleSince: () => this.stale,
      watch: (_nouns, wake) => {
        this.wake = wake;
        this.watching += 1;
        return () => {
          this.watching -= 1;
        };
      },
    };
    const session = { signInHref: () => '/auth/login?returnTo=%2F' } as unknown as FaceplateClient['session'];
    return {
      client: { ...freshness, session, products: { list: () => this.answer() } },
      locale: 'en',
      navigate: () => undefined,
      report: (cause) => this.reported.push(cause),
    };
  }

  async open(): Promise<ProbeElement> {
    const element = document.createElement('fp-probe') as ProbeElement;
    element.services = this.services();
    document.body.append(element);
    await settled(element);
    return element;
  }
}

async function settled(element: ProbeElement): Promise<void> {
  await element.updateComplete;
  await new Promise(requestAnimationFrame);
  await element.updateComplete;
}

const words = (element: Element) => element.shadowRoot!.textContent.replace(/\s+/g, ' ').trim();
const problem = (element: Element) => element.shadowRoot!.querySelector('[part="problem"]');
const button = (element: Element) => element.shadowRoot!.querySelector('button');

describe('a portlet', () => {
  let around: Surroundings;
  beforeEach(() => {
    around = new Surroundings();
  });
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows what it read', async () => {
    const element = await around.open();
    expect(words(element)).to.contain('Line one');
    await expect(element).to.be.accessible();
  });

  it('holds its place while it reads', async () => {
    around.answer = () => new Promise(() => undefined);
    const element = await around.open();
    expect(element.shadowRoot!.querySelector('fp-skeleton')).to.exist;
    await expect(element).to.be.accessible();
  });

  it('says what would be here when there is nothing', async () => {
    around.answer = () => Promise.resolve(products());
    expect(words(await around.open())).to.equal('Nothing yet.');
  });

  for (const [name, cause, heading] of [
    ['signed out', refusal(401), 'Sign in to see this'],
    ['forbidden', refusal(403), 'You may not see this'],
    ['missing', refusal(404), 'We cannot find this'],
    ['not offered', refusal(404, 'not-offered'), 'Not offered here'],
    ['refused', refusal(500), 'This could not be shown'],
    ['offline', new Offline('gone'), 'No connection'],
  ] as const) {
    it(`draws the state "${name}" with a way on`, async () => {
      around.answer = () => Promise.reject(cause);
      const element = await around.open();
      expect(problem(element)?.getAttribute('heading')).to.equal(heading);
      expect(around.reported).to.deep.equal([cause]);
      await expect(element).to.be.accessible();
    });
  }

  it('quotes a reference for support', async () => {
    around.answer = () => Promise.reject(refusal(500));
    expect(problem(await around.open())?.getAttribute('reference')).to.equal('trace-1');
  });

  it('recovers when trying again succeeds', async () => {
    around.answer = () => Promise.reject(new Offline('gone'));
    const element = await around.open();
    around.answer = () => Promise.resolve(products('Back again'));
    button(element)!.click();
    await settled(element);
    expect(words(element)).to.contain('Back again');
    expect(problem(element)).to.not.exist;
  });

  it('names what is missing and shows the rest', async () => {
    around.answer = () => Promise.resolve({ ...products('Line one'), gaps: [{ source: 'Inventory', reason: 'unreachable' }] });
    const element = await around.open();
    expect(words(element)).to.contain('Inventory').and.to.contain('Line one');
    await expect(element).to.be.accessible();
  });

  it('shows old data with its age', async () => {
    around.stale = new Date('2026-11-21T08:00:00Z');
    const element = await around.open();
    expect(element.shadowRoot!.querySelector('[part="note"]')?.getAttribute('heading')).to.match(/^As of .*2026/);
    expect(words(element)).to.contain('Line one');
  });

  it('shows what the gateway could only give as it was, with its age', async () => {
    const gaps: Gap[] = ['2026-11-21T08:00:00.000Z', '2026-11-20T08:00:00.000Z'].map((asOf) => ({ source: 'Inventory', reason: 'unreachable', asOf }));
    around.answer = () => Promise.resolve({ ...products('Line one'), gaps });
    const element = await around.open();
    const notes = [...element.shadowRoot!.querySelectorAll('[part="note"]')].map((note) => note.getAttribute('heading'));
    expect(notes).to.have.length(1);
    expect(notes[0]).to.match(/^As of .*20.*2026/);
    expect(words(element)).to.contain('Line one').and.not.to.contain('Inventory');
    await expect(element).to.be.accessible();
  });

  it('reads again when the event stream says so', async () => {
    const element = await around.open();
    around.answer = () => Promise.resolve(products('Line two'));
    around.wake();
    await settled(element);
    expect(words(element)).to.contain('Line two');
  });

  it('watches only while it stands on the page', async () => {
    const element = await around.open();
    expect(around.watching).to.equal(1);
    element.remove();
    expect(around.watching).to.equal(0);
    document.body.append(element);
    await settled(element);
    expect(around.watching).to.equal(1);
  });

  it('reads and watches anew when it is given another client', async () => {
    const element = await around.open();
    const other = new Surroundings();
    other.answer = () => Promise.resolve(products('Of another gateway'));
    element.services = other.services();
    await settled(element);
    expect(words(element)).to.contain('Of another gateway');
    expect([around.watching, other.watching]).to.deep.equal([0, 1]);
  });

  it('does not call it a failure to leave before the answer', async () => {
    around.answer = () => Promise.reject(new DOMException('left', 'AbortError'));
    await around.open();
    expect(around.reported).to.deep.equal([]);
  });

  it('does not leave an old figure standing when drawing fails, and recovers', async () => {
    const element = await around.open();
    element.fault = new Error('broken');
    element.requestUpdate();
    await settled(element);
    expect(words(element)).to.not.contain('Line one');
    expect(problem(element)).to.exist;
    expect(around.reported).to.deep.equal([element.fault]);

    element.fault = undefined;
    button(element)!.click();
    await settled(element);
    expect(words(element)).to.contain('Line one');
  });

  it('speaks the language of its locale and mirrors with it', async () => {
    around.answer = () => Promise.reject(new Offline('gone'));
    const element = await around.open();
    element.locale = 'ar-EG';
    while (element.dir !== 'rtl') await settled(element);
    expect(problem(element)?.getAttribute('heading')).to.equal('لا يوجد اتصال');
    element.locale = 'en';
    await settled(element);
    expect(element.dir).to.equal('ltr');
  });
});
