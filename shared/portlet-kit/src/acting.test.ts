import { ApiProblem, Offline } from '@faceplate/client';
import { expect } from '@open-wc/testing';
import { html, nothing, render, type TemplateResult } from 'lit';
import { ActingController, FollowController } from './acting.ts';

const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };
const refused = (status: number, code: string) => new ApiProblem({ status, code, title: 'No.' });

/** Acts, one after the other, each ending as told; answers with the key each went out under. */
async function keysOf(...acts: [wish: string, end?: Error][]): Promise<string[]> {
  const acting = new ActingController(host);
  const keys: string[] = [];
  for (const [wish, end] of acts) {
    await acting.act('it', wish, ({ idempotencyKey }) => {
      keys.push(idempotencyKey);
      return end ? Promise.reject(end) : Promise.resolve();
    });
  }
  return keys;
}

describe('what is acted upon', () => {
  it('keeps its key while nobody knows whether it arrived, whatever is done in between', async () => {
    const [first, other, again, anew] = await keysOf(['reorder', new Offline('gone')], ['paper'], ['reorder'], ['reorder']);
    expect(again).to.equal(first);
    expect(new Set([first, other, anew]).size).to.equal(3);
  });

  it('goes out anew after a no, and under the same key while the service is still at it', async () => {
    const [taken, later] = await keysOf(['visit 9', refused(409, 'slot-taken')], ['visit 9']);
    expect(later).not.to.equal(taken);
    const [running, repeated] = await keysOf(['visit 9', refused(409, 'in-progress')], ['visit 9']);
    expect(repeated).to.equal(running);
    const [down, tried] = await keysOf(['visit 9', refused(503, 'upstream-unreachable')], ['visit 9']);
    expect(tried).to.equal(down);
  });
});

describe('the keyboard after an act', () => {
  /** Draws the place and tells the controller, as a host does. */
  function openPlace() {
    const renderRoot = document.createElement('div');
    document.body.append(renderRoot);
    const follow = new FollowController({ ...host, renderRoot });
    const draw = (buttons: string[]) => {
      renderRoot.replaceChildren(...buttons.map((name) => Object.assign(document.createElement('button'), { textContent: name, className: 'next' })));
      follow.hostUpdated();
    };
    return { follow, draw, renderRoot, focused: () => document.activeElement?.textContent, focus: () => renderRoot.querySelector<HTMLElement>('button')?.focus() };
  }

  it('goes on where the act has led, once what was pressed is gone', () => {
    const { follow, draw, renderRoot, focused, focus } = openPlace();
    draw(['Keep']);
    focus();
    follow.to('.next');
    follow.hostUpdated();
    expect(focused()).to.equal('Keep');
    draw(['Put back']);
    expect(focused()).to.equal('Put back');
    draw(['Other']);
    expect(document.activeElement).to.equal(document.body);
    renderRoot.remove();
  });

  it('leaves whoever went on by themselves where they are', () => {
    const { follow, draw, renderRoot, focused, focus } = openPlace();
    draw(['Keep']);
    focus();
    follow.to('.next');
    const elsewhere = Object.assign(document.createElement('button'), { textContent: 'Elsewhere' });
    document.body.append(elsewhere);
    elsewhere.focus();
    draw(['Put back']);
    expect(focused()).to.equal('Elsewhere');
    elsewhere.remove();
    renderRoot.remove();
  });
});

describe('the keyboard where what had it goes', () => {
  const renderRoot = document.createElement('div').attachShadow({ mode: 'open' });
  const stay = new FollowController({ ...host, renderRoot });
  /** Draws the place, as a host does: the controller hears before and after. */
  async function draw(inner: TemplateResult) {
    stay.hostUpdate();
    render(inner, renderRoot);
    stay.hostUpdated();
    await new Promise(requestAnimationFrame);
  }
  const focused = () => renderRoot.activeElement?.textContent;

  beforeEach(async () => {
    document.body.append(renderRoot.host);
    await draw(html`<h2>Cart</h2><section><h3>Line</h3><button>Take</button></section>`);
    renderRoot.querySelector('button')?.focus();
  });
  afterEach(() => {
    render(nothing, renderRoot);
    renderRoot.host.remove();
  });

  it('goes on at the heading of what stood around', async () => {
    const button = renderRoot.querySelector('button');
    stay.hostUpdate();
    button?.remove();
    stay.hostUpdated();
    await new Promise(requestAnimationFrame);
    expect(focused()).to.equal('Line');
  });

  it('goes on at the heading of the page where all around is gone, as soon as it stands', async () => {
    await draw(html`<fp-skeleton></fp-skeleton><h2>Cart</h2>`);
    expect(focused()).to.equal(undefined);
    await draw(html`<h2>Cart, empty</h2>`);
    expect(focused()).to.equal('Cart, empty');
  });

  it('leaves whoever went on where they are', async () => {
    stay.hostUpdate();
    const elsewhere = Object.assign(document.createElement('button'), { textContent: 'Elsewhere' });
    document.body.append(elsewhere);
    elsewhere.focus();
    await draw(html`<h2>Cart</h2>`);
    expect(document.activeElement?.textContent).to.equal('Elsewhere');
    elsewhere.remove();
    await draw(html`<h2>Empty</h2>`);
    expect(focused()).to.equal(undefined);
  });

  it('waits for what turns a page, even where something was drawn just before', async () => {
    stay.hostUpdate();
    stay.hostUpdated();
    // As a page that turns does: in a frame asked for before ours.
    requestAnimationFrame(() => renderRoot.querySelector('button')?.focus());
    await draw(html`<h2>Order</h2><button>Opened from here</button>`);
    expect(focused()).to.equal('Opened from here');
  });
});
