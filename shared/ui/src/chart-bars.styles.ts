import { css } from 'lit';

export const chartBarsStyles = css`
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
  svg.chart {
    display: block;
    inline-size: 100%;
    block-size: 12rem;
    direction: ltr;
    overflow: visible;
    user-select: none;
  }

  text {
    fill: var(--fp-text-quiet);
    font-size: var(--fp-size-small);
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }

  text.value {
    fill: var(--fp-text);
    font-size: var(--fp-size-quiet);
    font-weight: var(--fp-weight-strong);
    /* Wider than its bar on a phone: readable over the neighbours too. */
    paint-order: stroke;
    stroke: var(--fp-surface);
    stroke-linejoin: round;
    stroke-width: 4px;
  }

  line {
    pointer-events: none;
    stroke: var(--fp-line);
  }

  .shape {
    rx: min(2px, var(--fp-radius-small));
    fill: var(--fp-line);
    transition: fill var(--fp-motion-fast);
  }

  .bar[data-active] .shape {
    fill: var(--fp-chart-accent, var(--fp-accent));
  }

  text[data-active] {
    fill: var(--fp-text);
    font-weight: var(--fp-weight-strong);
  }

  .column {
    fill: transparent;
  }

  .bar {
    outline: none;
  }

  .bar[role='button'] {
    cursor: pointer;
  }

  .bar:focus-visible .column {
    stroke: var(--fp-focus);
    stroke-width: var(--fp-focus-width);
  }

  @container (inline-size < 30rem) {
    .spare {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .shape {
      fill: GrayText;
    }

    .bar[data-active] .shape {
      fill: Highlight;
    }
  }
`;
