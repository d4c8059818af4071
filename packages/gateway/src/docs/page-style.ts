/** The whole of the page's look. Served as a file of its own: the policy allows no style inside a page. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --ink: light-dark(#1b1f24, #e6e9ee);
  --soft: light-dark(#4a525c, #aeb7c2);
  --ground: light-dark(#ffffff, #14171b);
  --raised: light-dark(#f3f5f7, #1d2228);
  --line: light-dark(#cfd6dd, #363e48);
  --link: light-dark(#0b57d0, #8ab4f8);
}
* { box-sizing: border-box; }
html { scroll-padding-block-start: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.page { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2rem; max-inline-size: 75rem; margin: 0 auto; padding: 1.5rem; }
nav { position: sticky; inset-block-start: 1.5rem; align-self: start; max-block-size: calc(100vh - 3rem); overflow-y: auto; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { padding-block: 0.2rem; }
h1 { margin-block-start: 0; line-height: 1.2; }
h2 { margin-block: 2.5rem 0.25rem; border-block-end: 1px solid var(--line); }
.soft { color: var(--soft); }
details { margin-block: 0.5rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--raised); }
details > :not(summary) { margin-inline: 1rem; }
summary { padding: 0.6rem 1rem; cursor: pointer; }
.method { display: inline-block; min-inline-size: 4.5rem; font-weight: 700; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
pre { padding: 0.75rem; border: 1px solid var(--line); border-radius: 0.25rem; background: var(--ground); white-space: pre-wrap; }
table { inline-size: calc(100% - 2rem); border-collapse: collapse; margin-block: 0.5rem 1rem; }
section > table { inline-size: 100%; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
@media (width < 50rem) {
  .page { grid-template-columns: minmax(0, 1fr); padding: 1rem; }
  nav { position: static; max-block-size: none; }
}
@media print {
  nav { display: none; }
  .page { display: block; }
}
`;
