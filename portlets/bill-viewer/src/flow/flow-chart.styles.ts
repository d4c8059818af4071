import { css } from 'lit';

export const flowStyles = css`
  :host {
    display: block;
  }

  figcaption {
    font-weight: var(--fp-weight-strong);
    text-wrap: balance;
  }

  figure > button {
    justify-self: end;
    font-size: var(--fp-size-quiet);
  }

  ol {
    display: grid;
    gap: var(--fp-space-3);
    max-inline-size: 44rem;
  }

  li {
    --bar: var(--fp-notice);
    display: grid;
    gap: var(--fp-space-1);
    break-inside: avoid;
  }

  .down {
    --bar: var(--fp-positive);
  }

  .sum {
    --bar: var(--fp-accent);
    font-weight: var(--fp-weight-strong);
  }

  .unknown {
    --bar: var(--fp-critical);
  }

  .words {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--fp-space-3);
  }

  .name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--fp-space-3);
  }

  svg:not(.icon) {
    display: block;
    inline-size: 100%;
    block-size: 1rem;
    overflow: visible;
    print-color-adjust: exact;
  }

  rect {
    rx: min(2px, var(--fp-radius-small));
    fill: var(--bar);
  }

  /* Told apart by more than colour: nobody can say why. */
  .unknown rect {
    fill-opacity: 0.25;
    stroke: var(--bar);
    stroke-dasharray: 4 3;
    stroke-width: 1.5;
  }

  .axis {
    stroke: var(--fp-text-quiet);
  }

  .start {
    stroke: var(--fp-line);
    stroke-dasharray: 2 2;
  }

  @media (forced-colors: active) {
    rect {
      fill: CanvasText;
    }
  }
`;
