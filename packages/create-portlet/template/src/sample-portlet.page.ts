import { type NamedWorld, type OperatorOptions, startOperator } from '@faceplate/mocks';
import { closePortlets, openPortlet, type OpenOptions } from '@faceplate/portlet-kit/testing.js';
import './define.ts';
import type { SamplePortletElement } from './sample-portlet.element.ts';

/** The portlet through a customer's eyes, opened for the person of `world`. */
export async function openSamplePortlet(world: NamedWorld, options: OpenOptions & OperatorOptions = {}) {
  closePortlets();
  await startOperator(world, options);
  const { element, until } = openPortlet<SamplePortletElement>('fp-sample-portlet', options);
  const find = (selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
  return {
    element,
    until,
    accounts: () => find('[part="accounts"] li').map((item) => item.textContent),
    /** The sentence that stands where no list is. */
    sentence: () => find('p')[0]?.textContent ?? '',
    problem: () => find('[part="problem"]')[0]?.getAttribute('heading') ?? '',
  };
}
