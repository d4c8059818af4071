import { css } from 'lit';

export const gridStyles = css`
  /* Of fixed widths: rows that come into sight later must not move those that are there. */
  table {
    table-layout: fixed;
  }

  .service {
    inline-size: 26%;
  }

  thead .number {
    inline-size: 11%;
  }

  th[scope='row'] {
    overflow-wrap: anywhere;
    text-align: start;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background-color: var(--fp-surface-raised);
  }

  .away td {
    padding: 0;
    border: 0;
  }

  .figures {
    overflow-x: auto;
  }

  .figures table {
    min-inline-size: 68rem;
  }

  .figures .cell button {
    gap: 0;
    padding-inline: 0;
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
    min-inline-size: 0;
    min-block-size: 2.25rem;
    border: 0;
    border-radius: var(--fp-radius-small);
    background-color: var(--ground);
    color: var(--ink);
    cursor: pointer;
  }

  /* Inward: the scrolling region would cut it at its edges. */
  .cell button:focus-visible {
    outline-offset: -2px;
  }

  /* A second sign, not a colour: something of the month was left out. */
  .cell .left-out {
    border-block-end: 3px dotted;
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

  .folded {
    display: none;
  }

  /* Names above their months: the whole year without scrolling, in twelve columns of at least 24 px. */
  @container portlet (inline-size < 44rem) {
    table {
      display: block;
    }

    thead,
    tbody {
      display: block;
    }

    tr {
      display: grid;
      grid-template-columns: repeat(12, minmax(1.5rem, 1fr));
      padding-block: var(--fp-space-2);
      border-block-end: var(--fp-line-width) solid var(--fp-line-quiet);
    }

    th,
    td {
      padding: 0;
      border: 0;
    }

    thead th:not(.month) {
      display: none;
    }

    thead {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      background-color: var(--fp-surface-raised);
    }

    thead tr {
      padding-block: 0;
    }

    .away {
      display: block;
      padding: 0;
      border: 0;
    }

    .away td {
      display: block;
    }

    /* Every other name is wider than its column; each cell says its month to readers. */
    .month:nth-child(odd) {
      font-size: 0;
    }

    .month {
      justify-self: center;
      inline-size: 0;
      white-space: nowrap;
      display: flex;
      justify-content: center;
    }

    tbody th {
      grid-column: 1 / span 7;
      padding-block-end: var(--fp-space-1);
    }

    tbody td.number {
      grid-column: 8 / -1;
    }

    .folded {
      display: inline;
    }

    .cell {
      padding: 0;
    }

    /* The gap between two belongs to their targets. */
    .cell button {
      min-inline-size: 0;
      padding: 0 1px;
      background-clip: content-box;
    }
  }

  @container portlet (inline-size < 44rem) {
    .figures {
      overflow-x: visible;
    }

    .figures table {
      min-inline-size: 0;
    }

    .figures thead {
      display: none;
    }

    .figures .cell {
      grid-column: span 4;
    }

    .figures .cell button {
      min-block-size: 3.75rem;
    }
  }

  /* A phone's width less its margins: twelve targets of 24 px reach a little into these. */
  @container portlet (inline-size < 18rem) {
    .scroll {
      margin-inline: -0.625rem;
    }

    tr {
      grid-template-columns: repeat(12, minmax(0, 1fr));
    }

    tbody th {
      padding-inline-start: 0.625rem;
    }

    tbody td.number {
      padding-inline-end: 0.625rem;
    }
  }

  @media (forced-colors: active) {
    .cell button {
      border: 1px solid;
    }
  }
`;
