import { css } from 'lit';

/** Native `<button>` and `<a class="button">`; `primary` is what the page is for, `quiet` what may be overlooked. */
export const buttonStyles = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--fp-space-2);
    min-block-size: var(--fp-control);
    padding: var(--fp-space-1) var(--fp-space-4);
    border: var(--fp-line-width) solid var(--fp-line);
    border-radius: var(--fp-radius);
    background-color: var(--fp-surface-raised);
    color: var(--fp-text);
    font: inherit;
    font-weight: var(--fp-weight-strong);
    line-height: var(--fp-leading-tight);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--fp-motion-fast);
  }

  button:hover,
  .button:hover {
    background-color: var(--fp-accent-ground);
  }

  button.primary,
  .button.primary {
    border-color: var(--fp-accent);
    background-color: var(--fp-accent);
    color: var(--fp-on-accent);
  }

  button.primary:hover,
  .button.primary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  button.quiet,
  .button.quiet {
    border-color: transparent;
    background-color: transparent;
    color: var(--fp-accent);
  }

  button.quiet:hover,
  .button.quiet:hover {
    background-color: var(--fp-accent-ground);
  }

  /* Begins where the text above and below begins, though it is a button. */
  button.flush {
    padding-inline: var(--fp-space-2);
    margin-inline-start: calc(-1 * var(--fp-space-2) - var(--fp-line-width));
  }

  /* The name of a thing in a list, which opens it: stands like the words around it. */
  button.opener {
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    background-color: transparent;
    color: var(--fp-accent);
    text-align: start;
  }

  button.opener:hover {
    background-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: not-allowed;
  }

  /* On paper nothing can be pressed; names stay, they are what the rows are about. */
  @media print {
    button:not(.opener) {
      display: none;
    }

    button.opener {
      color: var(--fp-text);
    }
  }
`;

/** Native fields. `<div class="field"><label>…</label><input><p class="hint">…</p><p class="problem">…</p></div>`. */
export const formStyles = css`
  .field {
    display: grid;
    gap: var(--fp-space-1);
  }

  label,
  legend {
    padding: 0;
    font-weight: var(--fp-weight-strong);
  }

  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    accent-color: var(--fp-accent);
  }

  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    inline-size: 100%;
    max-inline-size: 32rem;
    min-block-size: var(--fp-control);
    padding: var(--fp-space-2) var(--fp-space-3);
    border: var(--fp-line-width) solid var(--fp-line);
    border-radius: var(--fp-radius);
    background-color: var(--fp-surface-raised);
  }

  textarea {
    min-block-size: 6rem;
    max-inline-size: 70ch;
    resize: vertical;
  }

  [aria-invalid='true'] {
    border-color: var(--fp-critical) !important;
    box-shadow: inset 0 0 0 1px var(--fp-critical);
  }

  .choice {
    display: flex;
    align-items: center;
    gap: var(--fp-space-3);
    min-block-size: var(--fp-control);
    font-weight: inherit;
  }

  .choice input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
  }

  .hint {
    color: var(--fp-text-quiet);
    font-size: var(--fp-size-quiet);
  }

  .problem {
    color: var(--fp-critical);
    font-size: var(--fp-size-quiet);
  }
`;

/** Native tables. `class="number"` on amounts; `<div class="scroll" tabindex="0" role="region" aria-label="…">` around wide ones. */
export const tableStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  caption {
    padding-block-end: var(--fp-space-2);
    font-weight: var(--fp-weight-strong);
    text-align: start;
  }

  th,
  td {
    padding: var(--fp-space-2) var(--fp-space-3);
    border-block-end: var(--fp-line-width) solid var(--fp-line-quiet);
    text-align: start;
    vertical-align: baseline;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }

  thead th {
    color: var(--fp-text-quiet);
    font-size: var(--fp-size-quiet);
    font-weight: inherit;
  }

  tbody th {
    font-weight: inherit;
  }

  tfoot th,
  tfoot td {
    border-block-end: 0;
    font-weight: var(--fp-weight-strong);
  }

  th.number,
  td.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  td fp-tag {
    white-space: nowrap;
  }

  .scroll {
    overflow-x: auto;
  }
`;
