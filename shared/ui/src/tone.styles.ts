import { css } from 'lit';

/** Sets `--tone` and `--tone-ground` from the `tone` attribute of the element. */
export const toneStyles = css`
  :host {
    --tone: var(--fp-text-quiet);
    --tone-ground: var(--fp-surface-raised);
  }

  :host([tone='positive']) {
    --tone: var(--fp-positive);
    --tone-ground: var(--fp-positive-ground);
  }

  :host([tone='notice']) {
    --tone: var(--fp-notice);
    --tone-ground: var(--fp-notice-ground);
  }

  :host([tone='critical']) {
    --tone: var(--fp-critical);
    --tone-ground: var(--fp-critical-ground);
  }

  :host([tone='info']) {
    --tone: var(--fp-info);
    --tone-ground: var(--fp-info-ground);
  }
`;
