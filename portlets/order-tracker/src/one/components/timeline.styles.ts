import { css } from 'lit';

/** Past filled, present pulsing once, future outlined; shape says what colour says. */
export const timelineStyles = css`
  .name {
    font-weight: var(--fp-weight-strong);
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--fp-space-2) var(--fp-space-8);
  }

  dt {
    color: var(--fp-text-quiet);
    font-size: var(--fp-size-quiet);
  }

  /* A date stays near its step on a wide page. */
  .timeline {
    max-inline-size: 32rem;
  }

  .timeline li {
    --dot: 0.875rem;
    position: relative;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--fp-space-4);
    padding-block-end: var(--fp-space-3);
    padding-inline-start: calc(var(--dot) + var(--fp-space-3));
  }

  .timeline li:last-child {
    padding-block-end: 0;
  }

  .timeline li::before {
    position: absolute;
    inset-block-start: 0.3em;
    inset-inline-start: 0;
    inline-size: var(--dot);
    block-size: var(--dot);
    border: 2px solid var(--fp-line);
    border-radius: 50%;
    background-color: var(--fp-surface-raised);
    content: '';
  }

  .timeline li:not(:last-child)::after {
    position: absolute;
    inset-block: calc(0.3em + var(--dot)) -0.3em;
    inset-inline-start: calc(var(--dot) / 2 - 1px);
    border-inline-start: 2px solid var(--fp-line-quiet);
    content: '';
  }

  .timeline .reached::before {
    border-color: var(--fp-accent);
    background-color: var(--fp-accent);
  }

  .timeline .current::before {
    border-color: var(--fp-accent);
    box-shadow: inset 0 0 0 2px var(--fp-surface-raised);
    background-color: var(--fp-accent);
    animation: pulse 0.8s ease-in-out 1;
  }

  .timeline .current {
    font-weight: var(--fp-weight-strong);
  }

  .timeline .missed::before {
    border-color: var(--fp-critical);
    border-radius: 2px;
  }

  @keyframes pulse {
    50% {
      transform: scale(1.35);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .timeline .current::before {
      animation: none;
    }
  }
`;
