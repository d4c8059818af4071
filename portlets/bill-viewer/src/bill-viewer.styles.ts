import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }

  /* The answer, and beside it where there is room how it adds up. */
  .position {
    display: grid;
    gap: var(--fp-space-6);
    align-items: start;
  }

  .sums {
    display: grid;
    gap: var(--fp-space-6);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  }

  details > .sums {
    margin-block-start: var(--fp-space-4);
  }

  /* In the root's own ground: the choices of the parts. */
  select,
  input {
    min-block-size: var(--fp-control);
    padding: var(--fp-space-1) var(--fp-space-3);
    border: var(--fp-line-width) solid var(--fp-line);
    border-radius: var(--fp-radius);
    background-color: var(--fp-surface-raised);
    color: inherit;
    font: inherit;
  }

  .groups > div {
    display: flex;
    justify-content: space-between;
    gap: var(--fp-space-4);
    padding-block: var(--fp-space-1);
    border-block-end: var(--fp-line-width) solid var(--fp-line-quiet);
  }

  @container portlet (inline-size >= 44rem) {
    .position {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
`;
