import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }

  .tools {
    align-items: end;
  }

  .tools .field {
    flex: 1 1 11rem;
  }

  details > .stack,
  details > form {
    padding-block: var(--fp-space-3);
  }

  summary {
    min-block-size: var(--fp-control);
    align-content: center;
    font-weight: var(--fp-weight-strong);
  }

  fp-order-line:focus {
    outline: none;
  }

  /* What the customer has to do stands out from what is told. */
  .asks {
    padding: var(--fp-space-4);
    border-inline-start: 4px solid var(--fp-notice);
    background-color: var(--fp-notice-ground);
  }

  code {
    overflow-wrap: anywhere;
    user-select: all;
  }

  .days {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: var(--fp-space-1);
    max-inline-size: 28rem;
    text-align: center;
  }

  .days button {
    padding: 0;
  }

  .days [aria-pressed='true'] {
    border-color: var(--fp-accent);
    background-color: var(--fp-accent);
    color: var(--fp-on-accent);
  }
`;
