import { updateWhenLocaleChanges } from '@faceplate/localize';
import { LitElement } from 'lit';

/**
 * A part of the portal itself. It draws into the page, not into a shadow root:
 * the portal owns the page, and one style sheet, one set of ids and one skip
 * link then serve all of it.
 */
export abstract class LightElement extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
