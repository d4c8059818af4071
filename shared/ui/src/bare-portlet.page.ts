import { fixture } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import { rootStyles } from './root-styles.ts';

/** The least a portlet can be: our elements stand in its slot and inherit what it hands in. */
class BarePortletElement extends LitElement {
  static override readonly styles = [rootStyles, baseStyles];

  override render() {
    return html`<section><slot></slot></section>`;
  }
}
customElements.define('test-bare-portlet', BarePortletElement);

/** Draws `content` as inside a portlet, and hands back its first element. */
export async function inPortlet<Wanted extends Element>(content: TemplateResult): Promise<Wanted> {
  const portlet = await fixture<BarePortletElement>(html`<test-bare-portlet>${content}</test-bare-portlet>`);
  return portlet.firstElementChild as Wanted;
}

/** Where tokens arrive inside a portlet. */
export function sectionOf(portlet: Element): Element {
  return portlet.shadowRoot?.querySelector('section') as Element;
}

/** What stands in the element's shadow as a reader of the page sees it. */
export function textOf(element: Element, selector: string): string {
  return element.shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '';
}

export function button(element: Element, name: string): HTMLButtonElement {
  const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === name);
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}
