import './define.ts';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { ContextElement } from './context.element.ts';
import { NavigateEvent } from './events.ts';
import { lifecycleFor } from './lifecycle.ts';
import { PortletElement } from './portlet.element.ts';
import type { PortletServices } from './services.ts';

/** Shows what surrounds it. */
class LostElement extends PortletElement {
  protected override renderContent(): unknown {
    return html`<p>${this.activeLocale} ${this.activeAccount}</p>`;
  }
}
customElements.define('fp-lost', LostElement);

const words = (element: Element) => element.shadowRoot?.textContent?.trim();

async function place(parent: Element = document.body): Promise<LostElement> {
  const element = document.createElement('fp-lost') as LostElement;
  parent.append(element);
  await element.updateComplete;
  return element;
}

function context(attributes: Record<string, string> = {}): ContextElement {
  const element = document.createElement('fp-context') as ContextElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

describe('what surrounds a portlet', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.lang = 'en';
  });

  it('is made by the portlet itself on a bare page, one client for all of them', async () => {
    const [one, other] = [await place(), await place()];
    expect(one.services.client).to.equal(other.services.client);
    const elsewhere = await place();
    elsewhere.gateway = 'https://other.example';
    expect(elsewhere.services.client).to.not.equal(one.services.client);
  });

  it('speaks what the page says, until the portlet says otherwise', async () => {
    document.documentElement.lang = 'de-AT';
    const element = await place();
    expect(words(element)).to.equal('de-AT');
    element.locale = 'en-IE';
    await element.updateComplete;
    expect(words(element)).to.equal('en-IE');
  });

  it('is lent by fp-context: client, locale and account', async () => {
    const around = context({ locale: 'en-GB', account: 'a1' });
    const [one, other] = [await place(around), await place(around)];
    expect(words(one)).to.equal('en-GB a1');
    expect(one.services).to.equal(other.services);

    around.account = 'a2';
    await around.updateComplete;
    await one.updateComplete;
    expect(words(one)).to.equal('en-GB a2');
  });

  it('is the own attribute before what is lent, and what is given before both', async () => {
    const element = await place(context({ locale: 'en-GB', account: 'a1' }));
    element.account = 'mine';
    await element.updateComplete;
    expect(words(element)).to.equal('en-GB mine');

    const given: PortletServices = { ...element.services, locale: 'en-NZ' };
    element.services = given;
    await element.updateComplete;
    expect(element.services).to.equal(given);
    expect(words(element)).to.equal('en-NZ mine');
  });

  it('tells the page where it would go when nobody takes it there', async () => {
    const element = await place();
    const asked: string[] = [];
    document.body.addEventListener(NavigateEvent.type, (event) => asked.push((event as NavigateEvent).path), { once: true });
    element.services.navigate('/bills/b1');
    expect(asked).to.deep.equal(['/bills/b1']);
  });
});

describe('the single-spa lifecycles of a portlet', () => {
  it('mount it with its services and attributes, and leave nothing behind', async () => {
    const lifecycle = lifecycleFor('fp-lost');
    const domElement = document.createElement('div');
    document.body.append(domElement);
    const { services } = await place();

    await lifecycle.bootstrap();
    await lifecycle.mount({ domElement, services, attributes: { account: 'a7' } });
    const element = domElement.firstElementChild as LostElement;
    await element.updateComplete;
    expect(element.services).to.equal(services);
    expect(words(element)).to.match(/ a7$/);

    await lifecycle.unmount({ domElement });
    expect(domElement.childNodes).to.have.lengthOf(0);
  });
});
