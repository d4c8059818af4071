import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
  }

  .shop {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fp-space-6);
    align-items: start;
  }

  .offers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: var(--fp-space-4);
  }

  @container portlet (inline-size >= 45rem) {
    .shop {
      grid-template-columns: minmax(0, 1fr) minmax(16rem, 22rem);
    }
  }
`;
