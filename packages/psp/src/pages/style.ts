/** The provider's own look: it must not depend on the shop it is paid for. Text, so that the app needs no files. */
export const style = `:root {
  color-scheme: light dark;
  --text: light-dark(oklch(24% 0.02 150), oklch(94% 0.01 150));
  --quiet: light-dark(oklch(44% 0.02 150), oklch(77% 0.02 150));
  --surface: light-dark(oklch(98% 0.004 150), oklch(20% 0.015 150));
  --raised: light-dark(oklch(100% 0 0), oklch(25% 0.015 150));
  --line: light-dark(oklch(56% 0.02 150), oklch(58% 0.02 150));
  --accent: light-dark(oklch(42% 0.11 150), oklch(83% 0.1 150));
  --on-accent: light-dark(oklch(100% 0 0), oklch(20% 0.03 150));
  --notice: light-dark(oklch(95% 0.05 85), oklch(31% 0.05 85));
  --critical: light-dark(oklch(95% 0.03 25), oklch(30% 0.07 25));
  --critical-line: light-dark(oklch(50% 0.19 25), oklch(74% 0.15 25));
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 30rem; margin-inline: auto; padding: 32px 16px 48px; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 0 0 4px; font-size: 1.125rem; }
p { margin: 0 0 16px; }
a { color: var(--accent); }
.amount { margin: 0 0 24px; font-size: 1.25rem; font-weight: 600; }
.notice, .problem { margin-block-end: 24px; padding: 12px 16px; border-inline-start: 4px solid var(--line); border-radius: 6px; background: var(--notice); }
.problem { border-color: var(--critical-line); background: var(--critical); }
.notice p, .problem p { margin: 0; }
.problem a { color: inherit; }
label { display: block; font-weight: 600; }
.hint, .quiet { color: var(--quiet); font-size: 0.875rem; }
.hint { margin: 0 0 4px; }
input[type='text'] { inline-size: 100%; min-block-size: 44px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); color: inherit; font: inherit; }
[dir='rtl'] input[type='text'] { text-align: right; }
input[aria-invalid='true'] { border: 2px solid var(--critical-line); }
.choice { display: flex; gap: 12px; align-items: center; min-block-size: 44px; margin-block: 12px 0; font-weight: 400; }
.choice input { inline-size: 24px; block-size: 24px; accent-color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; margin-block: 24px 32px; }
button { min-block-size: 44px; padding: 8px 24px; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button.plain { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul { margin: 12px 0 0; padding: 0; list-style: none; }
li { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; justify-content: space-between; padding-block: 4px; border-block-end: 1px solid color-mix(in oklch, var(--line) 40%, transparent); }
li a { display: inline-block; min-block-size: 24px; padding-block: 6px; }
`;
