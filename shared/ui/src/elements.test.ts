import { setMessageLocale } from '@faceplate/localize';
import { aTimeout, expect, html, waitUntil } from '@open-wc/testing';
import { button, inPortlet, textOf } from './bare-portlet.page.ts';
import './define.ts';
import type { SkeletonElement, StatusMessageElement, TagElement, Tone } from './index.ts';

const TONES: Tone[] = ['neutral', 'positive', 'notice', 'critical', 'info'];

describe('<fp-tag>', () => {
  it('tells each tone by a shape of its own, in both schemes', async () => {
    const shapes = new Set<string | null | undefined>();
    for (const tone of TONES) {
      const tag = await inPortlet<TagElement>(html`<fp-tag tone=${tone}>Overdue</fp-tag>`);
      shapes.add(tag.shadowRoot?.querySelector('path')?.getAttribute('d'));
      await expect(tag).to.be.accessible();
      tag.parentElement?.style.setProperty('color-scheme', 'dark');
      await expect(tag).to.be.accessible();
    }
    expect(shapes.size).to.equal(TONES.length);
  });
});

describe('<fp-tag> with a sentence in it', () => {
  it('stays inside what it stands in', async () => {
    const tag = await inPortlet<TagElement>(html`<fp-tag>One order needs something from you before it can go on</fp-tag>`);
    const box = tag.parentElement!;
    box.style.inlineSize = '9rem';
    expect(tag.getBoundingClientRect().right).to.be.at.most(box.getBoundingClientRect().right);
  });
});

describe('<fp-status-message>', () => {
  const message = (tone: Tone) =>
    inPortlet<StatusMessageElement>(html`
      <fp-status-message tone=${tone} heading="We could not load this bill." reference="4f2a">
        Nothing was charged.
        <button slot="actions">Try again</button>
      </fp-status-message>
    `);

  for (const tone of TONES) {
    it(`${tone === 'critical' ? 'interrupts' : 'waits its turn'} when ${tone}`, async () => {
      const element = await message(tone);
      expect(element.shadowRoot?.querySelector('[role]')?.getAttribute('role')).to.equal(tone === 'critical' ? 'alert' : 'status');
      await expect(element).to.be.accessible();
    });
  }

  it('puts the reference on the clipboard and says so', async () => {
    const written: string[] = [];
    const restore = clipboard((text) => Promise.resolve(void written.push(text)));
    const element = await message('critical');
    button(element, 'Copy reference').click();
    await waitUntil(() => textOf(element, '.reference [role=status]') === 'Copied');
    expect(written).to.deep.equal(['4f2a']);
    await expect(element).to.be.accessible();
    restore();
  });

  it('marks the reference where there is no clipboard', async () => {
    const restore = clipboard(() => Promise.reject(new Error('denied')));
    const element = await message('critical');
    button(element, 'Copy reference').click();
    await waitUntil(() => getSelection()?.type === 'Range');
    expect(textOf(element, '.reference [role=status]')).to.equal('');
    getSelection()?.empty();
    restore();
  });

  it('shows no reference where there is none', async () => {
    const element = await inPortlet<StatusMessageElement>(html`<fp-status-message>Saved.</fp-status-message>`);
    expect(element.shadowRoot?.querySelector('[part=reference]')).to.equal(null);
  });

  it('speaks the language of the page, also when it changes', async () => {
    const element = await message('critical');
    await setMessageLocale('ar');
    await element.updateComplete;
    expect(textOf(element, '.quote')).to.equal('المرجع: 4f2a');
    await setMessageLocale('en');
    await element.updateComplete;
    expect(textOf(element, '.quote')).to.equal('Reference: 4f2a');
  });
});

describe('<fp-skeleton>', () => {
  it('keeps the place of a figure and its rows', async () => {
    const element = await inPortlet<SkeletonElement>(html`<fp-skeleton lines="4" figure rows></fp-skeleton>`);
    expect(element.shadowRoot?.querySelectorAll('.line.row').length).to.equal(4);
    expect(element.getBoundingClientRect().height).to.be.greaterThan(4 * 44);
    await expect(element).to.be.accessible();
  });

  it('tells readers only when the wait is long', async () => {
    const element = await inPortlet<SkeletonElement>(html`<fp-skeleton></fp-skeleton>`);
    expect(textOf(element, '[role=status]')).to.equal('');
    await waitUntil(() => textOf(element, '[role=status]') === 'Loading…', 'never said', { timeout: 2000 });
    await expect(element).to.be.accessible();
  });

  it('holds its tongue once it is gone', async () => {
    const element = await inPortlet<SkeletonElement>(html`<fp-skeleton></fp-skeleton>`);
    element.remove();
    await aTimeout(1100);
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element, '[role=status]')).to.equal('');
    element.remove();
  });
});

/** Lends the page a clipboard that does as told. */
function clipboard(writeText: (text: string) => Promise<void>): () => void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return () => Reflect.deleteProperty(navigator, 'clipboard');
}
