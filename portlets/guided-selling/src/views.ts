import { heading } from '@faceplate/portlet-kit';
import { html } from 'lit';
import { words } from './messages.ts';

/** One sentence and one action. */
export const leadView = (sentence: string, action: string, go: () => void) => html`
  <p class="lead">${sentence}</p>
  <div><button @click=${go}>${action}</button></div>
`;

export const noOffersView = () => html`
  <fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>
`;

export const noMatchView = () => html`
  <fp-status-message tone="info" heading=${words.noMatch()}><p>${words.noMatchHelp()}</p></fp-status-message>
`;

/** A heading that takes the focus when the customer gets there. */
export const arrivalHeading = (level: number, text: string) => heading(level, html`<span data-arrival tabindex="-1">${text}</span>`, 1);

export const orderedView = (number: string, level: number, track: () => void, shopOn: () => void) => html`
  <div class="stack" part="ordered">
    ${arrivalHeading(level, words.thanks(number))}
    <p>${words.thanksHelp()}</p>
    <div class="row">
      <button class="primary" @click=${track}>${words.track()}</button>
      <button class="quiet" @click=${shopOn}>${words.shopOn()}</button>
    </div>
  </div>
`;
