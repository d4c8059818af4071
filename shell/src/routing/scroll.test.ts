import { expect } from '@open-wc/testing';
import { until } from '../testing/until.ts';
import { ScrollMemory } from './scroll.ts';

/** Makes the page as long as a test needs it. */
const long = (length: string) => {
  document.body.style.setProperty('min-block-size', length);
};

describe('the scroll memory', () => {
  const state: unknown = history.state;

  afterEach(() => {
    long('auto');
    history.scrollRestoration = 'auto';
    history.replaceState(state, '');
  });

  it('begins a new page at its top, and comes back to where the last one was left', () => {
    long('5000px');
    const memory = new ScrollMemory();
    scrollTo(0, 900);
    memory.leave();
    memory.restore();
    expect(scrollY).to.equal(0);
    memory.moved(null);
    memory.restore();
    expect(scrollY).to.equal(900);
  });

  it('waits until the page is long enough again', async () => {
    long('5000px');
    const memory = new ScrollMemory();
    scrollTo(0, 3000);
    memory.leave();
    long('auto');
    memory.moved(null);
    memory.restore();
    expect(scrollY).to.be.lessThan(3000);
    long('5000px');
    await until(() => scrollY === 3000);
  });

  it('lets a person who scrolls first go where they like', async () => {
    long('5000px');
    const memory = new ScrollMemory();
    scrollTo(0, 3000);
    memory.leave();
    long('auto');
    memory.moved(null);
    memory.restore();
    dispatchEvent(new WheelEvent('wheel'));
    scrollTo(0, 0);
    long('5000px');
    for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
    expect(scrollY).to.equal(0);
  });
});
