import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }

  .lines > li {
    padding-block: var(--fp-space-3);
    border-block-end: var(--fp-line-width) solid var(--fp-line-quiet);
  }

  .blocked {
    padding-inline-start: var(--fp-space-3);
    border-inline-start: 2px solid var(--fp-critical);
  }

  select.few {
    inline-size: auto;
  }

  .totals {
    max-inline-size: 32rem;
    font-weight: var(--fp-weight-strong);
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fp-space-1) var(--fp-space-4);
    list-style: none;
  }

  .steps [aria-current] {
    font-weight: var(--fp-weight-strong);
  }

  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: 0 var(--fp-space-4);
  }

  [data-promise] .choice {
    padding-block: var(--fp-space-2);
  }

  .quote {
    overflow-wrap: anywhere;
    user-select: all;
  }
`;
