import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--fp-space-2) var(--fp-space-3);
  }

  .choices .field {
    flex: 1 1 8rem;
    max-inline-size: 16rem;
  }

  .tools {
    min-block-size: var(--fp-control);
  }

  .report {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--fp-space-4);
    padding-block: var(--fp-space-1);
    border-block-end: var(--fp-line-width) solid var(--fp-line-quiet);
  }

  .report > :first-child {
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .pictures {
    display: grid;
    gap: var(--fp-space-6);
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }

  @container portlet (inline-size >= 44rem) {
    .pictures {
      grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
    }
  }

  @media print {
    .choices,
    .tools {
      display: none;
    }
  }
`;
