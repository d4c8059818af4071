import { expect } from '@open-wc/testing';
import { Pause } from './pause.ts';

/** Somebody at a field, and a clock that runs by hand. */
function somebody(kept = '') {
  let typed = kept;
  let due: (() => void) | undefined;
  let updates = 0;
  const clock = {
    setTimeout: ((work: () => void) => {
      due = work;
      return 1;
    }) as unknown as typeof setTimeout,
    clearTimeout: (() => {
      due = undefined;
    }) as typeof clearTimeout,
  };
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    updateComplete: Promise.resolve(true),
    requestUpdate: () => {
      updates += 1;
    },
  };
  const pause = new Pause(host, () => typed, clock);
  pause.hostUpdate();
  return {
    pause,
    updates: () => updates,
    types: (...texts: string[]) => {
      for (const text of texts) {
        typed = text;
        pause.hostUpdate();
      }
    },
    rests: () => {
      const work = due;
      due = undefined;
      work?.();
    },
    isWaitedFor: () => due !== undefined,
  };
}

describe('a pause in typing', () => {
  it('is when what was typed counts, as a whole', () => {
    const { pause, types, rests, updates } = somebody();
    types('L', 'Li', 'Lin');
    expect([pause.text, updates()]).to.deep.equal(['', 0]);
    rests();
    expect([pause.text, updates()]).to.deep.equal(['Lin', 1]);
  });

  it('begins anew with each letter, and with nothing else', () => {
    const { pause, types, rests, isWaitedFor } = somebody();
    types('Lin', 'Lind');
    rests();
    types('Lind', ' Lind ');
    expect(isWaitedFor()).to.equal(false);
    expect(pause.text).to.equal('Lind');
  });

  it('is not waited for by what stood there from the first', () => {
    expect(somebody('Lindenallee').pause.text).to.equal('Lindenallee');
  });

  it('is over for whoever leaves, and what they left counts when they come back', () => {
    const { pause, types, isWaitedFor } = somebody();
    types('Lin');
    pause.hostDisconnected();
    expect(isWaitedFor()).to.equal(false);
    pause.hostUpdate();
    expect(pause.text).to.equal('Lin');
  });
});
