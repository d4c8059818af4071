import { expect, fixture, html } from '@open-wc/testing';
import { inPortlet, sectionOf } from './bare-portlet.page.ts';
import { defaults } from './root-styles.ts';

const names = Object.keys(defaults);

/** A colour as it comes out, so that two ways of writing it are one. */
function drawn(element: Element, name: string): string {
  const style = getComputedStyle(element);
  const value = style.getPropertyValue(`--fp-${name}`).trim();
  return value.replaceAll(/calc\(([\d.]+) \* ([\d.]+)rem\)/g, (_, times: string, step: string) => `${Number(times) * Number(step)}rem`);
}

async function withTokens(work: () => void): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('../../tokens/src/tokens.css', import.meta.url).href;
  await new Promise((loaded, failed) => {
    link.onload = loaded;
    link.onerror = failed;
    document.head.append(link);
  });
  try {
    work();
  } finally {
    link.remove();
  }
}

describe('a portlet on a page', () => {
  it('without tokens looks as with ours', async () => {
    const portlet = await fixture(html`<test-bare-portlet></test-bare-portlet>`);
    const alone = names.map((name) => [name, drawn(sectionOf(portlet), name)]);
    await withTokens(() => {
      const known = [...document.styleSheets].flatMap(tokensIn);
      expect(names).to.have.members(known);
      expect(alone).to.deep.equal(names.map((name) => [name, drawn(sectionOf(portlet), name)]));
    });
  });

  it('takes the tokens of the page, and of the element itself first', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body { --fp-accent: red; --fp-line: red } test-bare-portlet { --fp-line: blue }');
    document.adoptedStyleSheets.push(sheet);
    const portlet = await fixture(html`<test-bare-portlet></test-bare-portlet>`);
    expect([drawn(sectionOf(portlet), 'accent'), drawn(sectionOf(portlet), 'line')]).to.deep.equal(['red', 'blue']);
    document.adoptedStyleSheets.pop();
  });

  it('turns dark with the page’s colour scheme', async () => {
    const portlet = await fixture<HTMLElement>(html`<test-bare-portlet></test-bare-portlet>`);
    const ground = () => getComputedStyle(portlet).backgroundColor;
    const light = ground();
    portlet.style.colorScheme = 'dark';
    expect(light).to.equal('oklch(0.98 0.003 255)');
    expect(ground()).to.equal('oklch(0.2 0.012 255)');
  });

  it('keeps its width where the page gives it none', async () => {
    const row = await fixture<HTMLElement>(html`<div><test-bare-portlet></test-bare-portlet></div>`);
    row.style.display = 'flex';
    expect(row.firstElementChild?.getBoundingClientRect().width).to.equal(320);
  });

  it('leaves the page around it alone', async () => {
    await inPortlet(html`<p>words</p>`);
    expect(names.filter((name) => drawn(document.body, name) !== '')).to.deep.equal([]);
  });
});

/** Names of the tokens a component may read, without their prefix. */
function tokensIn(sheet: CSSStyleSheet): string[] {
  const text = Array.from(sheet.cssRules, (rule) => rule.cssText).join('');
  return [...new Set(Array.from(text.matchAll(/--fp-(?!p-)([\w-]+):/g), ([, name = '']) => name))];
}
