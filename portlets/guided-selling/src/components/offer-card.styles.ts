import { css } from 'lit';

export const offerCardStyles = css`
  :host {
    display: block;
  }

  .card {
    block-size: 100%;
    align-content: start;
  }

  .monthly {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }

  .price {
    font-variant-numeric: tabular-nums;
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fp-space-1) var(--fp-space-4);
    font-size: var(--fp-size-quiet);
  }

  dl div {
    display: flex;
    gap: var(--fp-space-1);
  }

  dt {
    color: var(--fp-text-quiet);
  }

  ul {
    list-style: none;
  }

  li {
    display: flex;
    gap: var(--fp-space-2);
  }

  .met .icon {
    color: var(--fp-positive);
  }

  .unmet .icon {
    color: var(--fp-notice);
  }

  .obstacle {
    padding-inline-start: var(--fp-space-3);
    border-inline-start: 3px solid var(--fp-notice);
  }
`;
