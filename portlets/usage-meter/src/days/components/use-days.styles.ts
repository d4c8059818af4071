import { css } from 'lit';

export const useDaysStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  figcaption {
    font-weight: var(--fp-weight-strong);
    text-wrap: balance;
  }

  button.quiet {
    justify-self: end;
    font-size: var(--fp-size-quiet);
  }

  /* Time runs from left to right in every script. */
  svg {
    display: block;
    inline-size: 100%;
    block-size: 9rem;
    direction: ltr;
    overflow: visible;
    user-select: none;
  }

  .home {
    fill: var(--fp-accent);
  }

  .abroad {
    fill: url(#abroad);
    stroke: var(--fp-accent);
  }

  pattern path {
    stroke: var(--fp-accent);
    stroke-width: 2;
  }

  pattern rect {
    fill: var(--fp-surface);
  }

  line {
    stroke: var(--fp-line);
  }

  .column {
    fill: transparent;
  }

  .day {
    outline: none;
  }

  .day[data-active] .column {
    fill: var(--fp-accent-ground);
  }

  .day:focus-visible .column {
    stroke: var(--fp-focus);
    stroke-width: var(--fp-focus-width);
  }

  /* Room for the longest, so that nothing moves from day to day. */
  .fact {
    min-block-size: 3em;
    font-variant-numeric: tabular-nums;
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fp-space-1) var(--fp-space-4);
  }

  .key span::before {
    display: inline-block;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    margin-inline-end: var(--fp-space-1);
    border: var(--fp-line-width) solid var(--fp-accent);
    background-color: var(--fp-accent);
    content: '';
  }

  .key span.striped::before {
    background-color: var(--fp-surface);
    background-image: repeating-linear-gradient(45deg, transparent 0 2px, var(--fp-accent) 2px 4px);
  }

  @media (forced-colors: active) {
    .home {
      fill: CanvasText;
    }
  }
`;
