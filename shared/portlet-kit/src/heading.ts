import { html, nothing, type TemplateResult } from 'lit';

/** A heading of the level the page gives the portlet; `step` 1 is one level below, and looks like it on every page. */
export function heading(level: number, content: unknown, step = 0): TemplateResult {
  const kind = step > 0 ? 'part' : nothing;
  switch (Math.min(6, Math.max(1, level + step))) {
    case 1:
      return html`<h1 class=${kind}>${content}</h1>`;
    case 2:
      return html`<h2 class=${kind}>${content}</h2>`;
    case 3:
      return html`<h3 class=${kind}>${content}</h3>`;
    case 4:
      return html`<h4 class=${kind}>${content}</h4>`;
    case 5:
      return html`<h5 class=${kind}>${content}</h5>`;
    default:
      return html`<h6 class=${kind}>${content}</h6>`;
  }
}
