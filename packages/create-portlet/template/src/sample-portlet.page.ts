import { type Fault, type NamedWorld, startOperator } from '@faceplate/mocks';
import { openPortlet } from '@faceplate/portlet-kit/testing.js';
import type { SamplePortletElement } from './sample-portlet.element.ts';

/** The portlet through a customer's eyes. */
export class SamplePortletPage {
  readonly element: SamplePortletElement;
  readonly until: <T>(found: () => T) => Promise<NonNullable<T>>;

  constructor({ element, until }: { element: SamplePortletElement; until: SamplePortletPage['until'] }) {
    this.element = element;
    this.until = until;
  }

  accounts(): string[] | undefined {
    const list = this.#inside.querySelectorAll('[part="accounts"] li');
    return list.length > 0 ? [...list].map((item) => item.textContent.trim()) : undefined;
  }

  /** The sentence that stands where no list is. */
  sentence(): string | undefined {
    return this.#inside.querySelector('p')?.textContent;
  }

  problem(): string | undefined {
    return this.#inside.querySelector('[part="problem"]')?.getAttribute('heading') ?? undefined;
  }

  get #inside(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }
}

/** Opens the portlet for the person of `world`. */
export async function openSamplePortlet(
  world: NamedWorld,
  { faults, attributes }: { faults?: Fault; attributes?: Record<string, string> } = {},
): Promise<SamplePortletPage> {
  await startOperator(world, faults ? { faults } : {});
  return new SamplePortletPage(openPortlet<SamplePortletElement>('fp-sample-portlet', attributes ? { attributes } : {}));
}
