import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
    gap: var(--fp-space-3);
  }

  .quote {
    overflow-wrap: anywhere;
    user-select: all;
  }

  .trail {
    list-style: none;
  }

  .trail > li {
    padding-inline-start: var(--fp-space-3);
    border-inline-start: 2px solid var(--fp-line);
  }

  .account > * {
    border-block-end: 0;
    font-weight: var(--fp-weight-strong);
  }
`;
