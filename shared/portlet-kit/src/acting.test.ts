import { ApiProblem, Offline } from '@faceplate/client';
import { expect } from '@open-wc/testing';
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
