import { html, type TemplateResult } from 'lit';

/** A heading of the level the page gives the portlet; `step` 1 is one level below. */
export function heading(level: number, content: unknown, step = 0): TemplateResult {
  switch (Math.min(6, Math.max(1, level + step))) {
    case 1:
      return html`<h1>${content}</h1>`;
    case 2:
      return html`<h2>${content}</h2>`;
    case 3:
      return html`<h3>${content}</h3>`;
    case 4:
      return html`<h4>${content}</h4>`;
    case 5:
      return html`<h5>${content}</h5>`;
    default:
      return html`<h6>${content}</h6>`;
  }
}
