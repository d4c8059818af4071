import type { Checkout } from '@faceplate/contracts';
import { nextIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { words } from './messages.ts';

/** The pages on the way to the order: which are settled, where one stands, and the way to each. */
export function stepsNav(steps: readonly string[], here: string, checkout: Checkout | undefined, go: (step: string) => void): unknown {
  const open = new Set<string>(checkout?.steps.filter(({ state }) => state === 'open').map(({ kind }) => kind));
  return html`<nav aria-label=${words.steps()}>
    <ol class="steps plain">
      ${steps.map((step, index) => {
        const isSettled = step !== '' && step !== 'order' && checkout !== undefined && !open.has(step);
        const word = html`${words.step(step)}${isSettled ? html`<span class="visually-hidden"> (${words.settled()})</span><span aria-hidden="true"> ✓</span>` : nothing}`;
        const arrow = index > 0 ? nextIcon() : nothing;
        return step === here
          ? html`<li aria-current="step">${arrow} ${word}</li>`
          : html`<li>${arrow} <button class="opener" type="button" data-opens=${step} @click=${() => go(step)}>${word}</button></li>`;
      })}
    </ol>
  </nav>`;
}
