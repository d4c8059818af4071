import { css } from 'lit';

export const poolStyles = css`
  :host {
    display: grid;
    gap: var(--fp-space-2);
  }

  .area {
    max-block-size: min(70vh, 36rem);
    overflow-y: auto;
    overflow-anchor: none;
    contain: strict;
    block-size: 36rem;
    border: var(--fp-line-width) solid var(--fp-line-quiet);
    border-radius: var(--fp-radius);
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background-color: var(--fp-surface-raised);
    color: var(--fp-text-quiet);
    font-size: var(--fp-size-quiet);
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--fp-space-3);
    align-items: center;
    padding-inline: var(--fp-space-3);
    border-block-end: var(--fp-line-width) solid var(--fp-line-quiet);
  }

  .head .row {
    padding-block: var(--fp-space-1);
  }

  .lines {
    position: relative;
    contain: layout style;
  }

  .line,
  .detail {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
  }

  /* Nothing in a row changes anything around it. */
  .line {
    block-size: 3.5rem;
    contain: strict;
    cursor: pointer;
  }

  .line:hover,
  .line.open {
    background-color: var(--fp-accent-ground);
  }

  .detail {
    padding: var(--fp-space-3);
    border-block-end: var(--fp-line-width) solid var(--fp-line);
    background-color: var(--fp-surface);
  }

  .area:focus-visible .active {
    outline: var(--fp-focus-width) solid var(--fp-focus);
    outline-offset: calc(-1 * var(--fp-focus-width));
  }

  .name,
  .name bdi,
  small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  small {
    font-size: var(--fp-size-small);
  }

  .number {
    text-align: end;
  }

  .printed,
  .printed .line,
  .printed .detail {
    position: static;
    max-block-size: none;
    block-size: auto;
    contain: none;
    overflow: visible;
  }
`;
