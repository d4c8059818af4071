import type { Page } from 'playwright-core';

/**
 * What stands on the page, as HTML that needs no script: shadow roots declared, their style sheets written out. It is
 * the physical limit for the same content with the same look.
 */
export function staticTwin(page: Page, selector: string): Promise<string> {
  return page.evaluate((asked) => {
    const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
    const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
    const attributes = (element: Element) => [...element.attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`).join('');
    const children = (parent: ParentNode & Node) => [...parent.childNodes].map(written).join('');
    const sheets = ({ adoptedStyleSheets }: ShadowRoot) => adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('');
    const shadow = (root: ShadowRoot | null) =>
      root ? `<template shadowrootmode="open"><style>${sheets(root)}</style>${children(root)}</template>` : '';
    function written(node: Node): string {
      if (node instanceof Text) return escaped(node.data);
      if (!(node instanceof Element)) return '';
      const tag = node.localName;
      const start = `<${tag}${attributes(node)}>`;
      return VOID.test(tag) ? start : `${start}${shadow(node.shadowRoot)}${children(node)}</${tag}>`;
    }
    const found = document.querySelector(asked);
    if (!found) throw new Error(`There is no ${asked}.`);
    return written(found);
  }, selector);
}
