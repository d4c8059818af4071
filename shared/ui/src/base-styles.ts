import { css } from 'lit';

/** Said to readers, not drawn. */
export const visuallyHidden = css`
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
`;

/** For every element of ours: plain ground for HTML, the focus ring, icons, and the few words of layout that portlets share. */
export const baseStyles = css`
  ${visuallyHidden}

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  figure,
  dl,
  dd,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-size: var(--fp-size-lead);
    font-weight: var(--fp-weight-strong);
    line-height: var(--fp-leading-tight);
    text-wrap: balance;
  }

  h1,
  h2 {
    font-size: var(--fp-size-title);
  }

  /* Over a part of what the heading above is about, whichever level the page gave that one. */
  .part {
    font-size: var(--fp-size-lead);
  }

  .stack > .part:not(:first-child) {
    margin-block-start: var(--fp-space-4);
  }

  p {
    max-inline-size: 70ch;
    text-wrap: pretty;
  }

  /* An empty string, not none: Safari no longer calls a list without markers a list. */
  .plain {
    list-style-type: '';
  }

  a {
    color: var(--fp-accent);
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: var(--fp-focus-width) solid var(--fp-focus);
    outline-offset: 2px;
  }

  summary {
    cursor: pointer;
  }

  .icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon.mirrored:dir(rtl) {
    transform: scaleX(-1);
  }

  /* The one number that answers the question. */
  .figure {
    font-size: var(--fp-size-figure);
    font-weight: var(--fp-weight-strong);
    line-height: var(--fp-leading-tight);
    font-variant-numeric: tabular-nums;
  }

  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .quiet {
    color: var(--fp-text-quiet);
  }

  .small {
    font-size: var(--fp-size-small);
  }

  .stack {
    display: grid;
    gap: var(--fp-space-4);
    grid-template-columns: minmax(0, 1fr);
  }

  .stack.tight {
    gap: var(--fp-space-2);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--fp-space-2) var(--fp-space-4);
  }

  .row.apart {
    justify-content: space-between;
  }
`;

/** A raised sheet: `<section class="card">`. */
export const cardStyles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--fp-space-3);
    padding: var(--fp-space-4);
    background-color: var(--fp-surface-raised);
    border: var(--fp-line-width) solid var(--fp-line-quiet);
    border-radius: var(--fp-radius);
  }

  /* All of it opens what it tells about; its .opener is the button. */
  .card.opens {
    position: relative;
    gap: var(--fp-space-1);
  }

  .card.opens:hover {
    border-color: var(--fp-line);
  }

  .opens .opener::after {
    position: absolute;
    inset: 0;
    border-radius: var(--fp-radius);
    content: '';
  }

  .opens .opener:focus-visible {
    outline: none;
  }

  .opens .opener:focus-visible::after {
    outline: var(--fp-focus-width) solid var(--fp-focus);
    outline-offset: 2px;
  }

  .card.floating {
    box-shadow: var(--fp-shadow);
  }
`;
