import { css, unsafeCSS } from 'lit';

/**
 * The tokens a portlet falls back to on a page that has none: the values of shared/tokens/src/tokens.css,
 * which a test holds this table to.
 */
export const defaults: Readonly<Record<string, string>> = {
  text: 'light-dark(oklch(25% 0.012 255), oklch(95% 0.005 255))',
  'text-quiet': 'light-dark(oklch(46% 0.018 255), oklch(77% 0.012 255))',
  surface: 'light-dark(oklch(98% 0.003 255), oklch(20% 0.012 255))',
  'surface-raised': 'light-dark(oklch(100% 0 0), oklch(25% 0.012 255))',
  line: 'light-dark(oklch(61% 0.015 255), oklch(61% 0.015 255))',
  'line-quiet': 'light-dark(oklch(89% 0.008 255), oklch(36% 0.014 255))',
  accent: 'light-dark(oklch(48% 0.15 258), oklch(82% 0.08 255))',
  'accent-ground': 'light-dark(oklch(95% 0.02 255), oklch(30% 0.05 255))',
  'on-accent': 'light-dark(oklch(100% 0 0), oklch(20% 0.012 255))',
  focus: 'light-dark(oklch(48% 0.15 258), oklch(82% 0.08 255))',
  positive: 'light-dark(oklch(45% 0.105 155), oklch(82% 0.12 155))',
  'positive-ground': 'light-dark(oklch(95% 0.035 155), oklch(30% 0.045 155))',
  notice: 'light-dark(oklch(46% 0.095 70), oklch(83% 0.12 85))',
  'notice-ground': 'light-dark(oklch(95% 0.045 85), oklch(30% 0.045 75))',
  critical: 'light-dark(oklch(48% 0.17 27), oklch(80% 0.1 22))',
  'critical-ground': 'light-dark(oklch(95% 0.022 25), oklch(30% 0.06 25))',
  info: 'light-dark(oklch(46% 0.085 235), oklch(82% 0.085 225))',
  'info-ground': 'light-dark(oklch(95% 0.025 225), oklch(30% 0.045 235))',
  'space-1': '0.25rem',
  'space-2': '0.5rem',
  'space-3': '0.75rem',
  'space-4': '1rem',
  'space-6': '1.5rem',
  'space-8': '2rem',
  'space-12': '3rem',
  control: '2.75rem',
  'size-small': '0.8125rem',
  'size-quiet': '0.875rem',
  'size-body': '1rem',
  'size-lead': '1.125rem',
  'size-title': '1.375rem',
  'size-figure': '1.75rem',
  'size-hero': '2.25rem',
  leading: '1.5',
  'leading-tight': '1.2',
  'weight-strong': '600',
  radius: '6px',
  'radius-small': '3px',
  'line-width': '1px',
  'focus-width': '2px',
  shadow: '0 1px 2px oklch(20% 0.02 255 / 0.08), 0 6px 20px oklch(20% 0.02 255 / 0.1)',
  'motion-fast': '120ms',
  motion: '200ms',
};

const names = Object.keys(defaults);
const still = ['motion-fast', 'motion'];

/** A property cannot fall back to itself, so the host takes the page's value or ours under a private name and hands it inward. */
const taken = (name: string, otherwise = defaults[name]) => `--_fp-${name}:var(--fp-${name},${otherwise});`;
const handedIn = (name: string) => `--fp-${name}:var(--_fp-${name});`;

/**
 * For the root element of a portlet, and only there: tokens for everything inside, the page's or our own, and the
 * ground it stands on. In a `:host` rule beside this one, read `--_fp-x`; everywhere else `--fp-x`.
 * What is placed absolutely inside stays inside (`position`): it must not make a host's page longer.
 */
export const rootStyles = css`
  :host {
    ${unsafeCSS(names.map((name) => taken(name)).join(''))}
    display: block;
    position: relative;
    container: portlet / inline-size;
    contain-intrinsic-inline-size: 20rem;
    background-color: var(--_fp-surface);
    color: var(--_fp-text);
    font-family: var(--fp-font-family, inherit);
    font-size: var(--_fp-size-body);
    line-height: var(--_fp-leading);
    text-align: start;
  }

  :host > * {
    ${unsafeCSS(names.map(handedIn).join(''))}
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      ${unsafeCSS(still.map((name) => taken(name, '0s')).join(''))}
    }
  }
`;
