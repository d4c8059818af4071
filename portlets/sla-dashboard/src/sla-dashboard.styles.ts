import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }
`;
