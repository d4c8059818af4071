import { baseStyles } from '@faceplate/ui';
import { css } from 'lit';

export const styles = [
  baseStyles,
  css`
    .accounts {
      display: grid;
      gap: var(--fp-space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
];
