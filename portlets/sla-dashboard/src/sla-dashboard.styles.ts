import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }

  .left-out {
    border-block-end: 3px dotted;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fp-space-3) var(--fp-space-8);
  }

  .facts dt {
    color: var(--fp-text-quiet);
    font-size: var(--fp-size-quiet);
  }

  [part='link'] {
    overflow-wrap: anywhere;
  }

  /* Words and sums, longer than a phone is wide. */
  [part='working'] td {
    white-space: normal;
  }

  .budget {
    inline-size: 100%;
    block-size: 1.25rem;
  }

  .budget:dir(rtl) {
    transform: scaleX(-1);
  }

  .budget .frame {
    fill: none;
    stroke: var(--fp-text-quiet);
    vector-effect: non-scaling-stroke;
  }

  .budget .used {
    fill: url('#used');
  }

  .budget .hatch {
    fill: var(--fp-text-quiet);
  }

  .budget .over {
    fill: var(--fp-critical);
  }
`;
