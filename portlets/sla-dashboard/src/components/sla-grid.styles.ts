import { css } from 'lit';

export const gridStyles = css`
  .scroll {
    overflow-x: auto;
  }

  th[scope='row'] {
    min-inline-size: 9rem;
    text-align: start;
  }

  .month {
    text-align: center;
  }

  .cell {
    padding: 2px;
    vertical-align: middle;
  }

  .cell button {
    display: grid;
    place-items: center;
    inline-size: 100%;
    min-inline-size: 2rem;
    min-block-size: 2.25rem;
    border: 0;
    border-radius: var(--fp-radius-small);
    background-color: var(--ground);
    color: var(--ink);
    cursor: pointer;
  }

  .positive {
    --ink: var(--fp-positive);
    --ground: var(--fp-positive-ground);
  }

  .notice {
    --ink: var(--fp-notice);
    --ground: var(--fp-notice-ground);
  }

  .critical {
    --ink: var(--fp-critical);
    --ground: var(--fp-critical-ground);
  }

  .neutral {
    --ink: var(--fp-text-quiet);
    --ground: var(--fp-surface);
  }

  @media (forced-colors: active) {
    .cell button {
      border: 1px solid;
    }
  }
`;
