import { LitElement } from 'lit';

class BrokenElement extends LitElement {
  override render(): never {
    throw new Error('render failed for +49 151 5550100');
  }
}
if (!customElements.get('fp-broken')) customElements.define('fp-broken', BrokenElement);

export { bootstrap, unmount } from './healthy.ts';

export const mount = ({ domElement }: { domElement: HTMLElement }): Promise<void> => {
  domElement.replaceChildren(document.createElement('fp-broken'));
  return Promise.resolve();
};
