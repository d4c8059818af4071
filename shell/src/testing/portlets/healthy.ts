/** A portlet without any library: says what it was given. */
class HealthyElement extends HTMLElement {
  static readonly observedAttributes = ['bill-id', 'account', 'locale', 'view'];
  services: unknown;

  connectedCallback(): void {
    this.attributeChangedCallback();
  }

  attributeChangedCallback(): void {
    const level = this.getAttribute('heading-level') ?? '2';
    const heading = document.createElement(`h${level}`);
    heading.textContent = `Healthy ${this.getAttribute('bill-id') ?? ''}`;
    this.replaceChildren(heading);
  }
}
if (!customElements.get('fp-healthy')) customElements.define('fp-healthy', HealthyElement);

interface Props {
  domElement: HTMLElement;
  services: unknown;
  attributes: Record<string, string>;
}

export const bootstrap = (): Promise<void> => Promise.resolve();

export const mount = ({ domElement, services, attributes }: Props): Promise<void> => {
  const element = document.createElement('fp-healthy') as HealthyElement;
  element.services = services;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  domElement.replaceChildren(element);
  return Promise.resolve();
};

export const unmount = ({ domElement }: Props): Promise<void> => {
  domElement.replaceChildren();
  return Promise.resolve();
};
