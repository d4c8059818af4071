import { css } from 'lit';

export const listStyles = css`
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--fp-space-2) var(--fp-space-4);
    padding-block: var(--fp-space-3);
    border-block-start: var(--fp-line-width) solid var(--fp-line-quiet);
    overflow-wrap: anywhere;
  }

  li > div {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }

  .strong {
    font-weight: var(--fp-weight-strong);
  }
`;

export const dialogStyles = css`
  .result:not(:empty) {
    margin-block-start: var(--fp-space-4);
  }

  dialog {
    max-inline-size: min(28rem, calc(100vw - 2rem));
    padding: var(--fp-space-4);
    border: var(--fp-line-width) solid var(--fp-line);
    border-radius: var(--fp-radius);
    background-color: var(--fp-surface-raised);
    box-shadow: var(--fp-shadow);
    color: var(--fp-text);
  }

  dialog::backdrop {
    background-color: var(--fp-text);
    opacity: 0.5;
  }
`;
