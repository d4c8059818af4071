import './define.ts';
import type { FaceplateClient } from '@faceplate/client';
import { define } from '@faceplate/ui';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { type PartHost, latePart } from './part.ts';
import { PortletElement } from './portlet.element.ts';
import { Reading } from './reading.ts';
import type { PortletServices } from './services.ts';
import { closePortlets } from './testing.ts';

type Probed = Pick<FaceplateClient, 'products'>;

/** What it reads depends on what it draws, as with parts that are handed the record on show. */
class DrawnElement extends PortletElement<Probed> {
  static override readonly properties = { wanted: {} };
  declare wanted: string;
  drawn = 0;
  readonly asked: string[] = [];
  #shown = '';

  readonly answer = new Reading(this, {
    args: () => (this.#shown ? ([this.#shown] as const) : undefined),
    load: ([name]) => {
      this.asked.push(name);
      return Promise.resolve({ name });
    },
    changes: [],
  });

  protected override renderContent(): unknown {
    this.drawn += 1;
    this.#shown = this.wanted;
    return this.renderReading(this.answer, { ready: ({ name }) => html`<p>${name}</p>` });
  }
}
define('fp-drawn', DrawnElement);

/** A part that reads of whatever it is handed. */
class NamePart {
  readonly #host: PartHost<Probed>;
  #shown = '';
  readonly #answer: Reading<readonly [string], { name: string }>;

  constructor(host: PartHost<Probed>) {
    this.#host = host;
    this.#answer = new Reading(host, {
      args: () => (this.#shown ? ([this.#shown] as const) : undefined),
      load: ([name]) => Promise.resolve({ name }),
      changes: [],
    });
  }

  render(name: string): unknown {
    this.#shown = name;
    return this.#host.renderReading(this.#answer, { ready: (answer) => html`<p>${answer.name}</p>` });
  }
}

/** Its part is there, and the portlet is drawn once more, before the part's words have come. */
class LateElement extends PortletElement<Probed> {
  readonly #late = latePart(
    this,
    () => true,
    async () => {
      const part = new NamePart(this.lend({}, {}));
      this.requestUpdate();
      await this.updateComplete;
      return part;
    },
  );

  protected override renderContent(): unknown {
    return this.renderReading(this.#late, { ready: (part) => part.render('late') });
  }
}
define('fp-late', LateElement);

describe('a reading whose arguments come with the drawing', () => {
  afterEach(closePortlets);

  async function open<E extends PortletElement<Probed> = DrawnElement>(wanted: string, tag = 'fp-drawn'): Promise<E> {
    const element = document.createElement(tag) as E;
    const client = { staleSince: () => undefined, watch: () => () => undefined } as unknown as Probed;
    const services = { client, locale: 'en', navigate: () => undefined, report: () => undefined } as unknown as PortletServices<Probed>;
    Object.assign(element, { services, wanted });
    document.body.append(element);
    await settled(element);
    return element;
  }

  /** Until nothing more is to be drawn: answers here take no longer than that. */
  async function settled(element: PortletElement<Probed>) {
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise(requestAnimationFrame);
      await element.updateComplete;
    }
  }

  const text = ({ shadowRoot }: Element) => shadowRoot?.querySelector('p')?.textContent;

  it('is asked for at once, though nothing else happens', async () => {
    const element = await open('one');
    expect([element.asked, text(element)]).to.deep.equal([['one'], 'one']);
  });

  it('is asked for anew when another thing is drawn', async () => {
    const element = await open('one');
    element.wanted = 'other';
    await settled(element);
    expect([element.asked, text(element)]).to.deep.equal([['one', 'other'], 'other']);
  });

  it('is asked for by a part that was drawn after its words had come', async () => {
    expect(text(await open<LateElement>('', 'fp-late'))).to.equal('late');
  });

  it('watches nothing when its part comes after the portlet has left', async () => {
    const element = await open('one');
    let watched = 0;
    const watch = () => (watched += 1, () => undefined);
    Object.assign(element, { services: { ...element.services, client: { staleSince: () => undefined, watch } } });
    await settled(element);
    const before = watched;
    element.remove();
    new Reading(element, { args: () => [] as const, load: () => Promise.resolve({}), changes: [] });
    element.requestUpdate();
    await settled(element);
    expect([before, watched]).to.deep.equal([1, 1]);
  });

  it('rests when it is answered', async () => {
    const element = await open('one');
    const { drawn } = element;
    await settled(element);
    expect(element.drawn).to.equal(drawn);
  });
});
