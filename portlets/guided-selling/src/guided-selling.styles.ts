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
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    gap: var(--fp-space-4);
    padding: 0;
  }

  .offers > * {
    align-content: start;
  }

  .met .icon {
    color: var(--fp-positive);
  }

  .unmet .icon,
  .limit .icon {
    color: var(--fp-notice);
  }

  .obstacle {
    padding-inline-start: var(--fp-space-3);
    border-inline-start: 3px solid var(--fp-notice);
  }

  .facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--fp-space-3);
    padding-block: var(--fp-space-1);
  }

  dt {
    color: var(--fp-text-quiet);
  }

  .limit {
    display: block;
  }

  .term summary {
    display: inline;
    list-style: none;
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
  }

  .tools {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: var(--fp-space-3);
    align-items: end;
  }

  .scroll {
    overflow-x: auto;
  }

  /* A price with what it is later is longer than a phone is wide; its amounts stay whole. */
  p.number,
  td.number {
    white-space: normal;
  }

  @media print {
    fp-cart-panel,
    .acts {
      display: none;
    }
  }

  @container portlet (inline-size >= 45rem) {
    .shop {
      grid-template-columns: minmax(0, 1fr) minmax(14rem, 20rem);
    }
  }
`;
