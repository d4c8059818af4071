import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

class SampleGreetingElement extends LitElement {
  static override readonly styles = css`
    p {
      color: rgb(0, 0, 120);
    }
  `;

  @property() name = '';

  override render(): TemplateResult {
    return html`<p>Hello ${this.name}</p>`;
  }
}
customElements.define('sample-greeting', SampleGreetingElement);

describe('a test page', () => {
  it('draws Lit elements with decorators and styles, and passes axe', async () => {
    const element = await fixture<SampleGreetingElement>(html`<sample-greeting name="Ada"></sample-greeting>`);
    const paragraph = element.shadowRoot?.querySelector('p');
    expect(paragraph?.textContent).to.equal('Hello Ada');
    expect(getComputedStyle(paragraph as Element).color).to.equal('rgb(0, 0, 120)');
    await expect(element).to.be.accessible();
  });

  it('registers the mocks’ worker and no other', async () => {
    const registration = await navigator.serviceWorker.register('/mockServiceWorker.js');
    expect(await registration.unregister()).to.equal(true);
    expect(() => navigator.serviceWorker.register('/other.js')).to.throw(TypeError);
  });
});
