import { cardStyles, tableStyles } from '@faceplate/ui';
import { css } from 'lit';

export const styles = [
  cardStyles,
  tableStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }

    .cards {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--fp-space-4);
    }

    .lead {
      font-size: var(--fp-size-lead);
      font-weight: var(--fp-weight-strong);
    }

    .meter {
      display: grid;
      gap: var(--fp-space-1);
    }

    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--fp-space-1) var(--fp-space-4);
    }

    .track {
      block-size: var(--fp-space-3);
      overflow: hidden;
      border: var(--fp-line-width) solid var(--fp-line);
      border-radius: var(--fp-radius-small);
      background-color: var(--fp-surface);
    }

    .track > div {
      block-size: 100%;
      background-color: var(--fp-accent);
    }

    /* Little left is told by its stripes, too. */
    .track.little > div {
      background-color: var(--fp-notice);
      background-image: repeating-linear-gradient(45deg, transparent 0 3px, var(--fp-surface) 3px 5px);
    }

    .band {
      position: relative;
      block-size: var(--fp-space-6);
      border-inline-end: var(--fp-line-width) solid var(--fp-line);
      background-color: var(--fp-surface);
    }

    .band > div {
      position: absolute;
      inset-block: 0;
    }

    .band > .so-far {
      inset-inline-start: 0;
      overflow: hidden;
      padding-inline: var(--fp-space-2);
      background-color: var(--fp-accent);
      color: var(--fp-on-accent);
      line-height: var(--fp-space-6);
      text-align: end;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }

    .band > .between {
      inset-inline-end: 0;
      border: var(--fp-line-width) solid var(--fp-accent);
      background-image: repeating-linear-gradient(45deg, transparent 0 4px, var(--fp-accent) 4px 5px);
    }

    .band > .likely {
      inset-block: calc(-1 * var(--fp-space-1));
      inline-size: 3px;
      background-color: var(--fp-text);
    }

    .ends {
      display: flex;
      justify-content: space-between;
      gap: var(--fp-space-4);
      max-inline-size: none;
      margin-block-start: calc(-1 * var(--fp-space-1));
      font-variant-numeric: tabular-nums;
    }

    @container (inline-size >= 45rem) {
      .cards {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }

    @media (forced-colors: active) {
      .track > div,
      .band > .so-far,
      .band > .likely {
        background-color: CanvasText;
      }
    }
  `,
];
